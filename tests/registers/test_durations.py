"""Durations move a date as the calendar does."""

from datetime import date

import pytest

from zaakspoor.registers.durations import parse_duration


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("P1Y", date(2026, 3, 2), date(2027, 3, 2)),
        ("P1Y", date(2028, 2, 29), date(2029, 2, 28)),
        ("P1M", date(2026, 1, 31), date(2026, 2, 28)),
        ("P13M", date(2026, 12, 15), date(2028, 1, 15)),
        ("P8W", date(2026, 3, 2), date(2026, 4, 27)),
        ("P10D", date(2026, 12, 28), date(2027, 1, 7)),
        ("P1Y6M2W3D", date(2026, 1, 1), date(2027, 7, 18)),
        ("PT5M", date(2026, 3, 2), date(2026, 3, 2)),
        ("P0D", date(2026, 3, 2), date(2026, 3, 2)),
    ],
)
def test_a_date_moves_by_a_duration(text: str, start: date, end: date) -> None:
    assert parse_duration(text).after(start) == end


@pytest.mark.parametrize("text", ["", "P", "PT", "8W", "P8", "P1.5Y", "P-1D", "P1D ", "P1DT"])
def test_anything_else_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="ISO 8601"):
        parse_duration(text)
