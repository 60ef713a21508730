"""What follows when something happens: the reactions that the configuration installs."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Retry:
    """How often and after how long a failed reaction is tried again."""

    first_seconds: float = 5
    factor: float = 3
    cap_seconds: float = 3600
    attempts: int = 8

    def wait(self, attempt: int) -> timedelta:
        """Return how long to wait after failed attempt number `attempt`, counted from 1.

        Full jitter spreads a crowd that failed together. Never under a second, so that a
        failing job cannot be picked up again in the same breath.
        """
        # Past 60 doublings the cap has long been reached; a float power would overflow.
        ceiling = min(self.cap_seconds, self.first_seconds * self.factor ** min(attempt - 1, 60))
        return timedelta(seconds=max(1.0, random.uniform(0, ceiling)))


@dataclass(frozen=True, slots=True)
class Work:
    """One job as its reaction sees it.

    `at` is the moment of the event (or when a timer was due), `now` the moment of claiming,
    `attempt` counts from 1. `job_id` stays the same over every attempt.
    """

    job_id: int
    reaction: str
    topic: str
    subject: UUID | None
    payload: dict[str, Any]
    attempt: int
    at: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class Reaction:
    """A named answer to some topics, or to timers when it has no topics.

    `atomic` runs the handler inside the transaction that finishes the job, so what it writes is
    written exactly once. Otherwise the handler must be idempotent: a crash just before the job
    is marked as finished makes it run again.
    """

    name: str
    topics: frozenset[str]
    handle: Callable[[Work], None]
    retry: Retry = field(default_factory=Retry)
    atomic: bool = False


class RetryAt(Exception):
    """Raised by a handler that waits on purpose. Costs no attempt.

    Like every exception it undoes what an atomic reaction wrote. Later jobs of the same case and
    reaction wait too.
    """

    def __init__(self, due: datetime, reason: str) -> None:
        super().__init__(reason)
        self.due = due


class GiveUp(Exception):
    """Raised by a handler that knows trying again is useless: a dead letter at once."""


_installed: dict[str, Reaction] = {}


def install(reactions: Iterable[Reaction]) -> None:
    """Make `reactions` the ones that events and workers of this process know.

    :raises ValueError: two reactions have the same name.
    """
    by_name_: dict[str, Reaction] = {}
    for reaction in reactions:
        if reaction.name in by_name_:
            raise ValueError(f"two reactions are called {reaction.name}")
        by_name_[reaction.name] = reaction
    _installed.clear()
    _installed.update(by_name_)


def by_name(name: str) -> Reaction:
    """Return the installed reaction called `name`.

    :raises LookupError: there is none.
    """
    return _installed[name]


def of_topic(topic: str) -> list[Reaction]:
    """Return the reactions to `topic`, in order of name."""
    return sorted((r for r in _installed.values() if topic in r.topics), key=lambda r: r.name)


def names() -> list[str]:
    """Return the names of all installed reactions."""
    return sorted(_installed)
