"""What a colleague makes by hand is the resident's when the button is pressed, not before."""

import pytest

from simulators.people import person_with
from tests.builders.applications import viewer_of
from tests.builders.cases import SOON, act, case_in
from zaakspoor.process.automatic import operations as automatic
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.queries import NotVisible

pytestmark = pytest.mark.usefixtures("extract")


def test_a_letter_is_hidden_until_the_decision_it_belongs_to() -> None:
    zaak_id = case_in("handmatig")
    viewer = viewer_of(person_with("nieuw"))
    letter = automatic.write_letter(
        zaak_id=zaak_id, title="Ons besluit", paragraphs=["Dat mag niet."], at=SOON
    )
    with pytest.raises(NotVisible):
        tracking.document_for(zaak_id, letter, viewer)

    facts = {"uitleg": "De machtiging ontbreekt.", "brief": str(letter)}
    act(zaak_id, "niet_verstrekken", facts=facts)

    with tracking.document_for(zaak_id, letter, viewer).stream as stream:
        assert stream.read(5) == b"%PDF-"
    track = tracking.track_of(zaak_id, viewer, now=SOON)
    assert "Ons besluit" in [document.title for document in track.documents]
