"""What tests of the workbench start from: a published service, cases, and colleagues at work."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.contrib.sessions.backends.db import SessionStore
from django.utils.timezone import now

from zaakspoor.core import vault
from zaakspoor.core.actors import Actor
from zaakspoor.events.worker import drain
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake.people import Applicant
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import Person, SourceUnavailable
from zaakspoor.process.route import library
from zaakspoor.process.route.publishing import publish

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
# Of a test person; it passes the elfproef and nobody has it.
BSN = "999990019"
OWNER = vault.keyed_hash(BSN)
ANS = Actor("employee", "ans", "Ans Ambtenaar", frozenset({"behandelaar"}))
BEN = Actor("employee", "ben", "Ben Balie", frozenset({"behandelaar", "balie"}))
LEA = Actor("employee", "lea", "Lea Leiding", frozenset({"behandelaar", "teamleider"}))

FOR_ANOTHER = {
    "voor_wie": "ander",
    "bsn_ander": "999990020",
    "soort": "adres",
    "taal": "nl",
}
RECEIVING = {"ontvangst": "digitaal", "email": "tessa@inwoner.example", "telefoon": ""}

PERSON = Person(
    full_name="Sem Voorbeeld",
    geboortedatum=PartialDate(1984, 5, 2),
    geboorteplaats="Voorbeeldstad",
    geboorteland="Nederland",
    address_lines=("Voorbeeldlaan 12", "9999 AB Voorbeeldstad"),
    gemeente="Voorbeeldstad",
    datum_inschrijving=PartialDate(2019, 3),
    nationaliteiten=("Nederlandse",),
)


class Registry:
    """A civil registry that knows one person, or is away; it remembers what was asked."""

    def __init__(self) -> None:
        self.is_away = False
        self.asked: list[tuple[str, str, str]] = []

    def person(self, bsn: str, *, purpose: str, user: str = "zaakspoor") -> Person | None:
        self.asked.append((bsn, purpose, user))
        if self.is_away:
            raise SourceUnavailable("away")
        return PERSON


def publish_extract() -> None:
    """Publish the extract as we ship it."""
    library.clear()
    publish(source=Path("blueprints/uittreksel.yaml").read_text(), at=AT)


def make_waiting_case(at: datetime = AT) -> UUID:
    """Make a case that waits for a person, because it is for somebody else."""
    draft = intake.start_draft(key="uittreksel-brp", owner=OWNER, at=at)
    for step, answers in (("uittreksel", FOR_ANOTHER), ("ontvangen", RECEIVING)):
        errors = intake.save_step(
            draft_id=draft, owner=OWNER, step=step, answers=answers, uploads={}, at=at
        )
        assert not errors
    applicant = Applicant(OWNER, BSN, "Tessa Testpersoon", "midden")
    sent = intake.submit(draft_id=draft, applicant=applicant, channel="web", at=at)
    drain(at)
    return sent.zaak_id


def session_of(actor: Actor = ANS, teams: tuple[str, ...] = ("burgerzaken",)) -> str:
    """Return the key of a session in which a colleague logged in just now."""
    session = SessionStore()
    seen = now() - timedelta(seconds=5)
    session["employee"] = {
        "sub": actor.id,
        "name": actor.name,
        "roles": sorted(actor.roles),
        "teams": list(teams),
        "since": seen.isoformat(),
        "seen": seen.isoformat(),
        "id_token": vault.encrypt("none"),
    }
    session.create()
    return str(session.session_key)
