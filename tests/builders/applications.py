"""Applications for the extract, valid without arguments. Fixed moments, test persons only."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from simulators.people import TestPerson, person_with
from zaakspoor.core.actors import Actor
from zaakspoor.core.vault import keyed_hash
from zaakspoor.process.blueprints.form_definition import Text
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake.operations import Upload
from zaakspoor.process.intake.people import Applicant
from zaakspoor.process.intake.queries import Submitted
from zaakspoor.process.tracking.track import Viewer

# A Tuesday morning on which nothing is closed.
MORNING = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
SERVICE = "uittreksel-brp"
FIRST_PAGE = frozenset({"voor_wie", "bsn_ander", "soort", "taal"})
NONE: Mapping[str, str] = {}
# For the child of somebody who does not exist either.
FOR_ANOTHER = {"voor_wie": "ander", "bsn_ander": "999993793"}
PDF = b"%PDF-1.7\n%a file that says it is a PDF\n"
PNG = b"\x89PNG\r\n\x1a\n a picture, it says"

ANS = Actor("employee", "ans", "Ans Ambtenaar", frozenset({"behandelaar"}))
BEN = Actor("employee", "ben", "Ben Balie", frozenset({"behandelaar", "balie"}))


def owner_of(person: TestPerson) -> str:
    """Return the keyed hash by which the drafts and cases of a person are found."""
    return keyed_hash(person.bsn)


def viewer_of(person: TestPerson, language: str = "nl") -> Viewer:
    """Return the person as somebody who looks at their own cases."""
    return Viewer("resident", owner_of(person), language)


def resident_actor(person: TestPerson) -> Actor:
    """Return the person as somebody who presses a button."""
    return Actor("resident", owner_of(person), "Aanvrager", frozenset({"aanvrager"}))


def applicant(person: TestPerson, language: str = "nl") -> Applicant:
    """Return the person as a login tells who they are."""
    return Applicant(owner_of(person), person.bsn, person.name, "midden", language)


def start(person: TestPerson | None = None, *, at: datetime = MORNING) -> UUID:
    """Start an empty application."""
    return intake.start_draft(key=SERVICE, owner=owner_of(person or person_with("nieuw")), at=at)


def fill_in(
    draft: UUID,
    person: TestPerson | None = None,
    *,
    answers: Mapping[str, str] = NONE,
    uploads: Mapping[str, Sequence[Upload]] | None = None,
    at: datetime = MORNING,
) -> dict[str, Text]:
    """Fill in every page; `answers` are added to ours or replace them. Return what is wrong."""
    person = person or person_with("nieuw")
    pages = {
        "uittreksel": {"voor_wie": "mijzelf", "soort": "adres", "taal": "nl"},
        "ontvangen": {"ontvangst": "digitaal", "email": person.email},
    }
    for key, value in answers.items():
        page = "uittreksel" if key in FIRST_PAGE else "ontvangen"
        pages[page][key] = value
    errors: dict[str, Text] = {}
    for step, given in pages.items():
        errors |= intake.save_step(
            draft_id=draft,
            owner=owner_of(person),
            step=step,
            answers=given,
            uploads=(uploads or {}) if step == "uittreksel" else {},
            at=at,
        )
    return errors


def send(
    draft: UUID, person: TestPerson | None = None, *, language: str = "nl", at: datetime = MORNING
) -> Submitted:
    """Press the button."""
    who = applicant(person or person_with("nieuw"), language)
    return intake.submit(draft_id=draft, applicant=who, channel="web", at=at)


def apply(
    person: TestPerson | None = None,
    *,
    answers: Mapping[str, str] = NONE,
    uploads: Mapping[str, Sequence[Upload]] | None = None,
    language: str = "nl",
    at: datetime = MORNING,
) -> Submitted:
    """Start, fill in and send an application; `answers` are added to ours or replace them."""
    draft = start(person, at=at)
    assert fill_in(draft, person, uploads=uploads, at=at, answers=answers) == {}
    return send(draft, person, language=language, at=at)
