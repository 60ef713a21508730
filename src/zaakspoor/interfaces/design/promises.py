"""What we say about the dates of a case: what we expect, what is the latest, and how it went."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from zaakspoor.core.clock import local_date
from zaakspoor.interfaces.design import phrases
from zaakspoor.process.tracking.track import Expectation, Track

HOUR = 3600


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One date with its kind: "Wij verwachten" or "Uiterlijk". `machine` is for <time>."""

    kind: str
    text: str
    machine: str
    note: str = ""


def lines_of(track: Track, now: datetime) -> list[PromiseLine]:
    """Return the dates to show: two while the case runs, one when it has ended."""
    if track.closed_at:
        return [_done(track, track.closed_at, now)]
    lines = []
    if track.expected:
        lines.append(_expected(track, track.expected, now))
    if track.latest:
        lines.append(_line(gettext("Uiterlijk"), track.latest, now))
    return lines


def _expected(track: Track, expected: Expectation, now: datetime) -> PromiseLine:
    if _is_past(expected, now):
        note = gettext("Het duurt langer dan wij dachten. U hoeft niets te doen.")
    elif track.promised and track.promised.on != expected.on:
        note = gettext("Eerst zeiden wij: %(day)s.") % {"day": phrases.day(track.promised.on)}
    elif expected.at and (length := expected.at - track.received_at).total_seconds() < HOUR:
        note = gettext("Dat is binnen %(span)s.") % {"span": phrases.span(length)}
    else:
        note = ""
    return _line(gettext("Wij verwachten"), expected, now, note)


def _line(kind: str, expectation: Expectation, now: datetime, note: str = "") -> PromiseLine:
    if expectation.at:
        text = phrases.moment(expectation.at, now)
        return PromiseLine(kind, text, expectation.at.isoformat(), note)
    text = phrases.near_day(expectation.on, local_date(now))
    return PromiseLine(kind, text, expectation.on.isoformat(), note)


def _done(track: Track, closed_at: datetime, now: datetime) -> PromiseLine:
    text = phrases.moment(closed_at, now)
    return PromiseLine(gettext("Klaar"), text, closed_at.isoformat(), kept(track, closed_at))


def kept(track: Track, closed_at: datetime) -> str:
    """Say how the end compares with what we first promised, also when we were late."""
    length = closed_at - track.received_at
    promised_at = track.promised.at if track.promised else None
    if promised_at and length.total_seconds() < HOUR and closed_at <= promised_at:
        return gettext("Binnen %(span)s klaar.") % {"span": phrases.span(length)}
    if track.days_from_promise is None:
        return ""
    if track.days_from_promise < 0:
        count = phrases.days(-track.days_from_promise)
        return gettext("%(days)s eerder dan verwacht.") % {"days": count}
    if track.days_from_promise > 0:
        count = phrases.days(track.days_from_promise)
        return gettext("%(days)s later dan beloofd. Dat spijt ons.") % {"days": count}
    if promised_at and closed_at > promised_at:
        return gettext("%(span)s later dan beloofd. Dat spijt ons.") % {
            "span": phrases.span(closed_at - promised_at)
        }
    return gettext("Op de beloofde dag.")


def _is_past(expectation: Expectation, now: datetime) -> bool:
    if expectation.at:
        return expectation.at < now
    return expectation.on < local_date(now)
