"""The one time zone of the law, and the local date of a moment."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local_date(at: datetime) -> date:
    """Return the calendar date in the Netherlands at the aware moment `at`.

    A legal term counts Dutch calendar days: 23:30 UTC is already tomorrow.

    :raises ValueError: `at` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone has no local date")
    return at.astimezone(AMSTERDAM).date()
