"""One thread with one database connection, where asynchronous code has its questions answered."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import Error as DatabaseFailure
from django.db import connection

T = TypeVar("T")


class Desk:
    """Answers one question at a time; whoever asks awaits the answer."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def ask(self, question: Callable[[], T]) -> T:
        """Return what `question` returns, asked in the thread of this desk."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, _answer, question)

    async def close(self) -> None:
        """Close the connection and end the thread, after the questions already asked."""
        await self.ask(_leave)
        self._thread.shutdown()


def _answer(question: Callable[[], T]) -> T:
    if connection.connection is not None and not connection.is_usable():
        connection.close()
    try:
        return question()
    except DatabaseFailure:
        connection.close()
        raise


def _leave() -> None:
    # By name in this thread: `connection` stands for a different one in every thread.
    connection.close()
