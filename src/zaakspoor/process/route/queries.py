"""What employees read about the route of cases. Nothing here writes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet

from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.route import library
from zaakspoor.process.route.models import CaseRoute, HistoryEntry
from zaakspoor.registers.zaken import queries as zaken


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A case that waits for a person, as one line of the queue."""

    zaak_id: UUID
    identificatie: str
    title: str
    status_title: str
    reason: str
    received_on: date
    entered_at: datetime
    due_on: date | None
    claimed_by: str
    claimed_name: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue: `number` of `pages` from 1, `count` items in all."""

    items: Sequence[QueueItem]
    number: int
    pages: int
    count: int


@dataclass(frozen=True, slots=True)
class ActionView:
    """A button: its label and the facts that its form must ask."""

    key: str
    label: str
    requires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of what happened on the route."""

    at: datetime
    who: str
    what: str
    status_title: str
    note: str


@dataclass(frozen=True, slots=True)
class RouteView:
    """Where a case is, for the employee who handles it."""

    zaak_id: UUID
    identificatie: str
    blueprint: Blueprint
    status: str
    entry: int
    status_title: str
    reason: str
    team: str
    route_rule: int
    due_on: date | None
    claimed_by: str
    claimed_name: str
    facts: Mapping[str, str]
    actions: Sequence[ActionView]
    history: Sequence[HistoryLine]


def queue_of(teams: Iterable[str], *, page: int = 1, per_page: int = 50) -> QueuePage:
    """Return the cases that wait for a person of `teams`: unclaimed first, by due day.

    Two SQL statements, however many cases there are.
    """
    waiting = CaseRoute.objects.filter(team__in=list(teams), needs_person=True)
    count = waiting.count()
    pages = max(1, -(-count // per_page))
    number = min(max(1, page), pages)
    rows = _ordered(waiting)[(number - 1) * per_page : number * per_page]
    return QueuePage([_item(row) for row in rows], number, pages, count)


def route_of(zaak_id: UUID, *, roles: frozenset[str]) -> RouteView | None:
    """Return the route of a case with the actions that `roles` may take, or None without one."""
    row = CaseRoute.objects.select_related("zaak").filter(zaak_id=zaak_id).first()
    if row is None:
        return None
    blueprint = library.blueprint_of(row.blueprint_key, row.blueprint_version)
    actions = engine.actions_for(
        blueprint, status=row.status, roles=roles, answers=zaken.eigenschappen_of(zaak_id)
    )
    return RouteView(
        zaak_id=zaak_id,
        identificatie=row.zaak.identificatie,
        blueprint=blueprint,
        status=row.status,
        entry=row.entry,
        status_title=blueprint.statuses[row.status].title.nl,
        reason=reason_text(blueprint, row.facts),
        team=row.team,
        route_rule=row.route_rule,
        due_on=row.due_on,
        claimed_by=row.claimed_by,
        claimed_name=row.claimed_name,
        facts=row.facts,
        actions=[ActionView(a.key, a.label.nl, a.requires) for a in actions],
        history=_history(zaak_id, blueprint),
    )


def reason_text(blueprint: Blueprint, facts: Mapping[str, str], language: str = "nl") -> str:
    """Return why a person has to look, in the words of the blueprint; "" when nobody has to."""
    reason = blueprint.reasons.get(facts.get("reden", ""))
    return reason.in_language(language) if reason else ""


def _ordered(waiting: QuerySet[CaseRoute]) -> QuerySet[CaseRoute]:
    return waiting.select_related("zaak").order_by(
        "claimed_by", F("due_on").asc(nulls_last=True), "entered_at", "zaak_id"
    )


def _item(row: CaseRoute) -> QueueItem:
    blueprint = library.blueprint_of(row.blueprint_key, row.blueprint_version)
    return QueueItem(
        zaak_id=row.zaak_id,
        identificatie=row.zaak.identificatie,
        title=blueprint.title.nl,
        status_title=blueprint.statuses[row.status].title.nl,
        reason=reason_text(blueprint, row.facts),
        received_on=row.zaak.startdatum,
        entered_at=row.entered_at,
        due_on=row.due_on,
        claimed_by=row.claimed_by,
        claimed_name=row.claimed_name,
    )


def _history(zaak_id: UUID, blueprint: Blueprint) -> list[HistoryLine]:
    rows = HistoryEntry.objects.filter(zaak_id=zaak_id).order_by("entry")
    lines = []
    for row in rows:
        status = blueprint.statuses[row.status]
        lines.append(HistoryLine(row.at, row.actor_name, row.action, status.title.nl, row.note))
    return lines
