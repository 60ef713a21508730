"""Everything that a person or the housekeeping changes in events, jobs and dead letters."""

import logging
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import transaction

from zaakspoor.core.refusals import Refused
from zaakspoor.events import bell, failures
from zaakspoor.events.models import Event, Job, JobState, WorkerSeen

log = logging.getLogger(__name__)
SWEEP_BATCH = 1000
FORGET_WORKERS = timedelta(days=1)


class NotDead(Refused):
    """There is no dead letter with this number, or somebody else was first."""

    code: ClassVar[str] = "geen-dode-brief"


@transaction.atomic
def retry_dead(*, job_id: int, at: datetime) -> None:
    """Give the dead letter `job_id` all its attempts again, from `at` on.

    :raises NotDead: there is no such dead letter.
    """
    job = _dead(job_id)
    job.state = JobState.PENDING
    job.due = at
    job.attempt = 0
    job.save(update_fields=["state", "due", "attempt"])
    bell.ring_on_commit()


@transaction.atomic
def drop_dead(*, job_id: int, reason: str, at: datetime) -> None:
    """Remove the dead letter `job_id` for good; the log keeps who it was and `reason`.

    :raises NotDead: there is no such dead letter.
    """
    job = _dead(job_id)
    log.warning(
        "dead_letter_dropped job=%s reaction=%s topic=%s subject=%s at=%s reason=%s error=%s",
        job.id,
        job.reaction,
        job.topic,
        job.subject,
        at.isoformat(),
        failures.blot(reason),
        job.error,
    )
    job.delete()


def sweep(*, older_than: timedelta, at: datetime) -> int:
    """Delete events that happened more than `older_than` before `at`, and return how many.

    Jobs carry what they need and stay. Goes in batches of one transaction each, because on
    SQLite nobody else can write during a transaction.
    """
    total = 0
    while True:
        with transaction.atomic():
            old = Event.objects.filter(at__lt=at - older_than).order_by("id")[:SWEEP_BATCH]
            deleted, _ = Event.objects.filter(
                id__in=list(old.values_list("id", flat=True))
            ).delete()
        total += deleted
        if deleted < SWEEP_BATCH:
            return total


@transaction.atomic
def see_worker(*, name: str, at: datetime) -> None:
    """Note that the worker `name` was alive at `at`; forget those that are long gone."""
    WorkerSeen.objects.update_or_create(name=name, defaults={"seen_at": at})
    WorkerSeen.objects.filter(seen_at__lt=at - FORGET_WORKERS).delete()


@transaction.atomic
def forget_worker(*, name: str) -> None:
    """Note that the worker `name` ended in good order."""
    WorkerSeen.objects.filter(name=name).delete()


def _dead(job_id: int) -> Job:
    job = Job.objects.select_for_update().filter(id=job_id, state=JobState.DEAD).first()
    if job is None:
        raise NotDead("Deze taak is niet (meer) vastgelopen. Bekijk de lijst opnieuw.")
    return job
