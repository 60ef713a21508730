"""What a status does at a moment: actions of time itself, and reminders."""

from datetime import date, datetime, time, timedelta
from typing import ClassVar

from zaakspoor.core.clock import AMSTERDAM
from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.process.blueprints import spans
from zaakspoor.process.blueprints.definition import Action, Reminder, Status
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.terms import operations as terms

TIMER_REACTION = "route.timer"
REMINDER_REACTION = "messages.plan"
# A reminder leaves in the morning, when somebody can still do something with it.
REMIND_AT = time(9, 0)


class DateRefused(Refused):
    """A fact that time waits for is no date."""

    code: ClassVar[str] = "datum-ongeldig"


def set_timers(route: CaseRoute, status: Status, at: datetime) -> None:
    """Schedule the timed actions and reminders of the status just entered.

    :raises DateRefused: the date that one of them waits for is no date.
    """
    for action in status.actions.values():
        due = _due(route, action, at)
        if due is not None:
            _schedule(route, TIMER_REACTION, f"actie:{action.key}", due, {"action": action.key})
    for reminder in status.reminders:
        due = _remind_at(route, reminder)
        # Whoever got little time has the invitation itself just now.
        if due > at:
            what = f"bericht:{reminder.message}"
            _schedule(route, REMINDER_REACTION, what, due, {"message": reminder.message})


def _schedule(
    route: CaseRoute, reaction: str, what: str, due: datetime, payload: dict[str, str]
) -> None:
    outbox.schedule(
        reaction,
        key=f"{route.zaak_id}:{route.entry}:{what}",
        due=due,
        subject=route.zaak_id,
        payload=payload | {"entry": route.entry, "status": route.status},
    )


def _due(route: CaseRoute, action: Action, at: datetime) -> datetime | None:
    if action.after is not None:
        return spans.moment_after(at, action.after, terms.calendar())
    if action.on_fact is not None:
        # The last day counts in full: time acts on the first moment after it.
        day = _day(route, action.on_fact) + timedelta(days=1)
        return datetime.combine(day, time(0, 0), tzinfo=AMSTERDAM)
    return None


def _day(route: CaseRoute, fact: str) -> date:
    try:
        return date.fromisoformat(route.facts[fact])
    except ValueError:
        raise DateRefused("Deze datum klopt niet. Schrijf de datum als 2026-11-24.") from None


def _remind_at(route: CaseRoute, reminder: Reminder) -> datetime:
    day = _day(route, reminder.fact)
    before = timedelta(days=reminder.before.amount)
    return datetime.combine(day - before, REMIND_AT, tzinfo=AMSTERDAM)
