"""A length of time as the law, the standard and a blueprint write it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

TermUnit = Literal["days", "working_days", "weeks", "months", "years"]

_ISO = re.compile(r"P(\d+)([DWMY])")
_SHORT = re.compile(r"(\d+)\s*(d|wd|w|maand|jaar)")
_ISO_UNITS: dict[str, TermUnit] = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
_SHORT_UNITS: dict[str, TermUnit] = {
    "d": "days",
    "wd": "working_days",
    "w": "weeks",
    "maand": "months",
    "jaar": "years",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """So many whole days, working days, weeks, months or years: one of the five.

    Hours and minutes are no Term but a `timedelta`: the Algemene termijnenwet leaves terms in
    hours alone (4a), and a target in minutes is a promise, not a legal term.

    :raises ValueError: more than one unit is given.
    """

    days: int = 0
    working_days: int = 0
    weeks: int = 0
    months: int = 0
    years: int = 0

    def __post_init__(self) -> None:
        if len(self._given()) > 1:
            raise ValueError("a term has one unit; the law has no weeks and days together")

    @property
    def unit(self) -> TermUnit:
        """The unit that is given; days for a term of nothing."""
        return next(iter(self._given()), "days")

    @property
    def amount(self) -> int:
        """How many of that unit."""
        return next(iter(self._given().values()), 0)

    @classmethod
    def of(cls, amount: int, unit: TermUnit) -> "Term":
        """Return the term of `amount` times `unit`."""
        return cls(**{unit: amount})

    @classmethod
    def parse(cls, text: str) -> "Term":
        """Read an ISO 8601 duration of one unit ("P8W"), or a short word ("8w", "1wd", "3d").

        :raises ValueError: the text is neither; the message shows what is possible.
        """
        if found := _ISO.fullmatch(text):
            return cls.of(int(found[1]), _ISO_UNITS[found[2]])
        if found := _SHORT.fullmatch(text):
            return cls.of(int(found[1]), _SHORT_UNITS[found[2]])
        raise ValueError(f"{text!r} is no term; write P8W, P3D, 8w, 1wd, 3d, 1maand or 1jaar")

    def iso(self) -> str:
        """Return the ISO 8601 duration, as doorlooptijd and servicenorm want it (Catalogi API).

        ISO 8601 has no working days: each five become a week, and what remains days.
        """
        if self.working_days:
            weeks, days = divmod(self.working_days, 5)
            return f"P{7 * weeks + days}D"
        return f"P{self.amount}{self.unit[0].upper()}"

    def _given(self) -> dict[TermUnit, int]:
        amounts: dict[TermUnit, int] = {
            "days": self.days,
            "working_days": self.working_days,
            "weeks": self.weeks,
            "months": self.months,
            "years": self.years,
        }
        return {unit: amount for unit, amount in amounts.items() if amount}


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of a month that is too short."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, last))
