"""Which documents are shown: deny by default, with a reason, and judged again at download."""

from dataclasses import dataclass

import pytest

from simulators.people import person_with
from tests.builders.applications import apply, owner_of, viewer_of
from tests.builders.cases import SOON
from zaakspoor.events.worker import drain
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.queries import NotVisible
from zaakspoor.process.tracking.track import Viewer
from zaakspoor.process.tracking.visibility import judge
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObjectVersie

ME = person_with("nieuw")
RESIDENT, EMPLOYEE = Viewer("resident", owner_of(ME)), Viewer("employee", "ans")


@dataclass(frozen=True)
class Document:
    tonen_aan_initiator: bool | None = True
    status: str = "definitief"


@pytest.mark.parametrize(
    ("document", "viewer", "is_initiator", "visible", "reason"),
    [
        (Document(), RESIDENT, True, True, "tonen-aan-initiator"),
        (Document(status="gearchiveerd"), RESIDENT, True, True, "tonen-aan-initiator"),
        (Document(), RESIDENT, False, False, "geen-initiator"),
        (Document(tonen_aan_initiator=False), RESIDENT, True, False, "niet-tonen"),
        (Document(tonen_aan_initiator=None), RESIDENT, True, False, "niet-tonen"),
        (Document(status="in_bewerking"), RESIDENT, True, False, "niet-definitief"),
        (Document(status="ter_vaststelling"), RESIDENT, True, False, "niet-definitief"),
        (Document(status=""), RESIDENT, True, False, "niet-definitief"),
        (Document(tonen_aan_initiator=False, status=""), EMPLOYEE, False, True, "medewerker"),
    ],
)
def test_every_rule_has_its_reason(
    document: Document, viewer: Viewer, is_initiator: bool, visible: bool, reason: str
) -> None:
    verdict = judge(document, viewer, is_initiator=is_initiator)
    assert (verdict.visible, verdict.reason) == (visible, reason)
    assert verdict.explanation.endswith(".")


@pytest.mark.usefixtures("extract")
@pytest.mark.parametrize(
    "change", [{"tonen_aan_initiator": False}, {"status": "in_bewerking"}], ids=str
)
def test_a_document_taken_back_after_the_page_was_drawn_cannot_be_downloaded(
    change: dict[str, object],
) -> None:
    sent = apply()
    drain(SOON)
    documents = tracking.track_of(sent.zaak_id, viewer_of(ME), now=SOON).documents
    taken = next(document for document in documents if document.sender == "gemeente")
    EnkelvoudigInformatieObjectVersie.objects.filter(informatieobject=taken.id).update(**change)
    with pytest.raises(NotVisible):
        tracking.document_for(sent.zaak_id, taken.id, viewer_of(ME))
    left = tracking.track_of(sent.zaak_id, viewer_of(ME), now=SOON).documents
    assert taken.id not in {document.id for document in left}
    tracking.document_for(sent.zaak_id, taken.id, EMPLOYEE).stream.close()
