"""Writing down what happened, and what must follow, in the transaction that makes it true."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from zaakspoor.events import bell, reactions
from zaakspoor.events.models import Event, Job, JobState


def publish(topic: str, *, subject: UUID | None, payload: dict[str, Any], at: datetime) -> None:
    """Record that `topic` happened to `subject` at `at`, with a job for every reaction to it.

    `subject` is the UUID of the case: jobs of one case and one reaction run in the order in
    which they were published, provided that publishers hold the lock on the row of the case.
    `payload` holds identifiers, never personal data.

    :raises RuntimeError: there is no transaction that this belongs to.
    """
    _require_transaction()
    Event.objects.create(topic=topic, subject=subject, payload=payload, at=at)
    Job.objects.bulk_create(
        Job(
            reaction=reaction.name,
            topic=topic,
            subject=subject,
            payload=payload,
            at=at,
            due=at,
            in_lane=subject is not None,
        )
        for reaction in reactions.of_topic(topic)
    )
    bell.ring_on_commit()


def schedule(
    reaction: str, *, key: str, due: datetime, subject: UUID | None, payload: dict[str, Any]
) -> None:
    """Let `reaction` run once at or after `due`.

    `key` says what this is for: while a job with that key is waiting, running or dead, a second
    call changes nothing. Once it has run the key is free again. A handler that wants to run
    again itself raises `RetryAt` instead of scheduling its own key.

    :raises RuntimeError: there is no transaction that this belongs to.
    """
    _require_transaction()
    job = Job(
        reaction=reaction,
        key=key,
        due=due,
        at=due,
        subject=subject,
        payload=payload,
        in_lane=False,
    )
    Job.objects.bulk_create([job], ignore_conflicts=True)
    bell.ring_on_commit()


def cancel(*, key: str) -> bool:
    """Take back the scheduled job `key`; False when it is unknown, running or dead.

    :raises RuntimeError: there is no transaction that this belongs to.
    """
    _require_transaction()
    deleted, _ = Job.objects.filter(key=key, state=JobState.PENDING).delete()
    return deleted == 1


def _require_transaction() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("an event is published in the transaction of the fact it tells")
