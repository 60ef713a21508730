"""Dates, times, spans and sizes as people say them, in two languages."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.utils import translation

from zaakspoor.interfaces.design import phrases, promises
from zaakspoor.process.tracking.track import Expectation, Track

NOW = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
RUNNING = Track(
    zaak_id=UUID("0d7f8a54-8a5a-4a8e-9a5b-5a9d3f1e2c4b"),
    identificatie="ZAAK-2026-0000000001",
    title="Uittreksel uit de BRP",
    status_title="Wij maken uw uittreksel",
    status_text="Dit duurt meestal een paar seconden.",
    turn="gemeente",
    team="burgerzaken",
    received_at=NOW,
    steps=(),
    expected=Expectation(date(2026, 11, 24), NOW + timedelta(minutes=5)),
    latest=Expectation(date(2026, 11, 25)),
    promised=Expectation(date(2026, 11, 24), NOW + timedelta(minutes=5)),
    closed_at=None,
    days_from_promise=None,
    result=None,
    tasks=(),
    actions=(),
    documents=(),
    messages=(),
    source="Zaakregister van de gemeente",
    as_of=NOW,
)


def test_a_moment_is_near_or_in_full() -> None:
    assert phrases.moment(NOW, NOW) == "vandaag om 14.05 uur"
    assert phrases.moment(NOW - timedelta(days=1), NOW) == "gisteren om 14.05 uur"
    assert phrases.moment(NOW - timedelta(days=9), NOW) == "15 november 2026 om 14.05 uur"
    with translation.override("en"):
        assert phrases.moment(NOW, NOW) == "today at 14:05"
        assert phrases.day(date(2026, 11, 4)) == "4 November 2026"


def test_a_day_begins_in_amsterdam() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert phrases.moment(late, NOW) == "morgen om 0.30 uur"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 minuut"), (60, "1 minuut"), (61, "2 minuten"), (3600, "1 uur"), (90_000, "2 dagen")],
)
def test_a_span_is_rounded_up(seconds: int, words: str) -> None:
    assert phrases.span(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("size", "words"), [(12, "12 bytes"), (84_211, "85 kB"), (1_184_211, "1,2 MB")]
)
def test_a_size_is_for_people(size: int, words: str) -> None:
    assert phrases.file_size(size) == words


def test_a_last_day_counts_itself() -> None:
    today = date(2026, 11, 24)
    assert phrases.days_left(date(2026, 12, 1), today) == "nog 7 dagen"
    assert phrases.days_left(today, today) == "vandaag is de laatste dag"
    assert phrases.days_left(date(2026, 11, 23), today) == "de datum is voorbij"


def test_what_we_expect_stands_beside_the_latest() -> None:
    expected, latest = promises.lines_of(RUNNING, NOW)
    assert (expected.kind, expected.text) == ("Wij verwachten", "vandaag om 14.10 uur")
    assert expected.note == "Dat is binnen 5 minuten."
    assert (latest.kind, latest.text) == ("Uiterlijk", "morgen")


def test_a_promise_that_passed_is_not_hidden() -> None:
    line = promises.lines_of(RUNNING, NOW + timedelta(minutes=6))[0]
    assert line.note.startswith("Het duurt langer dan wij dachten.")


def test_a_new_date_stands_beside_the_first_one() -> None:
    moved = replace(RUNNING, expected=Expectation(date(2026, 11, 27)))
    assert promises.lines_of(moved, NOW)[0].note == "Eerst zeiden wij: 24 november 2026."


@pytest.mark.parametrize(
    ("after", "days", "words"),
    [
        (timedelta(seconds=20), 0, "Binnen 1 minuut klaar."),
        (timedelta(minutes=7), 0, "2 minuten later dan beloofd. Dat spijt ons."),
        (timedelta(days=2), 2, "2 dagen later dan beloofd. Dat spijt ons."),
    ],
)
def test_the_end_tells_how_the_promise_was_kept(after: timedelta, days: int, words: str) -> None:
    done = replace(RUNNING, closed_at=NOW + after, days_from_promise=days)
    [line] = promises.lines_of(done, NOW + after)
    assert (line.kind, line.note) == ("Klaar", words)


def test_earlier_than_promised_is_said_in_days() -> None:
    promised = Expectation(date(2026, 12, 1))
    done = replace(RUNNING, promised=promised, closed_at=NOW, days_from_promise=-7)
    assert promises.lines_of(done, NOW)[0].note == "7 dagen eerder dan verwacht."
