"""From a blueprint's span to a moment or a day. Pure rules."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from zaakspoor.core.calendar import Calendar
from zaakspoor.core.clock import AMSTERDAM, local_date
from zaakspoor.core.term import Term, TermUnit
from zaakspoor.process.blueprints.definition import Span

_UNITS: Mapping[str, TermUnit] = {
    "d": "days",
    "wd": "working_days",
    "w": "weeks",
    "maand": "months",
    "jaar": "years",
}


def moment_after(at: datetime, span: Span, calendar: Calendar) -> datetime:
    """Return the moment `span` after `at`; a span in days ends with the last second of its day."""
    if span.is_instant:
        return at + timedelta(seconds=span.seconds)
    day = day_after(local_date(at), span, calendar)
    return datetime.combine(day, time(23, 59, 59), tzinfo=AMSTERDAM)


def day_after(day: date, span: Span, calendar: Calendar) -> date:
    """Return the last day of a term of `span` that is caused by what happens on `day`.

    Counting begins the day after; the Algemene termijnenwet moves an end off a free day.
    """
    if span.is_instant:
        return day
    return calendar.end_of_term(day, Term.of(span.amount, _UNITS[span.unit]))


def iso_duration(span: Span) -> str:
    """Return the span as ISO 8601 duration in whole days, as the Catalogi API wants it.

    What is shorter than a day becomes one day: the attributes of the standard know no minutes.
    """
    return "P1D" if span.is_instant else Term.of(span.amount, _UNITS[span.unit]).iso()
