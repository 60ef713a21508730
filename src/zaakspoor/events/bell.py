"""Telling whoever waits in this process that something was committed, here or elsewhere."""

import logging
import threading
from collections.abc import Callable

from django.db import connection, transaction

CHANNEL = "zaakspoor_events"
POLL_SECONDS = 0.1
RECONNECT_SECONDS = 1.0

log = logging.getLogger(__name__)
_hearers: set[Callable[[], None]] = set()
_lock = threading.Lock()


def ring_on_commit() -> None:
    """Ring in this process, and on PostgreSQL in every other, when the transaction commits."""
    # Once is enough. What a savepoint undoes is taken from this list, with its NOTIFY.
    if any(hook[1] is ring for hook in connection.run_on_commit):
        return
    transaction.on_commit(ring)
    if connection.vendor == "postgresql":
        # The database sends it with the commit and folds doubles of one transaction into one.
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {CHANNEL}")


def ring() -> None:
    """Call everybody who hears the bell. Hearers only set a flag: they never block."""
    with _lock:
        hearers = list(_hearers)
    for hear in hearers:
        hear()


def add_hearer(hear: Callable[[], None]) -> None:
    """Call `hear` at every ring, from whichever thread rings."""
    with _lock:
        _hearers.add(hear)


def remove_hearer(hear: Callable[[], None]) -> None:
    """Stop calling `hear`."""
    with _lock:
        _hearers.discard(hear)


def watch(stop: threading.Event) -> None:
    """Ring whenever another process commits, until `stop` is set. Runs in a thread of its own.

    Losing the connection is survived: whoever needs certainty also polls.
    """
    listen = _listen if connection.vendor == "postgresql" else _watch_file
    while not stop.is_set():
        try:
            listen(stop)
        except Exception as error:  # the watcher must outlive any failure of the database
            log.warning("bell_lost error=%s", type(error).__name__)
            stop.wait(RECONNECT_SECONDS)
        finally:
            connection.close()


def _listen(stop: threading.Event) -> None:
    """Wait for NOTIFY on a connection that does nothing else."""
    connection.ensure_connection()
    raw = connection.connection
    raw.execute(f"LISTEN {CHANNEL}")
    # What was committed before we listened would otherwise wait for the next poll.
    ring()
    while not stop.is_set():
        for _ in raw.notifies(timeout=POLL_SECONDS * 5, stop_after=1):
            ring()


def _watch_file(stop: threading.Event) -> None:
    """Compare the number that SQLite raises at every commit of another connection."""
    seen = None
    with connection.cursor() as cursor:
        while not stop.wait(POLL_SECONDS):
            version = cursor.execute("PRAGMA data_version").fetchone()[0]
            if version != seen:
                seen = version
                ring()
