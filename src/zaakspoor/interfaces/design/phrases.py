"""How we say dates, times, spans and sizes to people, in the language of the page."""

from datetime import date, datetime, timedelta
from math import ceil

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext, ngettext

from zaakspoor.core.clock import AMSTERDAM, local_date

KILO = 1000
FILE_KINDS = {
    "application/pdf": "PDF",
    "application/json": "JSON",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "text/plain": "TXT",
}


def is_english() -> bool:
    """Say whether the page is in English; any other language gets Dutch."""
    return (get_language() or "nl").split("-")[0] == "en"


def day(on: date) -> str:
    """Return a day in full: "24 november 2026"."""
    return date_format(on, "j F Y")


def near_day(on: date, today: date) -> str:
    """Return "vandaag", "morgen", "gisteren", or the day in full."""
    near = {-1: gettext("gisteren"), 0: gettext("vandaag"), 1: gettext("morgen")}
    return near.get((on - today).days) or day(on)


def clock(at: datetime) -> str:
    """Return the time of day in Amsterdam: "14.05 uur", in English "14:05"."""
    local = at.astimezone(AMSTERDAM)
    return f"{local:%H:%M}" if is_english() else f"{local.hour}.{local:%M} uur"


def moment(at: datetime, now: datetime) -> str:
    """Return a day and a time: "vandaag om 14.05 uur"."""
    return gettext("%(day)s om %(time)s") % {
        "day": near_day(local_date(at), local_date(now)),
        "time": clock(at),
    }


def sentence(text: str) -> str:
    """Return `text` with a capital at the start."""
    return text[:1].upper() + text[1:]


def span(length: timedelta) -> str:
    """Return a length of time, rounded up: "1 minuut", "3 uur", "2 dagen"."""
    minutes = max(1, ceil(length.total_seconds() / 60))
    if minutes < 60:
        return ngettext("%(n)d minuut", "%(n)d minuten", minutes) % {"n": minutes}
    hours = ceil(minutes / 60)
    if hours < 24:
        return ngettext("%(n)d uur", "%(n)d uren", hours) % {"n": hours}
    return days(ceil(hours / 24))


def days(count: int) -> str:
    """Return a number of days: "1 dag", "7 dagen"."""
    return ngettext("%(n)d dag", "%(n)d dagen", count) % {"n": count}


def days_left(until: date, today: date) -> str:
    """Return how long there is until a last day (inclusive): "nog 3 dagen", "vandaag"."""
    left = (until - today).days
    if left < 0:
        return gettext("de datum is voorbij")
    if left == 0:
        return gettext("vandaag is de laatste dag")
    return gettext("nog %(days)s") % {"days": days(left)}


def file_size(size: int) -> str:
    """Return a number of bytes for people: "84 kB", "1,2 MB"."""
    if size < KILO:
        return gettext("%(n)d bytes") % {"n": size}
    if size < KILO * KILO:
        return f"{ceil(size / KILO)} kB"
    return f"{number_format(round(size / KILO / KILO, 1), 1)} MB"


def file_kind(mime: str) -> str:
    """Return the name people know a file type by: "PDF"."""
    return FILE_KINDS.get(mime) or mime.rpartition("/")[2].upper()


def euros(cents: int) -> str:
    """Return an amount: "gratis", "€ 12,50"."""
    if not cents:
        return gettext("gratis")
    return f"€ {number_format(cents / 100, 2)}"
