"""A document becomes part of a zaak."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import ZaakTypeInformatieObjectType
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObject
from zaakspoor.registers.documenten.operations import link_to_object
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.models import Zaak, ZaakInformatieObject
from zaakspoor.registers.zaken.operations.guards import changeable_zaak


class DocumentNotForZaak(Refused):
    """The zaaktype has no such kind of document (zrc-017)."""

    code: ClassVar[str] = "missing-zaaktype-informatieobjecttype-relation"


@transaction.atomic
def attach_document(
    *,
    zaak_id: UUID,
    informatieobject_id: UUID,
    at: datetime,
    titel: str = "",
    beschrijving: str = "",
    as_correction: bool = False,
) -> ZaakInformatieObject:
    """Make the document part of the zaak, and mirror that in the documents (zrc-005).

    A document that already belongs to the zaak stays as it is and nothing is published;
    otherwise `zaken.zaakinformatieobject.create`. `as_correction` allows it on an ended zaak.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises EnkelvoudigInformatieObject.DoesNotExist: there is no such document.
    :raises ZaakClosed: the zaak has ended.
    :raises DocumentNotForZaak: the zaaktype has no such kind of document.
    """
    zaak = changeable_zaak(zaak_id, as_correction=as_correction)
    existing = ZaakInformatieObject.objects.filter(
        zaak=zaak, informatieobject=informatieobject_id
    ).first()
    if existing is not None:
        return existing
    _require_informatieobjecttype(zaak, informatieobject_id)
    row = ZaakInformatieObject(
        zaak=zaak,
        informatieobject_id=informatieobject_id,
        titel=titel,
        beschrijving=beschrijving,
        registratiedatum=at,
    )
    checked(row).save(force_insert=True)
    link_to_object(
        informatieobject_id=informatieobject_id, object_uuid=zaak.uuid, object_type="zaak"
    )
    outbox.publish(
        "zaken.zaakinformatieobject.create",
        subject=zaak_id,
        payload={
            "zaak": str(zaak_id),
            "zaakinformatieobject": str(row.uuid),
            "informatieobject": str(informatieobject_id),
        },
        at=at,
    )
    return row


def _require_informatieobjecttype(zaak: Zaak, informatieobject_id: UUID) -> None:
    documents = EnkelvoudigInformatieObject.objects.filter(uuid=informatieobject_id)
    # By name: a newer version of the kind of document serves this version of the zaaktype too.
    kind = documents.values_list("actueel__informatieobjecttype__omschrijving", flat=True).get()
    kinds = ZaakTypeInformatieObjectType.objects.filter(zaaktype=zaak.zaaktype_id)
    if not kinds.filter(informatieobjecttype=kind).exists():
        raise DocumentNotForZaak(
            f"Kies een document van een soort die bij zaak {zaak.identificatie} hoort."
        )
