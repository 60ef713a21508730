"""What can be seen of events: the health of the outbox, dead letters, the newest number."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min

from zaakspoor.events.models import Event, Job, WorkerSeen


@dataclass(frozen=True, slots=True)
class OutboxHealth:
    """`pending` jobs should have been running; the oldest has waited `oldest_pending_seconds`.

    `worker_seen_seconds_ago` is None when no worker lives.
    """

    pending: int
    oldest_pending_seconds: float
    dead: int
    worker_seen_seconds_ago: float | None


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A job that nobody tries any more. `at` is the moment of its event."""

    job_id: int
    reaction: str
    topic: str
    subject: UUID | None
    attempts: int
    error: str
    at: datetime


def health(now: datetime) -> OutboxHealth:
    """Return how the outbox stands at `now`. Three SQL statements, each by an index.

    Counts what is overdue only: a timer for next week and a planned wait are no backlog.
    """
    overdue = Job.objects.filter(due__lte=now).aggregate(number=Count("id"), oldest=Min("due"))
    seen = WorkerSeen.objects.aggregate(at=Max("seen_at"))["at"]
    return OutboxHealth(
        pending=overdue["number"],
        oldest_pending_seconds=_seconds(overdue["oldest"], now) or 0.0,
        dead=Job.objects.filter(due__isnull=True).count(),
        worker_seen_seconds_ago=_seconds(seen, now),
    )


def dead_letters() -> list[DeadLetter]:
    """Return all dead letters, oldest first."""
    dead = Job.objects.filter(due__isnull=True).order_by("id")
    return [
        DeadLetter(
            job_id=job.id,
            reaction=job.reaction,
            topic=job.topic,
            subject=job.subject,
            attempts=job.attempt,
            error=job.error,
            at=job.at,
        )
        for job in dead
    ]


def last_event_id() -> int:
    """Return the number of the newest event, 0 when there is none.

    A page that is drawn now has seen everything up to here; it asks for what comes after.
    """
    newest: int | None = Event.objects.aggregate(newest=Max("id"))["newest"]
    return newest or 0


def last_event_of(subject: UUID, *, after: int) -> int | None:
    """Return the number of the newest event of `subject` that is higher than `after`."""
    later = Event.objects.filter(subject=subject, id__gt=after)
    newest: int | None = later.aggregate(newest=Max("id"))["newest"]
    return newest


def _seconds(since: datetime | None, now: datetime) -> float | None:
    return (now - since).total_seconds() if since else None
