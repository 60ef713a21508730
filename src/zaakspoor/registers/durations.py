"""ISO 8601 durations as the standard uses them: `P8W`, `P1Y6M`, `PT5M`.

Kept as text in the database: a month or a year is no number of days, so an interval column
would already have decided what only the calendar can decide.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_PATTERN = re.compile(
    r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """The calendar part of a duration; hours and less do not move a date."""

    years: int = 0
    months: int = 0
    days: int = 0

    def after(self, start: date) -> date:
        """Return the date this long after `start`; 31 January plus a month is 28 February."""
        months = start.month - 1 + self.months + 12 * self.years
        year, month = start.year + months // 12, months % 12 + 1
        day = min(start.day, monthrange(year, month)[1])
        return date(year, month, day) + timedelta(days=self.days)


def parse_duration(text: str) -> Duration:
    """Return the duration that the ISO 8601 text `text` writes.

    :raises ValueError: it is not a duration of the standard.
    """
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not an ISO 8601 duration")
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return Duration(years, months, weeks * 7 + days)
