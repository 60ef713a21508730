"""Which jobs may run now, and who holds them: leases on rows of one table."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from zaakspoor.events import reactions
from zaakspoor.events.models import Job, JobState


def claim(*, now: datetime, limit: int, worker: str, lease: timedelta) -> list[Job]:
    """Take up to `limit` jobs that are due at `now` for `worker`, until `now + lease`.

    Nobody else gets them before the lease has ended. A job whose lease has ended comes back
    here by itself, with its attempt counted.
    """
    # On SQLite a transaction takes the one write lock: look before taking it. That a job must
    # wait for its lane is not looked at here, for that question is the dear one.
    if not Job.objects.filter(due__lte=now).exists():
        return []
    due = _runnable(now)
    with transaction.atomic():
        # Rows that another worker is claiming right now are skipped, not waited for. SQLite has
        # no such lock and needs none, for its write transactions stand in line.
        jobs = list(due.order_by("due", "id").select_for_update(skip_locked=True)[:limit])
        Job.objects.filter(id__in=[job.id for job in jobs]).update(
            state=JobState.LEASED,
            claimed_by=worker,
            due=now + lease,
            attempt=F("attempt") + 1,
        )
    for job in jobs:
        job.attempt += 1
        job.claimed_by = worker
    return jobs


def renew(*, job_ids: Collection[int], worker: str, now: datetime, lease: timedelta) -> None:
    """Hold on to jobs that are still running."""
    with transaction.atomic():
        # A job that is just being finished is locked; it needs no longer lease.
        mine = Job.objects.filter(id__in=job_ids, claimed_by=worker, state=JobState.LEASED)
        ids = list(mine.select_for_update(skip_locked=True).values_list("id", flat=True))
        Job.objects.filter(id__in=ids).update(due=now + lease)


def release_all(*, now: datetime) -> int:
    """Make every leased job due at `now`. Only for one who knows that no worker lives."""
    return Job.objects.filter(state=JobState.LEASED).update(due=now)


def held(job: Job) -> QuerySet[Job]:
    """Return the row of `job`, or nothing when its lease went to somebody else."""
    return Job.objects.filter(
        id=job.id, claimed_by=job.claimed_by, attempt=job.attempt, state=JobState.LEASED
    )


def _runnable(now: datetime) -> QuerySet[Job]:
    """Return the jobs that are due, known to this process, and at the head of their lane."""
    unfinished = Q(id__lt=OuterRef("id")) & ~Q(state=JobState.DEAD)
    # A dead letter that is tried again may stand before a younger job that runs already.
    running = Q(state=JobState.LEASED, due__gt=now)
    lane = Job.objects.filter(
        subject=OuterRef("subject"), reaction=OuterRef("reaction"), in_lane=True
    )
    before = lane.exclude(id=OuterRef("id")).filter(unfinished | running)
    return Job.objects.filter(
        Q(in_lane=False) | ~Exists(before), due__lte=now, reaction__in=reactions.names()
    )
