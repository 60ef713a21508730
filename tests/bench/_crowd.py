"""Residents with a login and an application that only has to be sent."""

from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

from simulators.people import TestPerson, person_with
from zaakspoor.core import vault
from zaakspoor.process.intake import operations as intake

SERVICE = "uittreksel-brp"
# Who gets an extract without anybody looking.
PLAIN = ("nieuw", "meerdere", "tweehonderd", "nabestaande", "ouder", "onvolledig", "geheim")
_BATCH = 100


@dataclass(slots=True)
class Application:
    """One application, who sends it in which session, and what became of it (seconds)."""

    draft_id: UUID
    session_key: str
    address: str
    sent: float = 0.0
    answered: float = 0.0
    tries: int = 0
    zaak_id: UUID | None = None
    ready: float = 0.0
    problems: list[str] = field(default_factory=list)


def prepare(count: int, name: str) -> list[Application]:
    """Fill in `count` applications by turns of the residents; `name` keeps addresses apart."""
    people = [person_with(key) for key in PLAIN]
    made = []
    for start in range(0, count, _BATCH):
        # One commit per hundred: preparing is not what is measured.
        with transaction.atomic():
            for number in range(start, min(start + _BATCH, count)):
                person = people[number % len(people)]
                address = f"{name}-{number}@inwoner.example"
                draft_id = fill_in(person, address, now())
                made.append(Application(draft_id, log_in(person), address))
    return made


def log_in(person: TestPerson) -> str:
    """Begin a session for `person` and return its key."""
    seen = as_resident(vault.keyed_hash(person.bsn), person.name)
    return begin_session(resident=seen | {"bsn": vault.encrypt(person.bsn)})


def as_resident(owner: str, name: str) -> dict[str, str]:
    """Return what a session says about the resident whose BSN has the keyed hash `owner`."""
    moment = now().isoformat()
    return {
        "hash": owner,
        "bsn": "",
        "name": name,
        "level": "midden",
        "since": moment,
        "seen": moment,
        "id_token": vault.encrypt("none"),
    }


def begin_session(**content: Any) -> str:
    """Begin a session with this content, as logging in does, and return its key."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session.update(content)
    session.save()
    key: str = session.session_key
    return key


def fill_in(person: TestPerson, address: str, at: datetime) -> UUID:
    """Fill in an application that is not sent yet."""
    owner = vault.keyed_hash(person.bsn)
    draft_id = intake.start_draft(key=SERVICE, owner=owner, at=at)
    pages = {
        "uittreksel": {"voor_wie": "mijzelf", "soort": "adres", "taal": "nl"},
        "ontvangen": {"ontvangst": "digitaal", "email": address},
    }
    for step, answers in pages.items():
        errors = intake.save_step(
            draft_id=draft_id, owner=owner, step=step, answers=answers, uploads={}, at=at
        )
        if errors:
            raise ValueError(f"the form changed: {sorted(errors)}")
    return draft_id
