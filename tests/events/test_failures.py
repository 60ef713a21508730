"""What happens to a job that fails: wait longer each time, then stop and show it."""

import random
from datetime import timedelta

import pytest

from tests.events.builders import CASE, OTHER_CASE, install, note_in, publish
from tests.events.conftest import NOW
from zaakspoor.events import failures, operations, queries
from zaakspoor.events.models import Event, Job
from zaakspoor.events.reactions import GiveUp, Retry, RetryAt, Work
from zaakspoor.events.worker import drain

database = pytest.mark.django_db
TEST_BSN = "999990019"
LATER = NOW + timedelta(days=1)


def fail(work: Work) -> None:
    raise ValueError(f"register zegt nee tegen {TEST_BSN}")


@pytest.mark.parametrize(("attempt", "ceiling"), [(1, 5), (2, 15), (3, 45), (8, 3600), (999, 3600)])
def test_backoff_grows_to_its_cap_with_full_jitter(attempt: int, ceiling: int) -> None:
    random.seed(20261124)
    waits = [Retry().wait(attempt).total_seconds() for _ in range(500)]
    assert min(waits) >= 1
    assert max(waits) <= ceiling
    # Spread over the whole width, not around the top.
    assert min(waits) < ceiling * 0.3
    assert max(waits) > ceiling * 0.7


@database
def test_a_failed_job_waits_and_is_tried_again_until_it_is_dead() -> None:
    seen: list[Work] = []

    def note_and_fail(work: Work) -> None:
        seen.append(work)
        fail(work)

    install(note_and_fail, retry=Retry(attempts=3))
    publish()
    moment = NOW
    for _ in range(3):
        assert drain(moment) == 1
        moment += timedelta(hours=1)
    assert [work.attempt for work in seen] == [1, 2, 3]
    assert drain(LATER) == 0
    (letter,) = queries.dead_letters()
    assert (letter.attempts, letter.subject, letter.at) == (3, CASE, NOW)
    assert queries.health(LATER).dead == 1


@database
def test_a_planned_wait_costs_no_attempt() -> None:
    seen: list[int] = []

    def wait(work: Work) -> None:
        seen.append(work.attempt)
        raise RetryAt(work.now + timedelta(minutes=10), "register dicht")

    install(wait, retry=Retry(attempts=2))
    publish()
    for minutes in (0, 10, 20, 30):
        assert drain(NOW + timedelta(minutes=minutes)) == 1
        assert drain(NOW + timedelta(minutes=minutes + 9)) == 0
    assert seen == [1, 1, 1, 1]
    assert "register dicht" in Job.objects.get().error


@database
def test_giving_up_is_a_dead_letter_at_once() -> None:
    def give_up(work: Work) -> None:
        raise GiveUp("adres bestaat niet")

    install(give_up)
    publish()
    drain(NOW)
    (letter,) = queries.dead_letters()
    assert letter.error.startswith("GiveUp: adres bestaat niet (test_failures.py:")


@database
def test_a_failing_job_holds_up_its_own_case_only_and_a_dead_one_nobody() -> None:
    done: list[Work] = []

    def fail_once(work: Work) -> None:
        if work.payload.get("fail"):
            fail(work)
        done.append(work)

    install(fail_once, retry=Retry(attempts=2))
    publish(payload={"fail": True})
    publish()
    publish(subject=OTHER_CASE)
    drain(NOW)
    assert [work.subject for work in done] == [OTHER_CASE]
    drain(LATER)
    assert [work.subject for work in done] == [OTHER_CASE, CASE]


@database
def test_an_atomic_reaction_that_fails_leaves_nothing_behind() -> None:
    def write_and_fail(work: Work) -> None:
        publish(subject=OTHER_CASE)
        fail(work)

    install(write_and_fail, atomic=True)
    publish()
    drain(NOW)
    assert Event.objects.count() == 1
    assert Job.objects.get().attempt == 1


@database
def test_a_job_that_kills_its_worker_every_time_ends_as_a_dead_letter() -> None:
    install(note_in([]), retry=Retry(attempts=2))
    publish()
    Job.objects.update(attempt=2, state="leased", claimed_by="gone", due=NOW)
    assert drain(LATER) == 1
    (letter,) = queries.dead_letters()
    assert "stopped at every attempt" in letter.error


@database
def test_a_dead_letter_is_tried_again_or_dropped_and_only_once() -> None:
    done: list[Work] = []
    install(fail, retry=Retry(attempts=1))
    publish()
    publish()
    drain(NOW)
    drain(LATER)
    first, second = (letter.job_id for letter in queries.dead_letters())
    install(note_in(done), retry=Retry(attempts=1))
    operations.retry_dead(job_id=first, at=LATER)
    operations.drop_dead(job_id=second, reason=f"dubbel van {TEST_BSN}", at=LATER)
    for job_id in (first, second):
        with pytest.raises(operations.NotDead):
            operations.retry_dead(job_id=job_id, at=LATER)
        with pytest.raises(operations.NotDead):
            operations.drop_dead(job_id=job_id, reason="nog eens", at=LATER)
    assert drain(LATER) == 1
    assert [work.job_id for work in done] == [first]
    assert not Job.objects.exists()


@database
@pytest.mark.parametrize("written", [TEST_BSN, "9999.90.019", "999 990 019", f"({TEST_BSN})"])
def test_no_bsn_is_kept_or_logged_with_a_failure(
    written: str, caplog: pytest.LogCaptureFixture
) -> None:
    def complain(work: Work) -> None:
        raise ValueError(f"geen persoon met nummer {written} gevonden")

    install(complain, retry=Retry(attempts=1))
    publish()
    drain(NOW)
    error = queries.dead_letters()[0].error
    assert "geen persoon met nummer" in error
    for text in (error, caplog.text):
        assert written.strip("()") not in text


def test_a_long_message_is_cut_and_other_numbers_stay() -> None:
    text = failures.describe(ValueError("zaak ZAAK-2026-0000000017 en verder " + "x" * 1000))
    assert "0000000017" in text
    assert len(text) <= 400


@database
def test_events_are_swept_when_they_are_old_and_waiting_jobs_stay() -> None:
    install(note_in([]))
    publish(at=NOW - timedelta(days=31))
    publish(at=NOW - timedelta(days=29))
    assert operations.sweep(older_than=timedelta(days=30), at=NOW) == 1
    assert Event.objects.get().at == NOW - timedelta(days=29)
    assert Job.objects.count() == 2


@database
def test_health_names_the_last_worker_seen() -> None:
    assert queries.health(NOW).worker_seen_seconds_ago is None
    operations.see_worker(name="a", at=NOW - timedelta(days=2))
    operations.see_worker(name="b", at=NOW - timedelta(seconds=4))
    assert queries.health(NOW).worker_seen_seconds_ago == 4.0
    operations.forget_worker(name="b")
    assert queries.health(NOW).worker_seen_seconds_ago is None
