from datetime import UTC, date, datetime

import pytest

from zaakspoor.core.clock import local_date


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 3, 9, 23, 30, tzinfo=UTC), date(2026, 3, 10)),
        (datetime(2026, 3, 9, 22, 59, tzinfo=UTC), date(2026, 3, 9)),
        (datetime(2026, 7, 9, 22, 0, tzinfo=UTC), date(2026, 7, 10)),  # summer time
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_date_is_the_one_in_the_netherlands(at: datetime, day: date) -> None:
    assert local_date(at) == day


def test_a_moment_without_a_zone_has_no_date() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_date(datetime.fromisoformat("2026-03-09T12:00:00"))
