"""Days and moments as people read them, in both languages."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from zaakspoor.core.clock import AMSTERDAM

_MONTHS: Mapping[str, Sequence[str]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}


def spoken_day(day: date, language: str = "nl") -> str:
    """Return a day in words: 24 november 2026."""
    months = _MONTHS["en" if language.startswith("en") else "nl"]
    return f"{day.day} {months[day.month - 1]} {day.year}"


def spoken_moment(at: datetime, language: str = "nl") -> str:
    """Return an aware moment in Dutch time: 24 november 2026 om 10.05 uur."""
    local = at.astimezone(AMSTERDAM)
    day = spoken_day(local.date(), language)
    if language.startswith("en"):
        return f"{day} at {local:%H:%M}"
    return f"{day} om {local:%H.%M} uur"
