"""Who holds a job, for how long, and in which order a case is served."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.events.builders import CASE, OTHER_CASE, install, note_in, publish
from tests.events.conftest import NOW
from zaakspoor.events import claims, operations, queries, running
from zaakspoor.events.models import Job
from zaakspoor.events.reactions import Retry, Work
from zaakspoor.events.worker import drain

pytestmark = pytest.mark.django_db
LEASE = timedelta(seconds=60)
ENDED = NOW + LEASE


def claim(worker: str = "a", *, now: timedelta = timedelta(0), limit: int = 10) -> list[Job]:
    return claims.claim(now=NOW + now, limit=limit, worker=worker, lease=LEASE)


def test_a_claimed_job_belongs_to_one_worker_until_its_lease_ends() -> None:
    install(note_in([]))
    publish()
    (job,) = claim("a")
    assert claim("b") == []
    assert claim("b", now=LEASE - timedelta(microseconds=1)) == []
    (again,) = claim("b", now=LEASE)
    assert (again.id, again.attempt, again.claimed_by) == (job.id, 2, "b")


def test_a_renewed_lease_lasts_longer_and_only_for_its_holder() -> None:
    install(note_in([]))
    publish()
    (job,) = claim("a")
    half = LEASE / 2
    claims.renew(job_ids=[job.id], worker="b", now=NOW + half, lease=LEASE)
    assert Job.objects.get().due == ENDED
    claims.renew(job_ids=[job.id], worker="a", now=NOW + half, lease=LEASE)
    assert claim("b", now=LEASE) == []
    assert len(claim("b", now=LEASE + half)) == 1


@pytest.mark.parametrize("atomic", [True, False])
def test_a_worker_that_lost_its_lease_leaves_the_job_to_the_other(atomic: bool) -> None:
    seen: list[Work] = []
    install(note_in(seen), atomic=atomic)
    publish()
    (late,) = claim("a")
    (taken,) = claim("b", now=LEASE)
    running.run(late, now=NOW, clock=lambda: ENDED)
    assert Job.objects.get().claimed_by == "b"
    # An atomic reaction is not even begun; another must be idempotent anyway.
    assert len(seen) == (0 if atomic else 1)
    running.run(taken, now=ENDED, clock=lambda: ENDED)
    assert not Job.objects.exists()


def test_a_late_failure_of_a_lost_job_changes_nothing() -> None:
    def fail(work: Work) -> None:
        raise ValueError

    install(fail, retry=Retry(attempts=1))
    publish()
    (late,) = claim("a")
    claim("b", now=LEASE)
    running.run(late, now=NOW, clock=lambda: ENDED)
    assert Job.objects.get().claimed_by == "b"
    assert queries.dead_letters() == []


def test_one_case_is_served_in_order_and_others_beside_it() -> None:
    install(note_in([]))
    for subject in (CASE, CASE, OTHER_CASE):
        publish(subject=subject)
    first, other = claim("a")
    assert [first.subject, other.subject] == [CASE, OTHER_CASE]
    assert claim("b") == []
    running.run(first, now=NOW, clock=lambda: NOW)
    (second,) = claim("b")
    assert (second.subject, second.id > first.id) == (CASE, True)


def test_events_without_a_case_wait_for_nothing() -> None:
    install(note_in([]))
    publish(subject=None)
    publish(subject=None)
    assert len(claim()) == 2


def test_a_dead_letter_tried_again_waits_for_the_younger_job_that_runs() -> None:
    install(note_in([]), retry=Retry(attempts=1))
    publish()
    publish()
    dead = Job.objects.earliest("id")
    Job.objects.filter(id=dead.id).update(state="dead", due=None)
    (younger,) = claim("a")
    operations.retry_dead(job_id=dead.id, at=NOW)
    assert claim("b") == []
    # Its lease over, the younger one stands behind the older again.
    assert [job.id for job in claim("b", now=LEASE)] == [dead.id]
    assert younger.id > dead.id


def test_leases_of_the_dead_are_released_by_one_who_is_alone() -> None:
    seen: list[Work] = []
    install(note_in(seen))
    publish()
    claim("gone")
    assert claims.release_all(now=NOW) == 1
    assert drain(NOW) == 1
    assert seen[0].attempt == 2


def test_claiming_costs_the_same_for_one_job_and_for_a_hundred(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    install(note_in([]))
    for number in range(101):
        publish(subject=None, payload={"n": number})
    with django_assert_num_queries(5):
        assert len(claim(limit=1)) == 1
    with django_assert_num_queries(5):
        assert len(claim(limit=100)) == 100
