from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zaakspoor.core.calendar import Calendar, is_movable, public_holidays
from zaakspoor.core.term import Term

CALENDAR = Calendar()
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
TERMS = st.one_of(
    st.builds(Term, days=st.integers(0, 200)),
    st.builds(Term, working_days=st.integers(0, 60)),
    st.builds(Term, weeks=st.integers(0, 30)),
    st.builds(Term, months=st.integers(0, 14)),
    st.builds(Term, years=st.integers(0, 3)),
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_the_public_holidays_of_2026() -> None:
    assert {str(on): name for on, name in public_holidays(2026).items()} == {
        "2026-01-01": "Nieuwjaarsdag",
        "2026-04-03": "Goede Vrijdag",
        "2026-04-06": "Tweede Paasdag",
        "2026-04-27": "Koningsdag",
        "2026-05-05": "Bevrijdingsdag",
        "2026-05-14": "Hemelvaartsdag",
        "2026-05-25": "Tweede Pinksterdag",
        "2026-12-25": "Eerste Kerstdag",
        "2026-12-26": "Tweede Kerstdag",
    }


# Published dates of Easter Monday, far apart and on both edges of the calendar.
@pytest.mark.parametrize(
    "monday",
    ["1818-03-23", "1961-04-03", "2000-04-24", "2008-03-24", "2019-04-22", "2024-04-01",
     "2025-04-21", "2027-03-29", "2030-04-22", "2038-04-26", "2049-04-19"],
)  # fmt: skip
def test_easter_falls_where_it_was_published(monday: str) -> None:
    assert public_holidays(day(monday).year)[day(monday)] == "Tweede Paasdag"


@pytest.mark.parametrize(
    ("year", "expected"), [(2024, "2024-04-27"), (2025, "2025-04-26"), (2031, "2031-04-26")]
)
def test_kings_day_is_on_saturday_when_the_27th_is_a_sunday(year: int, expected: str) -> None:
    assert public_holidays(year)[day(expected)] == "Koningsdag"


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_liberation_day_counts_every_year(year: int) -> None:
    assert CALENDAR.is_free(date(year, 5, 5))


def test_a_year_can_have_eight_holidays_when_two_fall_on_one_day() -> None:
    # Ascension Day of 2016 was on 5 May.
    assert len(public_holidays(2016)) == 8
    assert date(2016, 5, 5) in public_holidays(2016)


@pytest.mark.parametrize(
    ("received", "term", "last_day"),
    [
        ("2026-03-03", "8w", "2026-04-28"),  # no free day in the way
        ("2026-03-02", "8w", "2026-04-28"),  # 27 April is King's Day
        ("2026-03-10", "8w", "2026-05-06"),  # 5 May, not a lustrum year
        ("2026-02-06", "8w", "2026-04-07"),  # Good Friday, weekend, Easter Monday
        ("2026-10-30", "8w", "2026-12-28"),  # Christmas on Friday and Saturday
        ("2026-04-02", "6w", "2026-05-15"),  # objection (Awb 6:7): Ascension Day
        ("2026-03-07", "13w", "2026-06-06"),  # a Saturday: 13 weeks is beyond ATW 4a
        ("2026-03-07", "12w", "2026-06-01"),  # a Saturday: 12 weeks is not beyond it
        ("2026-01-31", "1maand", "2026-03-02"),  # 28 February is a Saturday
        ("2026-03-13", "3maand", "2026-06-15"),  # 13 June is a Saturday
        ("2026-03-13", "4maand", "2026-07-13"),
        ("2026-03-14", "4maand", "2026-07-14"),
        ("2026-02-28", "6maand", "2026-08-28"),
        ("2026-05-25", "1jaar", "2027-05-25"),
        ("2026-08-15", "1jaar", "2027-08-15"),  # a Sunday: years are never moved
        ("2026-01-04", "90d", "2026-04-07"),  # 4 April is the Saturday before Easter
        ("2026-01-03", "91d", "2026-04-04"),  # the same day, one day too long for the ATW
        ("2026-04-02", "1d", "2026-04-07"),  # a term of one day ends after the free days
        ("2026-04-02", "2d", "2026-04-07"),
        ("2026-04-02", "3d", "2026-04-08"),  # three days hold two working days: 7 and 8 April
        ("2026-04-30", "5d", "2026-05-06"),
        ("2026-12-24", "3d", "2026-12-29"),
        ("2026-11-24", "1wd", "2026-11-25"),
        ("2026-11-27", "1wd", "2026-11-30"),
        ("2026-04-02", "1wd", "2026-04-07"),
    ],
)
def test_a_statutory_term_ends_on(received: str, term: str, last_day: str) -> None:
    assert CALENDAR.end_of_term(day(received), Term.parse(term)) == day(last_day)


def test_a_suspension_of_thirteen_days_moves_the_end_along() -> None:
    # Awb 4:15: asked on 17 March, counted from the 18th, given on 31 March: 13 days stand still.
    stood_still = (day("2026-03-31") - day("2026-03-18")).days
    plain_end = day("2026-03-03") + timedelta(weeks=8)
    assert stood_still == 13
    assert CALENDAR.next_working_day(plain_end + timedelta(days=stood_still)) == day("2026-05-11")


def test_a_promise_is_not_moved() -> None:
    saturday = CALENDAR.end_of_term(day("2026-11-21"), Term.parse("P1W"), statutory=False)
    assert saturday == day("2026-11-28")


def test_an_equated_day_is_free() -> None:
    friday = day("2026-05-15")
    equated = Calendar(equated=frozenset({friday}))
    assert not CALENDAR.is_free(friday)
    assert equated.end_of_term(day("2026-04-02"), Term(weeks=6)) == day("2026-05-18")


def test_working_days_between_counts_the_last_and_not_the_first() -> None:
    assert CALENDAR.working_days_between(day("2026-04-02"), day("2026-04-07")) == 1
    assert CALENDAR.working_days_between(day("2026-11-23"), day("2026-11-27")) == 4
    assert CALENDAR.working_days_between(day("2026-11-27"), day("2026-11-23")) == 0


def test_nothing_is_counted_back() -> None:
    with pytest.raises(ValueError, match="counted back"):
        CALENDAR.end_of_term(day("2026-11-24"), Term(weeks=-1))
    with pytest.raises(ValueError, match="counted forward"):
        CALENDAR.add_working_days(day("2026-11-24"), -1)


@given(start=DAYS, term=TERMS)
def test_the_law_never_shortens_a_term(start: date, term: Term) -> None:
    assert CALENDAR.end_of_term(start, term) >= CALENDAR.end_of_term(start, term, statutory=False)


@given(start=DAYS, term=TERMS.filter(is_movable))
def test_a_movable_term_ends_on_a_working_day(start: date, term: Term) -> None:
    assert not CALENDAR.is_free(CALENDAR.end_of_term(start, term))


@given(start=DAYS, days=st.integers(3, 90))
def test_a_term_of_three_days_or_more_holds_two_working_days(start: date, days: int) -> None:
    end = CALENDAR.end_of_term(start, Term(days=days))
    assert CALENDAR.working_days_between(start, end) >= 2


@given(start=DAYS, later=st.integers(0, 40), term=TERMS)
def test_who_starts_later_ends_no_earlier(start: date, later: int, term: Term) -> None:
    first = CALENDAR.end_of_term(start, term)
    assert first <= CALENDAR.end_of_term(start + timedelta(days=later), term)


@given(start=DAYS, count=st.integers(1, 60))
def test_adding_and_counting_working_days_agree(start: date, count: int) -> None:
    end = CALENDAR.add_working_days(start, count)
    assert CALENDAR.working_days_between(start, end) == count
