"""What a document belongs to."""

from uuid import UUID

from django.db import transaction

from zaakspoor.registers.documenten.models import ObjectInformatieObject
from zaakspoor.registers.validation import checked


@transaction.atomic
def link_to_object(
    *, informatieobject_id: UUID, object_uuid: UUID, object_type: str
) -> ObjectInformatieObject:
    """Mirror that the document belongs to a row of our own registers (zrc-005).

    The register that holds the relation calls this in the same transaction. The second time it
    changes nothing (drc-003).

    :raises Invalid: `object_type` is not zaak, besluit or verzoek.
    """
    row = ObjectInformatieObject(
        informatieobject_id=informatieobject_id, object_uuid=object_uuid, object_type=object_type
    )
    existing = ObjectInformatieObject.objects.filter(
        informatieobject=informatieobject_id, object_uuid=object_uuid
    ).first()
    if existing is not None:
        return existing
    checked(row).save(force_insert=True)
    return row
