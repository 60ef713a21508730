"""One answer to "where is it?", for every page and letter. Constant SQL, nothing written."""

from datetime import datetime
from uuid import UUID

from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.tracking import visibility
from zaakspoor.process.tracking.assembling import assemble
from zaakspoor.process.tracking.cards import cards_of, tasks_of
from zaakspoor.process.tracking.track import Track, Viewer
from zaakspoor.registers.documenten import queries as documenten
from zaakspoor.registers.documenten.queries import Content
from zaakspoor.registers.zaken import queries as zaken
from zaakspoor.registers.zaken.models import Zaak

__all__ = ["NotVisible", "cards_of", "document_for", "tasks_of", "track_of"]


class NotVisible(LookupError):
    """The viewer may not see this, or it does not exist: the two must look alike."""


def track_of(zaak_id: UUID, viewer: Viewer, *, now: datetime) -> Track:
    """Return the track of a case as `viewer` sees it.

    :raises NotVisible: unknown, or of another person.
    """
    if viewer.kind == "resident" and not zaken.is_initiator(zaak_id, viewer.id):
        raise NotVisible(str(zaak_id))
    zaak = Zaak.objects.select_related("zaaktype").filter(uuid=zaak_id).first()
    if zaak is None:
        raise NotVisible(str(zaak_id))
    route = CaseRoute.objects.filter(zaak_id=zaak_id).first()
    return assemble(zaak, route, viewer, now)


def document_for(zaak_id: UUID, document_id: UUID, viewer: Viewer) -> Content:
    """Return a document for download, after judging once more whether `viewer` may see it.

    :raises NotVisible: not of this case, not for this viewer, or it does not exist.
    """
    is_initiator = viewer.kind == "resident" and zaken.is_initiator(zaak_id, viewer.id)
    for document in zaken.documents_of(zaak_id):
        if document.informatieobject_id != document_id:
            continue
        if visibility.judge(document, viewer, is_initiator=is_initiator).visible:
            return documenten.open_content(document_id)
    raise NotVisible(str(document_id))
