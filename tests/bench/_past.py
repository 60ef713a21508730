"""Real cases made without the machine: by the same operations, and nobody is written to."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from simulators.people import TestPerson
from tests.bench._crowd import fill_in
from zaakspoor.config.subscriptions import subscribe
from zaakspoor.core import vault
from zaakspoor.core.actors import SYSTEM
from zaakspoor.events import reactions
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake.people import Applicant
from zaakspoor.process.messages import operations as messages
from zaakspoor.process.route import operations as route


def waiting_case(person: TestPerson, at: datetime) -> UUID:
    """Make a case that waits for a colleague since `at`."""
    with _quietly():
        zaak_id = _send(person, at)
        route.act(zaak_id=zaak_id, action="ophalen", actor=SYSTEM, at=at)
        facts = {"reden": "in_onderzoek"}
        route.act(zaak_id=zaak_id, action="handmatig", actor=SYSTEM, at=at, facts=facts)
    return zaak_id


def finished_case(person: TestPerson, at: datetime) -> UUID:
    """Make a case that was done a few seconds after `at`; its two messages are planned."""
    with _quietly():
        zaak_id = _send(person, at)
        messages.plan(zaak_id=zaak_id, key="ontvangen", occasion="1", at=at)
        route.act(zaak_id=zaak_id, action="ophalen", actor=SYSTEM, at=at)
        route.act(zaak_id=zaak_id, action="maken", actor=SYSTEM, at=at)
        done = at + timedelta(seconds=4)
        facts = {"uittreksel": "vernietigd"}
        route.act(zaak_id=zaak_id, action="klaar", actor=SYSTEM, at=done, facts=facts)
        messages.plan(zaak_id=zaak_id, key="klaar", occasion="4", at=done)
    return zaak_id


@contextmanager
def _quietly() -> Iterator[None]:
    """Let nothing follow from what happens within."""
    reactions.install(())
    try:
        with transaction.atomic():
            yield
    finally:
        subscribe()


def _send(person: TestPerson, at: datetime) -> UUID:
    draft_id = fill_in(person, person.email, at)
    applicant = Applicant(vault.keyed_hash(person.bsn), person.bsn, person.name, "midden")
    return intake.submit(draft_id=draft_id, applicant=applicant, channel="web", at=at).zaak_id
