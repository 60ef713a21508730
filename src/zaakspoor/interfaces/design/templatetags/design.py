"""The words and shapes that templates ask for: `{% load design %}`."""

from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.utils.translation import gettext

from zaakspoor.core.clock import local_date
from zaakspoor.interfaces.design import phrases, promises
from zaakspoor.process.blueprints.form_definition import Text
from zaakspoor.process.tracking.track import Track, TrackCard, TrackDocument, TrackTask

register = template.Library()

JSON = "application/json"
TIME = '<time datetime="{}">{}</time>'


@register.filter
def text(value: Text | None) -> str:
    """Return a blueprint's text in the language of the page."""
    return value.in_language("en" if phrases.is_english() else "nl") if value else ""


@register.filter
def moment(at: datetime, place: str = "") -> SafeString:
    """Return a moment: "vandaag om 14.05 uur"; with a capital when `place` is "zin"."""
    words = phrases.moment(at, now())
    shown = phrases.sentence(words) if place == "zin" else words
    return format_html(TIME, at.isoformat(timespec="seconds"), shown)


@register.filter
def clock(at: datetime) -> SafeString:
    """Return a time of day: "14.05 uur"."""
    return format_html(TIME, at.isoformat(timespec="seconds"), phrases.clock(at))


@register.filter
def day(on: date) -> SafeString:
    """Return a day in full; of a moment the day in Amsterdam."""
    on = local_date(on) if isinstance(on, datetime) else on
    return format_html(TIME, on.isoformat(), phrases.day(on))


@register.filter
def days_left(until: date) -> str:
    """Return how long there is until a last day: "nog 3 dagen"."""
    return phrases.days_left(until, local_date(now()))


@register.filter
def file_size(size: int) -> str:
    """Return a number of bytes for people."""
    return phrases.file_size(size)


@register.filter
def file_kind(mime: str) -> str:
    """Return the name people know a file type by."""
    return phrases.file_kind(mime)


@register.filter
def euros(cents: int) -> str:
    """Return an amount of money, in cents, for people."""
    return phrases.euros(cents)


@register.filter
def sentence(value: str) -> str:
    """Return the text with a capital at the start."""
    return phrases.sentence(value)


@register.filter
def promise_lines(track: Track) -> list[promises.PromiseLine]:
    """Return the dates to show of a case, each with its kind."""
    return promises.lines_of(track, now())


@register.filter
def documents_by_sender(track: Track) -> list[TrackDocument]:
    """Return the documents, those of the municipality first, what people read before data."""
    return sorted(track.documents, key=lambda file: (file.sender == "u", file.mime == JSON))


@register.filter
def other_tasks(track: Track) -> list[TrackTask]:
    """Return the tasks that the status itself does not tell already."""
    return [task for task in track.tasks if task.title != track.status_title]


@register.filter
def version(track: Track) -> str:
    """Return a mark that changes when anything of the track changes, but its time of reading."""
    kept = replace(track, as_of=track.received_at)
    return sha256(repr(kept).encode()).hexdigest()[:16]


@register.filter
def turn_words(case: Track | TrackCard) -> str:
    """Say whose turn it is."""
    if case.is_closed:
        return gettext("Afgerond")
    words = {
        "aanvrager": gettext("U bent aan zet"),
        "gemeente": gettext("De gemeente is aan zet"),
        "derde": gettext("Een ander is aan zet"),
    }
    return words.get(case.turn, gettext("Niemand is aan zet"))


@register.filter
def turn_badge(case: Track | TrackCard) -> str:
    """Return the kind of badge that goes with whose turn it is."""
    if case.is_closed:
        return "safe"
    return "warning" if case.turn == "aanvrager" else "neutral"
