"""Planning a message, and handing it to the mail server."""

import logging
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import transaction

from zaakspoor.core import by_key, vault
from zaakspoor.events import outbox
from zaakspoor.events.reactions import Work
from zaakspoor.process.intake.models import Submission
from zaakspoor.process.intake.people import open_answers, open_applicant
from zaakspoor.process.messages.models import Message, MessageState
from zaakspoor.process.messages.wording import word
from zaakspoor.process.route import library
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.terms.models import Promise
from zaakspoor.registers.zaken.models import Zaak

log = logging.getLogger(__name__)

PLANNED = "messages.planned"
CHANGED = "messages.changed"


class Rejected(Exception):
    """The mail server will never take this message."""


class Mailer(Protocol):
    """The door to the mail server; a connection implements it.

    The same `message_id` twice is one message: receivers drop the second.
    """

    def send(
        self, *, message_id: str, to: str, subject: str, text: str, language: str, at: datetime
    ) -> None:
        """Hand over one message, dated `at`.

        :raises Rejected: the server refused it for good. Any other error: try again later.
        """


_mailer: list[Mailer] = []


def install_mailer(mailer: Mailer) -> None:
    """Use `mailer` from now on."""
    _mailer[:] = [mailer]


def plan_due(work: Work) -> None:
    """Plan the message that a status, a delay or a reminder asks for (atomic reaction)."""
    assert work.subject is not None
    # What a status says when it is entered is always told. A reminder or a delay comes by timer,
    # and nobody waits for it any more once the case has left that status.
    by_timer = not work.topic
    if by_timer and by_key.get(CaseRoute, work.subject).entry != work.payload["entry"]:
        return
    plan(
        zaak_id=work.subject,
        key=work.payload["message"],
        occasion=str(work.payload["entry"]),
        at=work.now,
    )


@transaction.atomic
def plan(*, zaak_id: UUID, key: str, occasion: str, at: datetime) -> None:
    """Fix text and address of a message and queue it. The same occasion plans nothing twice.

    A resident who gave no e-mail address gets none; the case page still says everything.
    """
    route = by_key.get(CaseRoute, zaak_id)
    if Message.objects.filter(zaak_id=zaak_id, key=key, occasion=occasion).exists():
        return
    address, language = _recipient(zaak_id)
    if not address:
        log.info("message_without_address zaak=%s key=%s", zaak_id, key)
        return
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    promise = Promise.objects.filter(zaak_id=zaak_id).latest("number")
    wording = word(
        blueprint,
        key,
        language=language,
        zaak_id=str(zaak_id),
        number=by_key.get(Zaak, zaak_id).identificatie,
        promise=promise,
    )
    message = Message.objects.create(
        zaak_id=zaak_id,
        key=key,
        occasion=occasion,
        channel="e-mail",
        language=language,
        subject=wording.subject,
        text=wording.text,
        address_sealed=vault.encrypt(address),
        address_shown=mask(address),
        planned_at=at,
    )
    outbox.publish(PLANNED, subject=zaak_id, payload={"message": str(message.id)}, at=at)


def _recipient(zaak_id: UUID) -> tuple[str, str]:
    submission = by_key.find(Submission, zaak_id)
    if submission is None:
        return "", "nl"
    address = open_answers(submission.answers_sealed).get("email", "")
    return address, open_applicant(submission.applicant_sealed).language


def send_due(work: Work) -> None:
    """Hand a planned message to the mail server, then mark it sent (reaction, idempotent).

    Killed in between, the message goes out again under the same Message-ID, which mail servers
    deliver once.
    """
    message = by_key.get(Message, UUID(work.payload["message"]))
    if message.state != MessageState.PLANNED:
        return
    try:
        _mailer[0].send(
            message_id=str(message.id),
            to=vault.decrypt(message.address_sealed),
            subject=message.subject,
            text=message.text,
            language=message.language,
            at=message.planned_at,
        )
    except Rejected:
        mark(message_id=message.id, state=MessageState.FAILED, at=work.now, failure="geweigerd")
        return
    mark(message_id=message.id, state=MessageState.SENT, at=work.now)


@transaction.atomic
def mark(*, message_id: UUID, state: MessageState, at: datetime, failure: str = "") -> None:
    """Record what became of a message; only a planned message changes."""
    message = by_key.lock(Message, message_id)
    if message.state != MessageState.PLANNED:
        return
    message.state, message.failure = state, failure
    message.sent_at = at if state == MessageState.SENT else None
    message.save(update_fields=["state", "failure", "sent_at"])
    outbox.publish(CHANGED, subject=message.zaak_id, payload={"message": str(message_id)}, at=at)


def mask(address: str) -> str:
    """Return an address that its owner recognises: `j…@voorbeeld.nl`."""
    name, _, domain = address.partition("@")
    return f"{name[:1]}…@{domain}"
