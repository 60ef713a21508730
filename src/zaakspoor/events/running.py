"""Running one claimed job to its end: finished, waiting for another try, or a dead letter."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DatabaseError, connection, transaction

from zaakspoor.events import claims, failures, reactions
from zaakspoor.events.models import Job, JobState
from zaakspoor.events.reactions import GiveUp, Reaction, RetryAt, Work

log = logging.getLogger(__name__)
SHORTEST_WAIT = timedelta(seconds=1)


class LeaseLost(Exception):
    """The lease ended while the job ran, and somebody else has the job now."""


def run(job: Job, *, now: datetime, clock: Callable[[], datetime]) -> None:
    """Run `job`, claimed at `now`, and write down how it ended at `clock()`.

    A failure of the handler never comes out. A failure of the database does: then nothing was
    written down, and the job comes back when its lease ends.
    """
    reaction = reactions.by_name(job.reaction)
    if job.attempt > reaction.retry.attempts:
        # Every try ended with the death of its worker: this job may be the cause.
        _bury(job, "its worker stopped at every attempt")
        return
    try:
        _handle(reaction, job, _work(job, now))
    except LeaseLost:
        log.warning("job_lease_lost job=%s reaction=%s", job.id, job.reaction)
    except RetryAt as wait:
        _wait(job, wait, clock())
    except GiveUp as error:
        _bury(job, failures.describe(error))
    except Exception as error:  # whatever a handler raises is a failed attempt
        _fail(reaction, job, error, clock())


def _handle(reaction: Reaction, job: Job, work: Work) -> None:
    if reaction.atomic:
        with transaction.atomic():
            # Finishing first locks the row: nobody can take over, and the effect and the end
            # of the job are committed together or not at all.
            _finish(job)
            reaction.handle(work)
    else:
        reaction.handle(work)
        _finish(job)


def _finish(job: Job) -> None:
    if not claims.finish(job):
        raise LeaseLost


def _wait(job: Job, wait: RetryAt, now: datetime) -> None:
    claims.held(job).update(
        state=JobState.PENDING,
        claimed_by="",
        due=max(wait.due, now + SHORTEST_WAIT),
        attempt=job.attempt - 1,
        error=failures.describe(wait),
    )


def _fail(reaction: Reaction, job: Job, error: Exception, now: datetime) -> None:
    text = failures.describe(error)
    if isinstance(error, DatabaseError) and not connection.in_atomic_block:
        # The connection may be the cause; the next statement makes a new one.
        connection.close()
    if job.attempt >= reaction.retry.attempts:
        _bury(job, text)
        return
    due = now + reaction.retry.wait(job.attempt)
    log.warning("job_failed job=%s reaction=%s error=%s", job.id, job.reaction, text)
    claims.held(job).update(state=JobState.PENDING, claimed_by="", due=due, error=text)


def _bury(job: Job, text: str) -> None:
    log.error("job_dead job=%s reaction=%s error=%s", job.id, job.reaction, text)
    claims.held(job).update(state=JobState.DEAD, claimed_by="", due=None, error=text)


def _work(job: Job, now: datetime) -> Work:
    return Work(
        job_id=job.id,
        reaction=job.reaction,
        topic=job.topic,
        subject=job.subject,
        payload=job.payload,
        attempt=job.attempt,
        at=job.at,
        now=now,
    )
