"""SQLite lets one transaction write at a time, and whoever comes second asks again and again.

SQLite waits by sleeping, up to 100 ms at a time, and the next to write is whoever happens to
wake up. With many threads the database then lies idle most of the time while everybody sleeps.
Here the threads of one process stand in line for a lock of our own first, which wakes the next
at the moment the one before is done. Other processes are still met at SQLite's own lock.
"""

import threading
from collections import defaultdict
from typing import Any

from django.db.backends.sqlite3 import base

# One lock per database file; a process has one or, in the tests, a few.
_turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


# The types of Django leave out what it offers to backends; hence the three ignores below.
class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn before it begins a transaction that may write."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn: threading.Lock | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        # Django turns autocommit on again when a transaction has ended, however it ended.
        if autocommit:
            self._end_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _take_turn(self) -> None:
        if self._turn is None:
            turn = _turns[str(self.settings_dict["NAME"])]
            # After as long as SQLite itself would wait, SQLite decides.
            if turn.acquire(timeout=self.settings_dict["OPTIONS"].get("timeout", 5)):
                self._turn = turn

    def _end_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.release()
