"""A process that does one thing for an application and is killed at a chosen statement.

Loading the product takes seconds, so this process loads it once and makes a copy of itself for
every order: a line of JSON on standard input, answered by a line on standard output, `done` or
`killed`. The copy sends itself SIGKILL just before it would carry out statement number `kill_at`.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import django
from django.db import connection


class Executioner:
    """Counts the statements and kills its process at one of them."""

    def __init__(self, kill_at: int) -> None:
        self._left = kill_at

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*arguments)


def main() -> None:
    """Carry out orders until there are none."""
    django.setup()
    # What these import needs the set-up.
    import zaakspoor.process.papers.extract  # noqa: F401  # loaded once, before the copies
    from simulators.people import person_with  # noqa: F401
    from zaakspoor.config import subscriptions, wiring

    subscriptions.subscribe()
    wiring.connect()
    _say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _obey(json.loads(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        _say("killed" if os.WIFSIGNALED(status) else f"done {os.WEXITSTATUS(status)}")


def _obey(order: dict[str, Any]) -> None:
    from tests.builders.applications import send
    from zaakspoor.events.worker import drain

    at = datetime.fromisoformat(order["at"])
    with connection.execute_wrapper(Executioner(order["kill_at"])):
        if order["do"] == "send":
            send(UUID(order["draft"]), at=at)
        else:
            drain(at)


def _say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
