"""Which jobs may run now, and who holds them: leases on rows of one table."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, QuerySet

from zaakspoor.events import reactions
from zaakspoor.events.models import Job, JobState

# Due, known to this process, and at the head of its lane. A dead letter that is tried again may
# stand before a younger job that runs already. Written out, because it is asked some ten times
# for every application and Django takes a millisecond to compose it.
_RUNNABLE = """
    SELECT job.* FROM events_job job
    WHERE job.due <= %s AND job.reaction IN ({reactions})
    AND (NOT job.in_lane OR NOT EXISTS (
        SELECT 1 FROM events_job other
        WHERE other.in_lane AND other.id <> job.id
        AND other.subject = job.subject AND other.reaction = job.reaction
        AND (other.id < job.id AND other.state <> 'dead'
             OR other.state = 'leased' AND other.due > %s)
    ))
    ORDER BY job.due, job.id LIMIT %s
"""


def claim(*, now: datetime, limit: int, worker: str, lease: timedelta) -> list[Job]:
    """Take up to `limit` jobs that are due at `now` for `worker`, until `now + lease`.

    Nobody else gets them before the lease has ended. A job whose lease has ended comes back
    here by itself, with its attempt counted.
    """
    # On SQLite a transaction takes the one write lock: look before taking it. That a job must
    # wait for its lane is not looked at here, for that question is the dear one.
    if not Job.objects.filter(due__lte=now).exists():
        return []
    with transaction.atomic():
        jobs = _lock_runnable(now, limit)
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


def finish(job: Job) -> bool:
    """Remove the row of `job`, and return False when its lease went to somebody else."""
    held = "id = %s AND claimed_by = %s AND attempt = %s AND state = %s"
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM events_job WHERE {held}",
            [job.id, job.claimed_by, job.attempt, JobState.LEASED.value],
        )
        return bool(cursor.rowcount == 1)


def _lock_runnable(now: datetime, limit: int) -> list[Job]:
    names = reactions.names()
    if not names:
        return []
    sql = _RUNNABLE.format(reactions=", ".join(["%s"] * len(names)))
    # Rows that another worker is claiming right now are skipped, not waited for. SQLite has no
    # such lock and needs none, for its write transactions stand in line.
    if connection.features.has_select_for_update_skip_locked:
        sql += " FOR UPDATE OF job SKIP LOCKED"
    moment = connection.ops.adapt_datetimefield_value(now)
    return list(Job.objects.raw(sql, [moment, *names, moment, limit]))
