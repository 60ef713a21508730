"""Putting what we made in the register, visible to the initiator, in the municipality's name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from zaakspoor.core import by_key
from zaakspoor.core.clock import local_date
from zaakspoor.process.route import library
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.registers.documenten import operations as documenten
from zaakspoor.registers.documenten import queries as documenten_queries
from zaakspoor.registers.zaken import operations as zaken


class NotReadableBack(Exception):
    """What was just filed cannot be read back; then nobody may be told that it is ready."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper to file: its document type in the blueprint, its title and its file name."""

    kind: str
    title: str
    file_name: str
    # A paper in the making: the resident sees it when the action that requires it is taken.
    is_draft: bool = False


def file_document(
    *, zaak_id: UUID, document_id: UUID, sheet: Sheet, make: Callable[[], bytes], at: datetime
) -> str:
    """File a final PDF as `document_id`, attach it to the case, and return its SHA-256.

    `make` is only called when the document is not there yet: a run after a crash goes on with
    what the first one filed, and does not make (and seal) it again.

    :raises NotReadableBack: the store does not give back what it took.
    """
    if not documenten_queries.exists(document_id):
        _store(zaak_id, document_id, sheet, make(), at)
    # Read back before anybody can see it: what cannot be downloaded was not delivered.
    if not documenten_queries.is_intact(document_id):
        raise NotReadableBack(f"document {document_id} is not what was filed")
    zaken.attach_document(
        zaak_id=zaak_id, informatieobject_id=document_id, titel=sheet.title, at=at
    )
    content = documenten_queries.open_content(document_id)
    content.stream.close()
    return content.sha256


def _store(zaak_id: UUID, document_id: UUID, sheet: Sheet, content: bytes, at: datetime) -> None:
    route = by_key.get(CaseRoute, zaak_id)
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    rows = library.catalogue_rows(route.blueprint_key, route.blueprint_version)
    documenten.store(
        content=content,
        titel=sheet.title,
        bestandsnaam=sheet.file_name,
        formaat="application/pdf",
        informatieobjecttype_id=rows.informatieobjecttypen[sheet.kind],
        auteur=f"Gemeente {settings.MUNICIPALITY}",
        vertrouwelijkheidaanduiding="zaakvertrouwelijk",
        tonen_aan_initiator=blueprint.documents[sheet.kind].show_to_initiator,
        creatiedatum=local_date(at),
        bronorganisatie=settings.MUNICIPALITY_RSIN,
        status="in_bewerking" if sheet.is_draft else "definitief",
        document_id=document_id,
        at=at,
    )
