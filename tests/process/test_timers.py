"""What time does by itself: too late, did not come, a reminder."""

from datetime import UTC, datetime, timedelta

import pytest

from simulators.people import person_with
from tests.builders.applications import MORNING, resident_actor, viewer_of
from tests.builders.cases import COME_BY, SOON, act, case_in, status_of
from zaakspoor.events.models import Job
from zaakspoor.events.worker import drain
from zaakspoor.process.messages.models import Message
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.tracking import queries as tracking

pytestmark = pytest.mark.usefixtures("extract")
ME = person_with("nieuw")
TWO_HOURS = timedelta(hours=2)
# 8 December 2026 ends at 23:00 UTC; five days before it, at nine in the morning.
AFTER_THE_DAY = datetime(2026, 12, 8, 23, 0, tzinfo=UTC)
REMINDER = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def without_machine() -> None:
    """Let the machine never begin, as when it stands still."""
    Job.objects.filter(reaction="automatic.run").delete()


@pytest.mark.parametrize("status", ["aangevraagd", "gegevens", "maken"])
def test_when_the_machine_stands_still_a_person_gets_it_after_two_hours(status: str) -> None:
    zaak_id = case_in(status)
    without_machine()
    drain(MORNING + TWO_HOURS - SECOND)
    assert status_of(zaak_id) == status
    drain(MORNING + TWO_HOURS)
    assert status_of(zaak_id) == "handmatig"
    assert CaseRoute.objects.get().facts["reden"] == "te_laat"
    track = tracking.track_of(zaak_id, viewer_of(ME), now=MORNING + TWO_HOURS)
    assert "Het duurde langer dan wij hadden beloofd." in track.status_text


def test_a_timer_of_a_status_that_was_left_does_nothing() -> None:
    zaak_id = case_in("gegevens")
    without_machine()
    act(zaak_id, "intrekken", resident_actor(ME))
    drain(MORNING + 2 * TWO_HOURS)
    assert status_of(zaak_id) == "ingetrokken"
    assert not Job.objects.exists()


def test_a_timer_of_an_earlier_visit_to_the_same_status_does_nothing() -> None:
    zaak_id = case_in("handmatig")
    again = MORNING + timedelta(hours=1, minutes=59)
    act(zaak_id, "nogmaals", at=again)
    without_machine()
    drain(MORNING + TWO_HOURS + SECOND)
    assert status_of(zaak_id) == "gegevens"
    drain(again + TWO_HOURS)
    assert status_of(zaak_id) == "handmatig"


def test_who_does_not_come_is_noticed_when_the_last_day_is_over() -> None:
    zaak_id = case_in("wacht_op_balie")
    drain(AFTER_THE_DAY - SECOND)
    assert status_of(zaak_id) == "wacht_op_balie"
    drain(AFTER_THE_DAY)
    assert status_of(zaak_id) == "na_balie"
    assert CaseRoute.objects.get().needs_person


def test_who_came_is_not_marked_absent() -> None:
    zaak_id = case_in("wacht_op_balie")
    act(zaak_id, "verschenen")
    entry = CaseRoute.objects.get().entry
    drain(AFTER_THE_DAY + timedelta(days=1))
    assert CaseRoute.objects.get(zaak_id=zaak_id).entry == entry


def test_the_reminder_goes_five_days_before_in_the_morning() -> None:
    case_in("wacht_op_balie")
    drain(REMINDER - SECOND)
    assert not Message.objects.filter(key="kom_langs_herinnering").exists()
    drain(REMINDER)
    assert Message.objects.get(key="kom_langs_herinnering").planned_at == REMINDER


def test_nobody_is_reminded_of_what_is_over() -> None:
    zaak_id = case_in("wacht_op_balie")
    act(zaak_id, "verschenen")
    drain(REMINDER + timedelta(days=1))
    assert not Message.objects.filter(key="kom_langs_herinnering").exists()


def test_who_is_invited_for_this_week_gets_no_reminder_at_once() -> None:
    zaak_id = case_in("handmatig")
    act(zaak_id, "naar_balie", facts=COME_BY | {"reactiedatum": "2026-11-27"})
    drain(SOON)
    drain(SOON + timedelta(days=2))
    assert not Message.objects.filter(key="kom_langs_herinnering").exists()
    assert Message.objects.filter(key="kom_langs").exists()
