"""A date as the civil registry knows it: whole, or with the day, the month or all unknown."""

import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MONTHS_NL = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS = {"nl": _MONTHS_NL, "en": _MONTHS_EN}
_UNKNOWN = {"nl": "onbekend", "en": "unknown"}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the day and the month, or everything is unknown (None).

    :raises ValueError: a day without a month, a month without a year, or no day of the calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if (self.month and not self.year) or (self.day and not self.month):
            raise ValueError("only the end of a date can be unknown")
        known = [part for part in (self.year, self.month, self.day) if part is not None]
        if known:
            date(*[*known, 1, 1][:3])

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read "1985-03-14", "1985-03", "1985" or "onbekend".

        :raises ValueError: it is none of these, or not on the calendar.
        """
        if text.strip().lower() in ("onbekend", "unknown"):
            return cls()
        found = _ISO.fullmatch(text.strip())
        if not found:
            raise ValueError("a date is written as 1985-03-14, 1985-03, 1985 or onbekend")
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year, month, day)

    def whole(self) -> date | None:
        """Return the calendar date, or None when a part of it is unknown."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    def text(self, language: str = "nl") -> str:
        """Return the date in words, in "nl" or "en": 14 maart 1985, maart 1985, 1985, onbekend."""
        if not self.year:
            return _UNKNOWN[language]
        month = _MONTHS[language][self.month - 1] if self.month else ""
        return " ".join(str(part) for part in (self.day, month, self.year) if part)

    def age_on(self, today: date) -> int | None:
        """Return the age in whole years on `today`, the youngest that is possible.

        Where the day or the month is unknown the last one counts, so that nobody is taken for
        older than they may be. None when nothing is known.
        """
        if not self.year:
            return None
        birthday = (self.month or 12, self.day or 31)
        return max(0, today.year - self.year - ((today.month, today.day) < birthday))
