"""A document that was being worked on becomes final."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zaakspoor.events import outbox
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObject

FINAL = "definitief"


@transaction.atomic
def finalise(*, document_id: UUID, at: datetime) -> None:
    """Make the newest version of the document final; publish its update event.

    One that is final or archived already, or that does not exist, stays as it is, and nothing
    is published.
    """
    rows = EnkelvoudigInformatieObject.objects.select_for_update(of=("self",))
    document = rows.select_related("actueel").filter(uuid=document_id).first()
    versie = document.actueel if document else None
    if versie is None or versie.status in (FINAL, "gearchiveerd"):
        return
    versie.status = FINAL
    versie.save(update_fields=["status"])
    outbox.publish(
        "documenten.enkelvoudiginformatieobject.update",
        subject=None,
        payload={"enkelvoudiginformatieobject": str(document_id)},
        at=at,
    )
