"""A document that was being worked on becomes final, once."""

from uuid import uuid4

import pytest

from tests.builders.registers import AT, make_document
from zaakspoor.events.models import Event
from zaakspoor.registers.documenten.operations import finalise

UPDATED = "documenten.enkelvoudiginformatieobject.update"


@pytest.mark.django_db
def test_a_document_in_the_making_becomes_final_and_says_so_once() -> None:
    document = make_document(status="in_bewerking")

    finalise(document_id=document.uuid, at=AT)
    finalise(document_id=document.uuid, at=AT)

    document.refresh_from_db()
    assert document.actueel is not None
    assert document.actueel.status == "definitief"
    assert Event.objects.filter(topic=UPDATED).count() == 1


@pytest.mark.django_db
def test_a_document_that_does_not_exist_is_no_reason_to_stop() -> None:
    finalise(document_id=uuid4(), at=AT)

    assert not Event.objects.filter(topic=UPDATED).exists()


@pytest.mark.django_db
def test_an_archived_document_stays_archived() -> None:
    document = make_document(status="gearchiveerd")

    finalise(document_id=document.uuid, at=AT)

    document.refresh_from_db()
    assert document.actueel is not None
    assert document.actueel.status == "gearchiveerd"
