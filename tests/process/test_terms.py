"""Clocks and promises: a clock starts once, and what was first promised stays written."""

from datetime import UTC, date, datetime, timedelta

import pytest

from simulators.people import person_with
from tests.builders.applications import MORNING, apply, viewer_of
from tests.builders.cases import SOON, act, case_in
from zaakspoor.events.worker import drain
from zaakspoor.process.blueprints.definition import Clock, Span
from zaakspoor.process.terms import operations as terms
from zaakspoor.process.terms.models import Promise, RunningClock
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.track import Expectation, Track
from zaakspoor.registers.zaken.models import Zaak

pytestmark = pytest.mark.usefixtures("extract")
ME = person_with("nieuw")


def track(zaak: Zaak, now: datetime = SOON) -> Track:
    return tracking.track_of(zaak.uuid, viewer_of(ME), now=now)


def test_sending_starts_the_first_clock_and_promises_minutes() -> None:
    apply()
    promise = Promise.objects.get()
    assert (promise.number, promise.clock) == (1, "leveren")
    assert promise.expected_at == MORNING + timedelta(minutes=5)
    assert promise.latest_on == date(2026, 11, 25)
    zaak = Zaak.objects.get()
    assert zaak.einddatum_gepland == date(2026, 11, 24)
    assert zaak.uiterlijke_einddatum_afdoening == date(2026, 11, 25)
    assert track(zaak).expected == Expectation(date(2026, 11, 24), MORNING + timedelta(minutes=5))


def test_a_term_in_working_days_jumps_over_the_weekend() -> None:
    apply(at=datetime(2026, 11, 27, 16, 0, tzinfo=UTC))
    assert Promise.objects.get().latest_on == date(2026, 11, 30)


def test_late_in_the_evening_the_day_is_the_dutch_one() -> None:
    apply(at=datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    assert Promise.objects.get().expected_on == date(2026, 11, 25)


def test_a_person_means_a_second_clock_and_a_second_promise() -> None:
    case_in("handmatig")
    first, second = Promise.objects.order_by("number")
    assert (first.clock, first.number) == ("leveren", 1)
    assert first.expected_at == MORNING + timedelta(minutes=5)
    assert (second.clock, second.number) == ("mens", 2)
    assert (second.expected_at, second.expected_on) == (None, date(2026, 11, 25))
    assert second.latest_on == date(2026, 11, 27)
    assert RunningClock.objects.get(key="leveren").stopped_at == SOON
    seen = track(Zaak.objects.get())
    assert seen.promised == Expectation(date(2026, 11, 24), MORNING + timedelta(minutes=5))
    assert seen.expected == Expectation(date(2026, 11, 25))
    assert seen.latest == Expectation(date(2026, 11, 27))


def test_coming_back_to_a_person_starts_no_clock_again() -> None:
    zaak_id = case_in("handmatig", person="onderzoek")
    started = RunningClock.objects.get(key="mens").started_at
    days_later = SOON + timedelta(days=2)
    act(zaak_id, "nogmaals", at=days_later)
    drain(days_later)
    assert RunningClock.objects.get(key="mens").started_at == started
    assert Promise.objects.count() == 2


def test_starting_a_clock_twice_changes_nothing() -> None:
    sent = apply()
    clock = Clock("leveren", "aangevraagd", (), Span(1, "d"), Span(8, "w"), "")
    terms.start_clock(zaak_id=sent.zaak_id, clock=clock, at=SOON)
    assert Promise.objects.count() == RunningClock.objects.count() == 1
    assert Zaak.objects.get().uiterlijke_einddatum_afdoening == date(2026, 11, 25)


def test_the_end_stops_every_clock() -> None:
    case_in("klaar")
    assert not RunningClock.objects.filter(stopped_at=None).exists()
    assert RunningClock.objects.get(key="leveren").stopped_at == SOON


def test_at_the_end_the_first_promise_is_what_counts() -> None:
    zaak_id = case_in("handmatig")
    done = MORNING + timedelta(days=7)
    act(zaak_id, "klaar", at=done, facts={"uittreksel": "x"})
    seen = track(Zaak.objects.get(), done)
    assert (seen.expected, seen.latest) == (None, None)
    assert seen.promised == Expectation(date(2026, 11, 24), MORNING + timedelta(minutes=5))
    assert seen.days_from_promise == 7


def test_on_the_promised_day_is_on_time() -> None:
    sent = apply()
    drain(SOON)
    assert tracking.track_of(sent.zaak_id, viewer_of(ME), now=SOON).days_from_promise == 0
