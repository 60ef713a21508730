"""The uittreksel from sending to ready, without anybody touching it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simulators.people import person_with
from tests.builders.applications import MORNING, apply, viewer_of
from tests.process.conftest import Inbox
from zaakspoor.events.worker import drain
from zaakspoor.process.tracking import queries as tracking

pytestmark = pytest.mark.usefixtures("extract")
SOON = MORNING + timedelta(seconds=5)


def test_an_application_becomes_a_ready_document_and_two_messages(inbox: Inbox) -> None:
    person = person_with("nieuw")
    sent = apply(person)

    drain(SOON)

    track = tracking.track_of(sent.zaak_id, viewer_of(person), now=SOON)
    assert [step.state for step in track.steps] == ["done", "done", "done", "current"]
    assert [d.title for d in track.documents if d.sender == "gemeente"] == ["Uittreksel BRP"]
    assert [message.state for message in track.messages] == ["sent", "sent"]
    assert [mail["subject"] for mail in inbox.mails(person.email)] == [
        f"Wij hebben uw aanvraag {sent.identificatie}",
        f"Uw aanvraag {sent.identificatie} is klaar",
    ]
    assert track.is_closed
    assert track.result == "Verstrekt"
    assert track.turn == "niemand"


def test_the_whole_story_stays_cheap() -> None:
    # The first time reads the blueprint and its part of the catalogue.
    apply()
    drain(SOON)
    with CaptureQueriesContext(connection) as sending:
        apply()
    with CaptureQueriesContext(connection) as handling:
        drain(SOON)
    assert len(sending) <= 135
    assert len(handling) <= 165
