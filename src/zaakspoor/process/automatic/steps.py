"""The automatic steps: each answers GOOD, or the failure word that the blueprint knows.

A step may be carried out again after a crash; what it makes has an id that follows from the case.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from zaakspoor.core.clock import local_date
from zaakspoor.process.automatic import extract
from zaakspoor.process.automatic.filing import NotReadableBack
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.papers import ports
from zaakspoor.process.papers.person import Person, SourceRefused, SourceUnavailable
from zaakspoor.process.papers.seal_key import SealUnusable
from zaakspoor.process.papers.typesetting import Unprintable

log = logging.getLogger(__name__)

GOOD = "goed"
ADULT_FOR_OWN_EXTRACT = 16


@dataclass(slots=True)
class Run:
    """What the steps of one run share. The person lives here only, never in the database."""

    zaak_id: UUID
    identificatie: str
    entry: int
    at: datetime
    answers: Mapping[str, str]
    bsn: str
    person: Person | None = None
    facts: dict[str, str] = field(default_factory=dict)


def check_application(run: Run) -> str:
    """Send an application on behalf of somebody else to a person."""
    return "namens_ander" if run.answers.get("voor_wie") == "ander" else GOOD


def fetch_person(run: Run) -> str:
    """Ask the civil registry for the applicant, once per run."""
    if run.person is not None:
        return GOOD
    try:
        run.person = ports.persons().person(run.bsn, purpose="uittreksel")
    except SourceUnavailable:
        return "onbereikbaar"
    except SourceRefused:
        # Ours to repair, with a key or a setting; for the resident it is the same wait.
        log.exception("registry_refuses zaak=%s", run.zaak_id)
        return "onbereikbaar"
    return GOOD if run.person else "niet_gevonden"


def check_person(run: Run) -> str:
    """Return the first rule that says that a person must look, in the order of the law's weight."""
    person = _known(run)
    rules = (
        ("overleden", person.overleden),
        ("onder_curatele", person.onder_curatele),
        ("niet_ingezetene", person.niet_ingezetene),
        ("in_onderzoek", person.in_onderzoek),
        ("jonger_dan_16", person.age_on(local_date(run.at)) < ADULT_FOR_OWN_EXTRACT),
    )
    return next((word for word, holds in rules if holds), GOOD)


def make_extract(run: Run) -> str:
    """Make, seal and file the extract; the same case and status make the same document."""
    try:
        document_id = extract.make_and_file(
            zaak_id=run.zaak_id,
            occasion=str(run.entry),
            person=_known(run),
            kind=run.answers["soort"],
            language=run.answers["taal"],
            identificatie=run.identificatie,
            at=run.at,
        )
    except Unprintable:
        return "niet_afdrukbaar"
    except (OSError, NotReadableBack, SealUnusable):
        # A full disk, a store that loses what it took, a seal that does not open.
        log.exception("extract_failed zaak=%s", run.zaak_id)
        return "storing"
    run.facts["uittreksel"] = str(document_id)
    return GOOD


STEPS: Mapping[str, Callable[[Run], str]] = {
    "toets_aanvraag": check_application,
    "haal_persoon": fetch_person,
    "toets_persoon": check_person,
    "maak_uittreksel": make_extract,
}


def run_for(*, zaak_id: UUID, identificatie: str, entry: int, at: datetime) -> Run:
    """Return the start of a run for a case, with the answers of its application."""
    sent = intake.submission_of(zaak_id)
    return Run(zaak_id, identificatie, entry, at, sent.answers, sent.bsn)


def _known(run: Run) -> Person:
    if run.person is None:
        raise LookupError("the step before should have fetched the person")
    return run.person
