"""Carrying events to their reactions: the worker in its threads, and `drain` in this one."""

import logging
import os
import queue
import socket
import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar
from uuid import uuid4

from django.db import Error as DatabaseFailure
from django.db import connection

from zaakspoor.events import bell, claims, heartbeat, running, sole
from zaakspoor.events.models import Job

log = logging.getLogger(__name__)
# How long to leave a database alone that just failed.
PAUSE_SECONDS = 1.0
# Hands come free one by one; filling a few in one transaction is cheaper.
GATHER_SECONDS = 0.002
DRAIN_LEASE = timedelta(hours=1)
T = TypeVar("T")


class Worker:
    """Runs jobs in `threads` threads until it is told to stop.

    `poll_seconds` is how late a timer may be when nothing rings; `lease_seconds` how long the
    jobs of a worker that died lie still while other workers live.
    """

    def __init__(self, threads: int, poll_seconds: float = 0.5, lease_seconds: float = 60) -> None:
        self.name = f"{socket.gethostname()[:60]}:{os.getpid()}:{uuid4().hex[:8]}"
        self._threads = threads
        self._poll_seconds = poll_seconds
        self._lease = timedelta(seconds=lease_seconds)
        self._wake = threading.Event()
        self._hand_out: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._held: set[int] = set()
        self._held_lock = threading.Lock()

    def wake(self) -> None:
        """Look for work now."""
        self._wake.set()

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set, then finish what is running and return.

        A database that is away is waited for.
        """
        stop_beating = threading.Event()
        beside = [
            threading.Thread(target=self._beat, args=[stop_beating], name="worker-heartbeat"),
            threading.Thread(target=bell.watch, args=[stop_beating], name="worker-bell"),
        ]
        hands = [
            threading.Thread(target=self._work, name=f"worker-{number}")
            for number in range(self._threads)
        ]
        with ExitStack() as life:
            # Nobody may think that this worker is dead before it has a lock to show.
            while not stop.is_set() and not _outlive(partial(_announce, life), stop):
                continue
            bell.add_hearer(self.wake)
            life.callback(bell.remove_hearer, self.wake)
            for thread in beside + hands:
                thread.start()
            try:
                self._dispatch(stop)
            finally:
                self._hand_in(hands)
                # The leases are renewed until the last job has ended.
                stop_beating.set()
                _join(beside)
                connection.close()

    def _hand_in(self, hands: list[threading.Thread]) -> None:
        for _ in hands:
            self._hand_out.put(None)
        _join(hands)

    def _dispatch(self, stop: threading.Event) -> None:
        while not stop.is_set():
            self._wake.clear()
            # A full hand means that there may be more: do not wait for the bell.
            if not _outlive(self._claim, stop):
                self._wake.wait(self._poll_seconds)
                stop.wait(GATHER_SECONDS)

    def _claim(self) -> bool:
        with self._held_lock:
            free = self._threads - len(self._held)
        if free == 0:
            return False
        jobs = claims.claim(now=_now(), limit=free, worker=self.name, lease=self._lease)
        with self._held_lock:
            self._held.update(job.id for job in jobs)
        for job in jobs:
            self._hand_out.put(job)
        return len(jobs) == free

    def _work(self) -> None:
        try:
            while (job := self._hand_out.get()) is not None:
                self._run(job)
        finally:
            connection.close()

    def _run(self, job: Job) -> None:
        try:
            if connection.connection is not None and not connection.is_usable():
                connection.close()
            running.run(job, now=_now(), clock=_now)
        except DatabaseFailure as error:
            log.warning("job_left_to_its_lease job=%s error=%s", job.id, type(error).__name__)
            connection.close()
        finally:
            with self._held_lock:
                self._held.discard(job.id)
            # A free thread, and perhaps the next of the lane.
            self._wake.set()

    def _beat(self, stop: threading.Event) -> None:
        heart = heartbeat.Heart(worker=self.name, lease=self._lease)
        try:
            while True:
                with self._held_lock:
                    held = list(self._held)
                _outlive(partial(heart.beat, held, now=_now()), stop)
                if stop.wait(self._lease.total_seconds() / 4):
                    break
            _outlive(heart.stop, stop)
        finally:
            connection.close()


def drain(now: datetime, *, limit: int = 10_000) -> int:
    """Run everything that is due at `now` in this thread, and return how many jobs that were.

    For tests, simulations and commands. What the jobs themselves publish is run too, when it is
    due at `now`; what failed waits for its next try. Stops after `limit` jobs.
    """
    done = 0
    worker = f"drain:{uuid4().hex[:8]}"
    while done < limit:
        jobs = claims.claim(now=now, limit=1, worker=worker, lease=DRAIN_LEASE)
        if not jobs:
            break
        running.run(jobs[0], now=now, clock=lambda: now)
        done += 1
    return done


def _announce(life: ExitStack) -> bool:
    sole.announce(life, when_alone=_take_over_from_the_dead)
    return True


def _take_over_from_the_dead() -> None:
    released = claims.release_all(now=_now())
    log.info("worker_alone released=%s", released)


def _outlive(action: Callable[[], T], stop: threading.Event) -> T | None:
    """Return what `action` returns, or None after a pause when the database fails."""
    try:
        return action()
    except DatabaseFailure as error:
        log.warning("database_away error=%s", type(error).__name__)
        connection.close()
        stop.wait(PAUSE_SECONDS)
        return None


def _join(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.join()


def _now() -> datetime:
    return datetime.now(UTC)
