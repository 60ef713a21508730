"""A document enters the register: first its bytes, then its rows."""

import hashlib
from datetime import date, datetime
from typing import ClassVar, NotRequired, TypedDict, Unpack
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from zaakspoor.core import by_key
from zaakspoor.core.clock import local_date
from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import InformatieObjectType
from zaakspoor.registers.documenten.bytes import name_of, write_bytes
from zaakspoor.registers.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
)
from zaakspoor.registers.validation import checked


class DocumentDiffers(Refused):
    """There is a document with this UUID, and it holds other bytes."""

    code: ClassVar[str] = "document-verschilt"


class InformatieobjecttypeConcept(Refused):
    """The kind of document is not published (drc-001)."""

    code: ClassVar[str] = "informatieobjecttype-concept"


class Attributes(TypedDict):
    """What a document says about itself. `formaat` is a MIME type, `taal` ISO 639-2/B.

    The vertrouwelijkheidaanduiding is that of the kind of document unless given (drc-007).
    """

    titel: str
    bestandsnaam: str
    formaat: str
    auteur: str
    creatiedatum: date
    taal: NotRequired[str]
    vertrouwelijkheidaanduiding: NotRequired[str]
    status: NotRequired[str]
    tonen_aan_initiator: NotRequired[bool]
    beschrijving: NotRequired[str]
    trefwoorden: NotRequired[list[str]]
    ontvangstdatum: NotRequired[date | None]
    verzenddatum: NotRequired[date | None]
    indicatie_gebruiksrecht: NotRequired[bool | None]


# What most documents of a municipality are: final, in Dutch, without conditions on their use.
_DEFAULTS = {"taal": "nld", "status": "definitief", "indicatie_gebruiksrecht": False}


def store(
    *,
    content: bytes,
    informatieobjecttype_id: UUID,
    bronorganisatie: str,
    at: datetime,
    identificatie: str | None = None,
    document_id: UUID | None = None,
    **attributes: Unpack[Attributes],
) -> EnkelvoudigInformatieObject:
    """Keep `content` as version 1 of a document; publish its create event.

    The bytes are on the disk before a row names them: a crash in between leaves a file that
    `sweep_orphans` removes, never a row without bytes. With the same `document_id` and the same
    bytes a second call returns what the first one made.

    :raises InformatieObjectType.DoesNotExist: there is no such kind of document.
    :raises InformatieobjecttypeConcept: it is not published.
    :raises DocumentDiffers: `document_id` is taken by other bytes.
    :raises Invalid: an attribute breaks a limit of the standard.
    """
    informatieobjecttype = _usable(informatieobjecttype_id)
    uuid = document_id or uuid4()
    sha256 = hashlib.sha256(content).hexdigest()
    existing = _same_document(uuid, sha256)
    if existing is not None:
        return existing
    document = EnkelvoudigInformatieObject(
        uuid=uuid,
        identificatie=identificatie or f"DOC-{uuid.hex}",
        bronorganisatie=bronorganisatie,
    )
    versie = _first_version(document, informatieobjecttype, attributes, at)
    versie.sha256 = versie.integriteit_waarde = sha256
    versie.bestandsomvang = len(content)
    checked(document)
    checked(versie)
    # From here on nothing refuses any more, so that only a crash can leave bytes without a row.
    versie.inhoud = write_bytes(name_of(uuid, 1, sha256), content)
    return _register(document, versie, at)


def _first_version(
    document: EnkelvoudigInformatieObject,
    informatieobjecttype: InformatieObjectType,
    attributes: Attributes,
    at: datetime,
) -> EnkelvoudigInformatieObjectVersie:
    versie = EnkelvoudigInformatieObjectVersie(
        informatieobject=document,
        versie=1,
        informatieobjecttype=informatieobjecttype,
        begin_registratie=at,
        integriteit_algoritme="sha_256",
        integriteit_datum=local_date(at),
        **{**_DEFAULTS, **attributes},
    )
    versie.vertrouwelijkheidaanduiding = (
        versie.vertrouwelijkheidaanduiding or informatieobjecttype.vertrouwelijkheidaanduiding
    )
    return versie


def _usable(informatieobjecttype_id: UUID) -> InformatieObjectType:
    row = by_key.get(InformatieObjectType, informatieobjecttype_id)
    if row.concept:
        raise InformatieobjecttypeConcept(
            "Publiceer het informatieobjecttype voordat u het gebruikt."
        )
    return row


def _same_document(uuid: UUID, sha256: str) -> EnkelvoudigInformatieObject | None:
    existing = by_key.find(EnkelvoudigInformatieObject, uuid)
    if existing is None:
        return None
    if existing.actueel is None or existing.actueel.sha256 != sha256:
        raise DocumentDiffers(
            "Dit document bestaat al met een andere inhoud. Maak een nieuw document."
        )
    return existing


def _register(
    document: EnkelvoudigInformatieObject, versie: EnkelvoudigInformatieObjectVersie, at: datetime
) -> EnkelvoudigInformatieObject:
    try:
        return _insert(document, versie, at)
    except IntegrityError:
        # Another worker stored the same document between our look and our insert.
        existing = _same_document(document.uuid, versie.sha256)
        if existing is None:
            raise
        return existing


@transaction.atomic
def _insert(
    document: EnkelvoudigInformatieObject, versie: EnkelvoudigInformatieObjectVersie, at: datetime
) -> EnkelvoudigInformatieObject:
    document.save(force_insert=True)
    versie.save(force_insert=True)
    document.actueel = versie
    document.save(update_fields=["actueel"])
    outbox.publish(
        "documenten.enkelvoudiginformatieobject.create",
        subject=None,
        payload={"enkelvoudiginformatieobject": str(document.uuid)},
        at=at,
    )
    return document
