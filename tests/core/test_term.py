from datetime import date

import pytest

from zaakspoor.core.term import Term, add_months


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("P8W", Term(weeks=8)),
        ("P3D", Term(days=3)),
        ("P6M", Term(months=6)),
        ("P1Y", Term(years=1)),
        ("8w", Term(weeks=8)),
        ("1wd", Term(working_days=1)),
        ("3d", Term(days=3)),
        ("1maand", Term(months=1)),
        ("5 jaar", Term(years=5)),
    ],
)
def test_a_term_is_read_from_both_notations(text: str, term: Term) -> None:
    assert Term.parse(text) == term


def test_a_term_has_one_unit() -> None:
    with pytest.raises(ValueError, match="one unit"):
        Term(weeks=1, days=2)


@pytest.mark.parametrize("text", ["", "8", "w8", "P", "PT5M", "-3d", "P1Y6M", "5min", "1,5w"])
def test_anything_else_is_refused_with_what_is_possible(text: str) -> None:
    with pytest.raises(ValueError, match="P8W"):
        Term.parse(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("8w", "P8W"), ("3d", "P3D"), ("2maand", "P2M"), ("1jaar", "P1Y"), ("1wd", "P1D"),
     ("10wd", "P14D"), ("12wd", "P16D")],
)  # fmt: skip
def test_a_term_goes_to_the_catalogue_as_iso_8601(text: str, iso: str) -> None:
    assert Term.parse(text).iso() == iso


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 2, date(2027, 1, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_a_month_ends_on_the_same_number_or_the_last_day(
    start: date, months: int, end: date
) -> None:
    assert add_months(start, months) == end
