"""What residents are told: nothing personal, once, and sooner or later it arrives."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from simulators.people import person_with
from tests.builders.applications import (
    FOR_ANOTHER,
    SERVICE,
    apply,
    resident_actor,
    viewer_of,
)
from tests.builders.cases import COME_BY, SOON, act, case_in
from tests.process.conftest import Inbox
from zaakspoor.events.worker import drain
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.messages import operations as messages
from zaakspoor.process.messages.models import Message, MessageState
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.track import TrackMessage
from zaakspoor.registers.zaken.models import Zaak

pytestmark = pytest.mark.usefixtures("extract")
ME = person_with("nieuw")
MUCH_LATER = SOON + timedelta(hours=1)


def seen(zaak_id: UUID) -> list[TrackMessage]:
    return list(tracking.track_of(zaak_id, viewer_of(ME), now=SOON).messages)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_message_says_anything_of_what_was_asked_or_answered(language: str) -> None:
    markers = {
        "bsn_ander": "999993793",
        "email": "merkteken@inwoner.example",
        "telefoon": "0612345678",
        "soort": "nationaliteit",
    }
    sent = apply(ME, language=language, answers=FOR_ANOTHER | markers)
    drain(SOON)
    facts = {"vraagtekst": "Merkteken vraag.", "reactiedatum": COME_BY["reactiedatum"]}
    act(sent.zaak_id, "naar_balie", facts=facts)
    act(sent.zaak_id, "verschenen")
    refusal = {"uitleg": "Merkteken uitleg.", "brief": "merkteken"}
    act(sent.zaak_id, "niet_verstrekken", facts=refusal)
    for key in intake.service(SERVICE).messages:
        messages.plan(zaak_id=sent.zaak_id, key=key, occasion="every-one", at=SOON)
    told = list(Message.objects.all())
    assert {message.key for message in told} == set(intake.service(SERVICE).messages)
    # The name of the service is no answer: the number of the case says as much.
    forbidden = {*markers.values(), ME.bsn, "Noor", "Nieuwelink", "erkteken", "nationalit"}
    for message in told:
        words = message.subject + message.text
        assert [marker for marker in forbidden if marker in words] == []
        assert sent.identificatie in message.subject
        assert f"/zaken/{sent.zaak_id}/" in message.text
        assert "14 0999" in message.text
        assert "{" not in words


def test_who_applied_in_english_is_told_in_english(inbox: Inbox) -> None:
    apply(language="en")
    drain(SOON)
    first, second = inbox.mails(ME.email)
    assert first["subject"].startswith("We have your application")
    assert "Dear resident," in first["text"]
    assert "24 November 2026, 09:35" in first["text"]
    assert first["headers"]["Content-Language"] == "en"
    assert second["subject"].endswith("is ready")


def test_the_receipt_says_when_to_expect_it(inbox: Inbox) -> None:
    apply()
    drain(SOON)
    assert (
        "Wij verwachten dat het klaar is op 24 november 2026, 09.35 uur."
        in (inbox.mails(ME.email)[0]["text"])
    )


def test_the_address_is_kept_sealed_and_shown_masked() -> None:
    sent = apply()
    drain(SOON)
    row = Message.objects.first()
    assert row is not None
    assert ME.email not in row.address_sealed
    assert {message.address for message in seen(sent.zaak_id)} == {"n…@inwoner.example"}


def test_a_resend_after_a_lost_answer_is_one_mail(inbox: Inbox) -> None:
    inbox.fail(lose_answer=1)
    sent = apply()
    drain(SOON)
    drain(MUCH_LATER)
    mails = inbox.mails(ME.email)
    assert [mail["repeats"] for mail in mails] in ([1, 0], [0, 1])
    assert {mail["headers"]["Message-ID"].split("@")[0].strip("<") for mail in mails} == {
        str(message.id) for message in Message.objects.all()
    }
    assert [message.state for message in seen(sent.zaak_id)] == ["sent", "sent"]


def test_a_server_that_is_away_gets_it_later(inbox: Inbox) -> None:
    inbox.fail(delay=1)
    sent = apply()
    drain(SOON)
    assert inbox.mails(ME.email) == []
    assert {message.state for message in seen(sent.zaak_id)} == {"planned"}
    drain(MUCH_LATER)
    assert len(inbox.mails(ME.email)) == 2
    assert {message.state for message in seen(sent.zaak_id)} == {"sent"}


def test_an_address_that_is_refused_shows_as_failed_and_is_not_tried_again(inbox: Inbox) -> None:
    inbox.fail(reject=[ME.email])
    sent = apply()
    drain(SOON)
    assert {message.state for message in seen(sent.zaak_id)} == {"failed"}
    inbox.fail(reject=[])
    drain(MUCH_LATER)
    assert inbox.mails(ME.email) == []
    failed = Message.objects.first()
    assert failed is not None
    assert (failed.failure, failed.sent_at) == ("geweigerd", None)


def test_telling_the_same_twice_plans_one_message() -> None:
    sent = apply()
    for at in (SOON, MUCH_LATER):
        messages.plan(zaak_id=sent.zaak_id, key="klaar", occasion="4", at=at)
    assert Message.objects.get(key="klaar").planned_at == SOON


def test_a_sent_message_never_becomes_something_else() -> None:
    apply()
    drain(SOON)
    message = Message.objects.filter(key="klaar").get()
    messages.mark(message_id=message.id, state=MessageState.FAILED, at=MUCH_LATER, failure="x")
    message.refresh_from_db()
    assert (message.state, message.sent_at, message.failure) == ("sent", SOON, "")


def test_who_handles_by_hand_tells_by_hand_too(inbox: Inbox) -> None:
    zaak_id = case_in("wacht_op_balie")
    act(zaak_id, "intrekken", resident_actor(ME))
    drain(SOON)
    number = Zaak.objects.get().identificatie
    assert sorted(mail["subject"] for mail in inbox.mails(ME.email)) == sorted(
        [
            f"Wij hebben uw aanvraag {number}",
            f"Een collega kijkt naar uw aanvraag {number}",
            f"Wij vragen u iets over uw aanvraag {number}",
            f"Uw aanvraag {number} is ingetrokken",
        ]
    )


@pytest.mark.parametrize(
    ("address", "shown"),
    [("j.jansen@voorbeeld.nl", "j…@voorbeeld.nl"), ("a@b.example", "a…@b.example")],
)
def test_a_masked_address_is_known_to_its_owner_only(address: str, shown: str) -> None:
    assert messages.mask(address) == shown


def test_the_date_of_a_mail_is_when_it_was_planned(inbox: Inbox) -> None:
    apply()
    inbox.fail(delay=1)
    drain(SOON)
    drain(MUCH_LATER)
    moments = {mail["headers"]["Date"] for mail in inbox.mails(ME.email)}
    assert moments == {_wire(SOON)}


def _wire(at: datetime) -> str:
    return f"{at:%a, %d %b %Y %H:%M:%S} +0000"
