"""The legal calendar: public holidays, working days, and the last day of a term.

Algemene termijnenwet (ATW): article 1 moves the end of a statutory term off a free day, article
2 gives a short term at least two working days, article 3 names the free days, article 4 says
which terms stay as they fall.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from zaakspoor.core.term import Term, TermUnit, add_months

__all__ = ["Calendar", "Term", "is_movable", "public_holidays"]

_DAY = timedelta(days=1)
# ATW 2: a term of this many days or more holds two working days.
_SHORTEST_GUARDED_TERM = 3


@lru_cache(maxsize=256)
def public_holidays(year: int) -> MappingProxyType[date, str]:
    """Return the public holidays of ATW 3 in `year`, by date, with their Dutch names.

    Liberation Day counts every year: the law does not know the custom of once in five years.
    King's Day moves to Saturday when 27 April is a Sunday.
    """
    easter = _easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.isoweekday() == 7:
        kings_day -= _DAY
    days = {
        date(year, 1, 1): "Nieuwjaarsdag",
        easter - 2 * _DAY: "Goede Vrijdag",
        easter + 1 * _DAY: "Tweede Paasdag",
        kings_day: "Koningsdag",
        date(year, 5, 5): "Bevrijdingsdag",
        easter + 39 * _DAY: "Hemelvaartsdag",
        easter + 50 * _DAY: "Tweede Pinksterdag",
        date(year, 12, 25): "Eerste Kerstdag",
        date(year, 12, 26): "Tweede Kerstdag",
    }
    return MappingProxyType(dict(sorted(days.items())))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of one municipality.

    `equated` are days that a decree puts on a par with a public holiday (ATW 3 lid 3), such as
    a Friday after Ascension Day.
    """

    equated: frozenset[date] = frozenset()

    def is_free(self, day: date) -> bool:
        """Tell whether `day` is a Saturday, a Sunday, a public holiday or equated with one."""
        return day.isoweekday() >= 6 or day in self.equated or day in public_holidays(day.year)

    def next_working_day(self, day: date) -> date:
        """Return `day` itself when it is a working day, else the first one after it (ATW 1)."""
        while self.is_free(day):
            day += _DAY
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """Return the working day that comes `count` working days after `day`.

        The day itself never counts; with a count of 0 the answer is `next_working_day`.

        :raises ValueError: `count` is negative.
        """
        if count < 0:
            raise ValueError("working days are counted forward")
        if count == 0:
            return self.next_working_day(day)
        working = self._working_days_after(day)
        for _ in range(count - 1):
            next(working)
        return next(working)

    def working_days_between(self, after: date, until: date) -> int:
        """Count the working days later than `after`, up to and including `until`."""
        days = (after + n * _DAY for n in range(1, (until - after).days + 1))
        return sum(not self.is_free(day) for day in days)

    def end_of_term(self, start: date, term: Term, *, statutory: bool = True) -> date:
        """Return the last day of a term that is caused by something that happens on `start`.

        Counting begins the day after: eight weeks from a Tuesday end on a Tuesday. A month or
        a year ends on the day of the same number, or else the last day of that month.

        `statutory`: the term stands in a law, so the ATW moves its end. A term that is only a
        promise ends where it ends, except in working days, which by their nature end on one.

        :raises ValueError: the term counts backward; ATW 4b leaves those alone, and so do we.
        """
        if term.amount < 0:
            raise ValueError("a term that is counted back has no end to move (ATW 4)")
        if term.unit == "working_days":
            return self.add_working_days(start, term.amount)
        end = _plain_end(start, term)
        if not statutory or not is_movable(term):
            return end
        return self._moved(start, end, term)

    def _moved(self, start: date, end: date, term: Term) -> date:
        if _days_of(term) >= _SHORTEST_GUARDED_TERM:
            # ATW 2: extended until two days in it are working days.
            end = max(end, self.add_working_days(start, 2))
        return self.next_working_day(end)

    def _working_days_after(self, day: date) -> Iterator[date]:
        while True:
            day += _DAY
            if not self.is_free(day):
                yield day


def is_movable(term: Term) -> bool:
    """Tell whether ATW 1 and 2 apply to a statutory term of this length.

    They do not beyond 90 days, twelve weeks or three months, nor to any term in years (ATW 4a).
    """
    limits: dict[TermUnit, int] = {
        "days": 90,
        "weeks": 12,
        "months": 3,
        "years": 0,
        "working_days": 90,
    }
    return term.amount <= limits[term.unit]


def _plain_end(start: date, term: Term) -> date:
    match term.unit:
        case "weeks":
            return start + timedelta(weeks=term.amount)
        case "months":
            return add_months(start, term.amount)
        case "years":
            return add_months(start, 12 * term.amount)
        case _:
            return start + timedelta(days=term.amount)


def _days_of(term: Term) -> int:
    # Weeks and months always hold two working days; only a term in days can be too short.
    return term.amount if term.unit == "days" else _SHORTEST_GUARDED_TERM


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
