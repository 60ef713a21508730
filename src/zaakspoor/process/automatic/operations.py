"""What the automatic part writes besides the route: failures, delays, papers made by hand."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.core.clock import local_date
from zaakspoor.events import outbox
from zaakspoor.process.automatic import extract
from zaakspoor.process.automatic.filing import Sheet, file_document
from zaakspoor.process.automatic.models import StepAttempt
from zaakspoor.process.papers import letter
from zaakspoor.process.papers.person import person_from_fields
from zaakspoor.process.papers.sealing import seal
from zaakspoor.process.route import operations as route_operations
from zaakspoor.process.route.models import CaseRoute


@transaction.atomic
def record_failure(*, zaak_id: UUID, entry: int, step: str, outcome: str, at: datetime) -> int:
    """Record a failed try and return which one it is (1, 2, ...) since the status was entered."""
    # The lock keeps two runs of one case from taking the same number.
    by_key.lock(CaseRoute, zaak_id)
    number = StepAttempt.objects.filter(zaak_id=zaak_id, entry=entry).count() + 1
    StepAttempt.objects.create(
        zaak_id=zaak_id, entry=entry, step=step, number=number, outcome=outcome, at=at
    )
    outbox.publish(
        "automatic.failed", subject=zaak_id, payload={"step": step, "outcome": outcome}, at=at
    )
    return number


@transaction.atomic
def tell_delay(*, zaak_id: UUID, entry: int, message: str, at: datetime) -> None:
    """Have the resident told, once per status, that it takes longer."""
    outbox.schedule(
        "messages.plan",
        key=f"{zaak_id}:{entry}:bericht:{message}",
        due=at,
        subject=zaak_id,
        payload={"message": message, "entry": entry},
    )


def make_by_hand(
    *, zaak_id: UUID, fields: Mapping[str, str], kind: str, language: str, at: datetime
) -> UUID:
    """Make the extract from what a colleague typed, seal and file it, and note it on the case.

    The resident sees it when a colleague takes the action that hands it over.

    `fields` are the attributes of `papers.person.Person` by name, dates as ISO text.

    :raises PersonIncomplete: a field that must be on the paper is empty.
    :raises Unprintable: a character is not in our font.
    """
    route = CaseRoute.objects.select_related("zaak").get(zaak_id=zaak_id)
    document_id = extract.make_and_file(
        zaak_id=zaak_id,
        occasion=f"hand:{_digest(kind, language, *map(str, sorted(fields.items())))}",
        person=person_from_fields(fields),
        kind=kind,
        language=language,
        identificatie=route.zaak.identificatie,
        at=at,
        is_draft=True,
    )
    route_operations.put_facts(zaak_id=zaak_id, facts={"uittreksel": str(document_id)}, at=at)
    return document_id


def write_letter(*, zaak_id: UUID, title: str, paragraphs: list[str], at: datetime) -> UUID:
    """Make a sealed letter to the resident, file it and note it on the case as `brief`.

    The resident sees it when a colleague takes the action that it belongs to.
    """
    route = CaseRoute.objects.select_related("zaak").get(zaak_id=zaak_id)
    document_id = uuid5(zaak_id, f"brief:{_digest(title, *paragraphs)}")

    def make() -> bytes:
        pdf = letter.make_letter(
            title=title, paragraphs=paragraphs, number=route.zaak.identificatie, at=at
        )
        return seal(pdf, at=at)

    sheet = Sheet("brief", title, f"Brief-{local_date(at)}.pdf", is_draft=True)
    file_document(zaak_id=zaak_id, document_id=document_id, sheet=sheet, make=make, at=at)
    route_operations.put_facts(zaak_id=zaak_id, facts={"brief": str(document_id)}, at=at)
    return document_id


def _digest(*parts: str) -> str:
    """The same words give the same paper, so that a second click makes no second one."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
