"""Putting a Track together from the registers, the route, the terms and the messages."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import cast

from zaakspoor.core.clock import AMSTERDAM, local_date
from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.messages.models import Message
from zaakspoor.process.route import library
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.terms.models import Promise
from zaakspoor.process.tracking import visibility
from zaakspoor.process.tracking.steps import steps_from_blueprint, steps_from_catalogue
from zaakspoor.process.tracking.texts import status_text
from zaakspoor.process.tracking.track import (
    Expectation,
    MessageSent,
    Track,
    TrackAction,
    TrackDocument,
    TrackMessage,
    TrackTask,
    Viewer,
)
from zaakspoor.registers.zaken import queries as zaken
from zaakspoor.registers.zaken.models import Zaak
from zaakspoor.registers.zaken.queries import DocumentRow

SOURCE = "Zaakregister van de gemeente"


def assemble(zaak: Zaak, route: CaseRoute | None, viewer: Viewer, now: datetime) -> Track:
    """Return the Track of a zaak that `viewer` may see; `route` is None for a zaak that another
    system handles."""
    if route is None:
        return _track_only(zaak, viewer, now)
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    status = blueprint.statuses[route.status]
    statussen = zaken.statussen_of(zaak.uuid)
    promises = list(Promise.objects.filter(zaak_id=zaak.uuid).order_by("number"))
    closed_at = route.entered_at if status.is_end else None
    text = status_text(blueprint, status, route.facts, viewer.language)
    return Track(
        zaak_id=zaak.uuid,
        identificatie=zaak.identificatie,
        title=blueprint.title.in_language(viewer.language),
        status_title=status.title.in_language(viewer.language),
        status_text=text,
        turn=status.turn,
        team=route.team,
        received_at=statussen[0].datum_status_gezet if statussen else route.entered_at,
        steps=steps_from_blueprint(blueprint, route, statussen, viewer.language),
        expected=_expected(promises[-1]) if promises and not closed_at else None,
        latest=Expectation(promises[-1].latest_on) if promises and not closed_at else None,
        promised=_expected(promises[0]) if promises else None,
        closed_at=closed_at,
        days_from_promise=_days(promises, closed_at),
        result=_result(blueprint, status.result),
        tasks=_tasks(blueprint, route, text, viewer),
        actions=_actions(blueprint, route, viewer),
        documents=_documents(zaken.documents_of(zaak.uuid), viewer),
        messages=_messages(zaak),
        source=SOURCE,
        as_of=now,
    )


def _track_only(zaak: Zaak, viewer: Viewer, now: datetime) -> Track:
    statussen = zaken.statussen_of(zaak.uuid)
    steps = steps_from_catalogue(zaak, statussen)
    current = next((step for step in steps if step.state == "current"), None)
    planned, latest = zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening
    closed_at = day_start(zaak.einddatum) if zaak.einddatum else None
    if closed_at and statussen:
        closed_at = statussen[-1].datum_status_gezet
    return Track(
        zaak_id=zaak.uuid,
        identificatie=zaak.identificatie,
        title=zaak.zaaktype.omschrijving,
        status_title=current.title if current else "",
        status_text=current.text if current else "",
        turn="niemand" if zaak.einddatum else "gemeente",
        team="",
        received_at=day_start(zaak.startdatum),
        steps=steps,
        expected=Expectation(planned) if planned and not closed_at else None,
        latest=Expectation(latest) if latest and not closed_at else None,
        promised=None,
        closed_at=closed_at,
        days_from_promise=None,
        result=None,
        tasks=(),
        actions=(),
        documents=_documents(zaken.documents_of(zaak.uuid), viewer),
        messages=_messages(zaak),
        source=SOURCE,
        as_of=now,
    )


def day_start(day: date) -> datetime:
    """Return the first moment of a day, for a register that knows the day only."""
    return datetime.combine(day, time(), tzinfo=AMSTERDAM)


def _expected(promise: Promise) -> Expectation:
    return Expectation(promise.expected_on, promise.expected_at)


def _days(promises: Sequence[Promise], closed_at: datetime | None) -> int | None:
    if not promises or closed_at is None:
        return None
    return (local_date(closed_at) - promises[0].expected_on).days


def _result(blueprint: Blueprint, key: str | None) -> str | None:
    return blueprint.results[key].omschrijving if key else None


def _tasks(
    blueprint: Blueprint, route: CaseRoute, text: str, viewer: Viewer
) -> Sequence[TrackTask]:
    status = blueprint.statuses[route.status]
    if status.turn != "aanvrager":
        return ()
    until = route.facts.get("reactiedatum")
    title = status.title.in_language(viewer.language)
    return (TrackTask(title, text, date.fromisoformat(until) if until else None),)


def _actions(blueprint: Blueprint, route: CaseRoute, viewer: Viewer) -> Sequence[TrackAction]:
    if viewer.kind != "resident":
        return ()
    allowed = engine.actions_for(
        blueprint, status=route.status, roles=frozenset({"aanvrager"}), answers={}
    )
    return tuple(TrackAction(a.key, a.label.in_language(viewer.language)) for a in allowed)


def _documents(rows: Sequence[DocumentRow], viewer: Viewer) -> Sequence[TrackDocument]:
    """Keep what the viewer may see. Who asks for a track is the initiator or an employee, who
    sees what the initiator would see."""
    as_initiator = Viewer("resident", viewer.id, viewer.language)
    return tuple(
        TrackDocument(
            id=row.informatieobject_id,
            title=row.titel,
            file_name=row.bestandsnaam,
            mime=row.formaat,
            size=row.bestandsomvang or 0,
            added_on=row.creatiedatum,
            sender="u" if row.ontvangstdatum else "gemeente",
            sha256=row.sha256,
        )
        for row in rows
        if visibility.judge(row, as_initiator, is_initiator=True).visible
    )


def _messages(zaak: Zaak) -> Sequence[TrackMessage]:
    rows = Message.objects.filter(zaak_id=zaak.uuid).order_by("-planned_at", "-occasion", "key")
    return tuple(
        TrackMessage(
            subject=row.subject,
            text=row.text,
            channel="e-mail",
            state=cast(MessageSent, row.state),
            at=row.sent_at or row.planned_at,
            address=row.address_shown,
        )
        for row in rows
    )
