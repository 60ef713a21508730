"""What always happens when a case enters a status, whichever door it came through."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zaakspoor.core.actors import Actor
from zaakspoor.core.clock import local_date
from zaakspoor.events import outbox
from zaakspoor.process.blueprints import engine, spans
from zaakspoor.process.blueprints.definition import Blueprint, Status
from zaakspoor.process.route import library
from zaakspoor.process.route.models import CaseRoute, HistoryEntry
from zaakspoor.process.route.operations.timers import set_timers
from zaakspoor.process.terms import operations as terms
from zaakspoor.registers.zaken import operations as zaken

ENTERED = "route.entered"
AUTOMATIC_DUE = "route.automatic-due"
MESSAGE_DUE = "route.message-due"


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a case came into a status: by which action, of whom, with what note.

    `goes_on`: who acts carries on with the automatic steps of the new status itself.
    """

    action: str
    actor: Actor
    note: str
    at: datetime
    goes_on: bool = False


def enter(route: CaseRoute, blueprint: Blueprint, status: Status, arrival: Arrival) -> None:
    """Put a locked `route` in `status`, with all that follows, in the caller's transaction.

    Follows: the clocks, the milestone and the result in the register, the history, the timers,
    and the events for the machine, the messages and the open pages.
    """
    number = blueprint.milestone_number(status.key)
    advances = number > route.reached
    route.reached = max(number, route.reached)
    _move(route, status, arrival)
    _clocks(route, blueprint, status, arrival.at)
    _write_register(route, status, arrival.at, advances=advances)
    HistoryEntry.objects.create(
        zaak_id=route.zaak_id,
        entry=route.entry,
        action=arrival.action,
        status=status.key,
        actor_kind=arrival.actor.kind,
        actor_id=arrival.actor.id,
        actor_name=arrival.actor.name,
        note=arrival.note,
        at=arrival.at,
    )
    set_timers(route, status, arrival.at)
    _tell(route, status, arrival)


def _move(route: CaseRoute, status: Status, arrival: Arrival) -> None:
    route.status = status.key
    route.entry += 1
    route.entered_at = arrival.at
    route.needs_person = bool(status.tasks)
    route.due_on = (
        spans.day_after(local_date(arrival.at), status.tasks[0].term, terms.calendar())
        if status.tasks
        else None
    )
    route.claimed_by = route.claimed_name = ""
    route.claimed_at = None
    # A route is entered for the first time once: then there is no row to update.
    route.save(force_insert=route.entry == 1)


def _clocks(route: CaseRoute, blueprint: Blueprint, status: Status, at: datetime) -> None:
    stopping = engine.clocks_stopped_at(blueprint, status)
    if stopping and route.entry > 1:
        terms.stop_clocks(zaak_id=route.zaak_id, keys=stopping, at=at)
    for clock in blueprint.clocks.values():
        if clock.starts_at == status.key:
            terms.start_clock(zaak_id=route.zaak_id, clock=clock, at=at)


def _write_register(route: CaseRoute, status: Status, at: datetime, *, advances: bool) -> None:
    rows = library.catalogue_rows(route.blueprint_key, route.blueprint_version)
    if status.result:
        zaken.set_resultaat(
            zaak_id=route.zaak_id, resultaattype_id=rows.resultaattypen[status.result], at=at
        )
    # A milestone is only written when it is further on: going back to a colleague or trying
    # again is no step back on the resident's track (statustypen have one order).
    if advances:
        zaken.set_status(
            zaak_id=route.zaak_id,
            statustype_id=rows.statustypen[status.milestone],
            datum_status_gezet=at,
        )


def _tell(route: CaseRoute, status: Status, arrival: Arrival) -> None:
    zaak_id: UUID = route.zaak_id
    at = arrival.at
    payload = {"status": status.key, "entry": route.entry}
    outbox.publish(ENTERED, subject=zaak_id, payload=payload, at=at)
    if status.message:
        outbox.publish(
            MESSAGE_DUE, subject=zaak_id, payload=payload | {"message": status.message}, at=at
        )
    if status.automatic and not arrival.goes_on:
        outbox.publish(AUTOMATIC_DUE, subject=zaak_id, payload=payload, at=at)
