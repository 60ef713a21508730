"""Reactions and events for tests: valid without arguments."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from tests.events.conftest import NOW
from zaakspoor.events import outbox, reactions
from zaakspoor.events.reactions import Reaction, Retry, Work

CASE = UUID("00000000-0000-4000-8000-000000000001")
OTHER_CASE = UUID("00000000-0000-4000-8000-000000000002")
TOPIC = "zaken.zaak.create"


def note_in(notebook: list[Work]) -> Callable[[Work], None]:
    """Return a handler that only writes down what it was given."""
    return notebook.append


def install(
    handle: Callable[[Work], None],
    *,
    name: str = "note",
    retry: Retry | None = None,
    atomic: bool = False,
) -> None:
    """Make one reaction to TOPIC the only one there is."""
    reaction = Reaction(name, frozenset({TOPIC}), handle, retry or Retry(), atomic)
    reactions.install([reaction])


def publish(
    *, subject: UUID | None = CASE, at: datetime = NOW, payload: dict[str, Any] | None = None
) -> None:
    """Publish one event in a transaction of its own."""
    with transaction.atomic():
        outbox.publish(TOPIC, subject=subject, payload=payload or {}, at=at)
