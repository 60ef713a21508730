"""The list of a person's cases: a constant number of SQL statements, however many there are."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from zaakspoor.process.route import library
from zaakspoor.process.terms.models import Promise
from zaakspoor.process.tracking.assembling import day_start
from zaakspoor.process.tracking.texts import status_text
from zaakspoor.process.tracking.track import CardPage, Expectation, TrackCard, TrackTask, Viewer
from zaakspoor.registers.zaken.models import Zaak


def cards_of(
    viewer: Viewer, *, page: int = 1, per_page: int = 20, closed: bool | None = None
) -> CardPage:
    """Return a page of the cases of a resident, newest first.

    `closed` True or False keeps only the ended or the running ones; None keeps both. Three SQL
    statements: the count, the cases with their route, the promises.
    """
    mine = Zaak.objects.of_initiator(viewer.id)
    if closed is not None:
        mine = mine.filter(einddatum__isnull=not closed)
    count = mine.count()
    pages = max(1, -(-count // per_page))
    number = min(max(1, page), pages)
    rows = _rows(mine)[(number - 1) * per_page : number * per_page]
    return CardPage(_cards(list(rows), viewer.language), number, pages, count)


def tasks_of(viewer: Viewer) -> Sequence[tuple[TrackCard, TrackTask]]:
    """Return what the resident is asked to do, over all running cases, by last day."""
    rows = list(_rows(Zaak.objects.of_initiator(viewer.id).filter(einddatum=None)))
    asked = [(row, _task(row, viewer.language)) for row in rows]
    waiting = [(row, task) for row, task in asked if task is not None]
    cards = _cards([row for row, _ in waiting], viewer.language)
    tasks = [task for _, task in waiting]
    return sorted(zip(cards, tasks, strict=True), key=lambda pair: pair[1].until or date.max)


def _rows(mine: QuerySet[Zaak]) -> QuerySet[Zaak]:
    related = mine.select_related("route", "zaaktype", "huidige_status__statustype")
    return related.order_by("-startdatum", "-identificatie")


def _cards(rows: Sequence[Zaak], language: str) -> list[TrackCard]:
    newest: dict[object, Promise] = {}
    for promise in Promise.objects.filter(zaak_id__in=[r.uuid for r in rows]).order_by("number"):
        newest[promise.zaak_id] = promise
    return [_card(row, newest.get(row.uuid), language) for row in rows]


def _card(row: Zaak, promise: Promise | None, language: str) -> TrackCard:
    route = getattr(row, "route", None)
    if route is None:
        return _card_without_route(row)
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    at = blueprint.statuses[route.status]
    expected = Expectation(promise.expected_on, promise.expected_at) if promise else None
    return TrackCard(
        zaak_id=row.uuid,
        identificatie=row.identificatie,
        title=blueprint.title.in_language(language),
        status_title=at.title.in_language(language),
        turn=at.turn,
        received_at=day_start(row.startdatum),
        expected=None if at.is_end else expected,
        closed_at=route.entered_at if at.is_end else None,
    )


def _card_without_route(row: Zaak) -> TrackCard:
    """Return the card of a zaak that another system handles: what the register says of it."""
    planned, status = row.einddatum_gepland, row.huidige_status
    return TrackCard(
        zaak_id=row.uuid,
        identificatie=row.identificatie,
        title=row.zaaktype.omschrijving,
        status_title=status.statustype.omschrijving if status else "",
        turn="niemand" if row.einddatum else "gemeente",
        received_at=day_start(row.startdatum),
        expected=Expectation(planned) if planned and not row.einddatum else None,
        closed_at=day_start(row.einddatum) if row.einddatum else None,
    )


def _task(row: Zaak, language: str) -> TrackTask | None:
    route = getattr(row, "route", None)
    if route is None:
        return None
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    status = blueprint.statuses[route.status]
    if status.turn != "aanvrager":
        return None
    until = route.facts.get("reactiedatum")
    return TrackTask(
        title=status.title.in_language(language),
        text=status_text(blueprint, status, route.facts, language),
        until=date.fromisoformat(until) if until else None,
    )
