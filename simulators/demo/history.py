"""What happened in the demo municipality before today, made by the same operations as today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db import transaction

from simulators.people import TestPerson, person_with
from zaakspoor.config.subscriptions import subscribe
from zaakspoor.core.actors import SYSTEM, Actor
from zaakspoor.core.clock import local_date
from zaakspoor.core.vault import keyed_hash
from zaakspoor.events import reactions
from zaakspoor.process.automatic.extract import make_and_file
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake.people import Applicant
from zaakspoor.process.messages import operations as messages
from zaakspoor.process.messages.models import Message, MessageState
from zaakspoor.process.papers import ports
from zaakspoor.process.route import operations as route
from zaakspoor.registers.zaken.models import Zaak

End = Literal["klaar", "handmatig", "wacht_op_balie", "ingetrokken"]
SERVICE = "uittreksel-brp"
COLLEAGUE = Actor("employee", "demo-bo", "Bo Burgerzaken", frozenset({"behandelaar", "balie"}))
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Past:
    """One case of the past: of whom, how long ago, how far it came, and why it stopped there."""

    person: TestPerson
    ago: timedelta
    end: End
    reason: str = "in_onderzoek"
    with_paper: bool = True


def pasts() -> Iterator[Past]:
    """Yield the history of the whole cast, the oldest first per person."""
    several = person_with("meerdere")
    for days in (310, 188, 92, 33):
        yield Past(several, timedelta(days=days, hours=3), "klaar")
    yield Past(several, timedelta(days=12), "ingetrokken")
    yield Past(several, timedelta(days=1, hours=2), "wacht_op_balie", "niet_afdrukbaar")
    many = person_with("tweehonderd")
    for number in range(198, 0, -1):
        # Papers for the newest only: they are what somebody opens, and the rest is a list.
        yield Past(many, timedelta(days=9 * number + 2, hours=number % 7), "klaar", "", number < 15)
    yield Past(many, timedelta(hours=5), "handmatig", "storing")
    yield Past(person_with("onderzoek"), timedelta(hours=20), "handmatig")
    yield Past(person_with("curatele"), timedelta(hours=3), "handmatig", "onder_curatele")
    yield Past(person_with("geheim"), timedelta(days=40), "klaar")


def make_history(*, now: datetime) -> int:
    """Make the history unless there is one, and return how many cases it added.

    Nothing of the past is carried out again: the reactions are off meanwhile, so nobody gets a
    mail about last year.
    """
    if Zaak.objects.exists():
        return 0
    reactions.install(())
    try:
        # All or nothing: a start that was cut short begins anew, and one commit is fast.
        with transaction.atomic():
            return len([_make(past, now - past.ago) for past in pasts()])
    finally:
        subscribe()


def _make(past: Past, at: datetime) -> UUID:
    zaak_id, number = _apply(past.person, at)
    _tell(zaak_id, "ontvangen", 1, at)
    if past.end == "ingetrokken":
        resident = Actor(
            "resident", keyed_hash(past.person.bsn), "Aanvrager", frozenset({"aanvrager"})
        )
        route.act(zaak_id=zaak_id, action="intrekken", actor=resident, at=at + 30 * _SECOND)
        return zaak_id
    route.act(zaak_id=zaak_id, action="ophalen", actor=SYSTEM, at=at + _SECOND)
    if past.end == "klaar":
        _finish(past, zaak_id, number, at)
    else:
        _hand_over(past, zaak_id, at)
    return zaak_id


def _apply(person: TestPerson, at: datetime) -> tuple[UUID, str]:
    owner = keyed_hash(person.bsn)
    draft = intake.start_draft(key=SERVICE, owner=owner, at=at - 60 * _SECOND)
    pages = {
        "uittreksel": {"voor_wie": "mijzelf", "soort": "adres", "taal": "nl"},
        "ontvangen": {"ontvangst": "digitaal", "email": person.email},
    }
    for step, answers in pages.items():
        intake.save_step(
            draft_id=draft, owner=owner, step=step, answers=answers, uploads={}, at=at - _SECOND
        )
    applicant = Applicant(owner, person.bsn, person.name, "midden")
    sent = intake.submit(draft_id=draft, applicant=applicant, channel="web", at=at)
    return sent.zaak_id, sent.identificatie


def _finish(past: Past, zaak_id: UUID, number: str, at: datetime) -> None:
    route.act(zaak_id=zaak_id, action="maken", actor=SYSTEM, at=at + 2 * _SECOND)
    facts = {"uittreksel": "vernietigd"}
    if past.with_paper:
        person = ports.persons().person(past.person.bsn, purpose="uittreksel")
        if person is None:
            raise LookupError(f"the registry does not know {past.person.key}")
        document = make_and_file(
            zaak_id=zaak_id,
            occasion="demo",
            person=person,
            kind="adres",
            language="nl",
            identificatie=number,
            at=at + 3 * _SECOND,
        )
        facts = {"uittreksel": str(document)}
    done = at + 4 * _SECOND
    route.act(zaak_id=zaak_id, action="klaar", actor=SYSTEM, at=done, facts=facts)
    _tell(zaak_id, "klaar", 4, done)


def _hand_over(past: Past, zaak_id: UUID, at: datetime) -> None:
    handed = at + 2 * _SECOND
    route.act(
        zaak_id=zaak_id, action="handmatig", actor=SYSTEM, at=handed, facts={"reden": past.reason}
    )
    _tell(zaak_id, "collega", 3, handed)
    if past.end == "wacht_op_balie":
        asked = at + timedelta(hours=1)
        facts = {
            "vraagtekst": "Wij willen uw identiteitsbewijs zien.",
            "reactiedatum": (local_date(asked) + timedelta(days=14)).isoformat(),
        }
        route.act(zaak_id=zaak_id, action="naar_balie", actor=COLLEAGUE, at=asked, facts=facts)
        _tell(zaak_id, "kom_langs", 4, asked)


def _tell(zaak_id: UUID, key: str, entry: int, at: datetime) -> None:
    messages.plan(zaak_id=zaak_id, key=key, occasion=str(entry), at=at)
    for message in Message.objects.filter(zaak_id=zaak_id, state=MessageState.PLANNED):
        messages.mark(message_id=message.id, state=MessageState.SENT, at=at)
