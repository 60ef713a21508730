"""Knowing that no other worker lives, so that the leases of the dead need not run out.

Every worker holds a shared lock for as long as its process lives; the system takes it away at
the moment the process dies, however it dies. Who can get the same lock exclusively is alone.
"""

import fcntl
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.db import connections

# Any number will do, as long as nothing else in this database uses it.
LOCK_NUMBER = 7_244_870_001


def announce(life: ExitStack, *, when_alone: Callable[[], None]) -> None:
    """Hold the lock of a living worker until `life` closes.

    Calls `when_alone` first when nobody else holds it. Others that start wait meanwhile, so
    what it does cannot touch them. When it fails nothing is held, and one may try again.
    """
    connection = connections["default"]
    with ExitStack() as attempt:
        if connection.vendor == "postgresql":
            _announce_in_database(attempt, when_alone)
        else:
            path = Path(str(connection.settings_dict["NAME"]) + "-workers")
            _announce_in_file(attempt, path, when_alone)
        life.push(attempt.pop_all())


def _announce_in_file(life: ExitStack, path: Path, when_alone: Callable[[], None]) -> None:
    lock = life.enter_context(path.open("a"))
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pass
    else:
        when_alone()
    fcntl.flock(lock, fcntl.LOCK_SH)


def _announce_in_database(life: ExitStack, when_alone: Callable[[], None]) -> None:
    # A session of its own: the lock must outlive every other connection of this process.
    own: Any = connections["default"].copy()
    life.callback(own.close)
    with own.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_NUMBER])
        alone = bool(cursor.fetchone()[0])
        if alone:
            when_alone()
        cursor.execute("SELECT pg_advisory_lock_shared(%s)", [LOCK_NUMBER])
        if alone:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])
