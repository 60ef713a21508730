"""A real worker in real threads, on the real database."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.events.builders import CASE, OTHER_CASE, install, note_in, publish
from zaakspoor.events import outbox, queries, reactions
from zaakspoor.events.models import Job, WorkerSeen
from zaakspoor.events.reactions import Reaction, Retry, Work
from zaakspoor.events.worker import Worker

pytestmark = pytest.mark.django_db(transaction=True)


def just_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def working(*workers: Worker) -> Iterator[None]:
    stop = threading.Event()
    threads = [threading.Thread(target=worker.run, args=[stop]) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=30)
        assert not any(thread.is_alive() for thread in threads)


def wait_until(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.005)


def longer_than(seen: list[Work], count: int) -> bool:
    return len(seen) > count


def test_an_event_reaches_its_reaction_within_moments() -> None:
    seen: list[Work] = []
    install(note_in(seen))
    with working(Worker(threads=2, poll_seconds=30)):
        wait_until(WorkerSeen.objects.exists)
        # Past the start-up, so that only the bell can bring it.
        time.sleep(0.3)
        start = time.monotonic()
        publish(at=just_now())
        wait_until(lambda: bool(seen))
        assert time.monotonic() - start < 2
    assert not Job.objects.exists()


def test_cases_run_beside_each_other() -> None:
    meeting = threading.Barrier(2, timeout=10)

    def meet(work: Work) -> None:
        meeting.wait()

    install(meet)
    with working(Worker(threads=2)):
        publish(subject=CASE, at=just_now())
        publish(subject=OTHER_CASE, at=just_now())
        wait_until(lambda: not Job.objects.exists())


def test_two_workers_never_run_one_job_or_one_case_at_the_same_time() -> None:
    guard = threading.Lock()
    inside: set[UUID | None] = set()
    collisions: list[int] = []
    order: dict[UUID | None, list[int]] = defaultdict(list)

    def enter_and_leave(work: Work) -> None:
        with guard:
            if work.subject in inside:
                collisions.append(work.job_id)
            inside.add(work.subject)
            order[work.subject].append(work.job_id)
        time.sleep(0.002)
        with guard:
            inside.remove(work.subject)

    install(enter_and_leave)
    for number in range(120):
        publish(subject=UUID(int=1 + number % 12), at=just_now())
    with working(Worker(threads=4), Worker(threads=4)):
        wait_until(lambda: not Job.objects.exists())
    assert collisions == []
    assert sum(len(jobs) for jobs in order.values()) == 120
    assert all(jobs == sorted(jobs) for jobs in order.values())


def test_a_timer_rings_by_itself() -> None:
    seen: list[Work] = []
    install(note_in(seen), name="remind")
    due = just_now() + timedelta(seconds=0.5)
    with transaction.atomic():
        outbox.schedule("remind", key="k", due=due, subject=CASE, payload={})
    with working(Worker(threads=1, poll_seconds=0.1)):
        wait_until(lambda: bool(seen))
    assert seen[0].now >= due


def test_a_long_job_keeps_its_lease_while_it_runs() -> None:
    seen: list[Work] = []

    def sleep(work: Work) -> None:
        seen.append(work)
        time.sleep(1.6)

    install(sleep)
    publish(at=just_now())
    first = Worker(threads=1, poll_seconds=0.1, lease_seconds=0.8)
    second = Worker(threads=1, poll_seconds=0.1, lease_seconds=0.8)
    with working(first, second):
        wait_until(lambda: not Job.objects.exists())
    assert len(seen) == 1


def test_stopping_finishes_what_runs_and_takes_no_more() -> None:
    began, done = threading.Event(), []

    def take_a_while(work: Work) -> None:
        began.set()
        time.sleep(0.3)
        done.append(work.job_id)

    install(take_a_while)
    publish(at=just_now())
    publish(at=just_now())
    with working(Worker(threads=1)):
        assert began.wait(10)
    assert len(done) == 1
    assert Job.objects.get().attempt == 0
    assert queries.health(just_now()).worker_seen_seconds_ago is None


def test_a_worker_survives_the_loss_of_its_connections() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("a file has no connections to lose")
    seen: list[Work] = []
    install(note_in(seen), retry=Retry(cap_seconds=1))
    with working(Worker(threads=2, poll_seconds=0.1)):
        for _ in range(3):
            count = len(seen)
            publish(at=just_now())
            wait_until(partial(longer_than, seen, count))
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
        publish(at=just_now())
        wait_until(lambda: len(seen) >= 4)
        wait_until(lambda: not Job.objects.exists())
    assert len({work.job_id for work in seen}) == 4


def test_a_burst_of_a_thousand_events_with_two_reactions_drains() -> None:
    ran: list[int] = []

    def note(work: Work) -> None:
        ran.append(work.job_id)

    topics = frozenset({"burst"})
    reactions.install(Reaction(name, topics, note, atomic=True) for name in ("a", "b"))
    for number in range(1000):
        with transaction.atomic():
            outbox.publish("burst", subject=UUID(int=1 + number // 10), payload={}, at=just_now())
    with working(Worker(threads=8)):
        wait_until(lambda: not Job.objects.exists(), seconds=120)
    assert len(set(ran)) == len(ran) == 2000
