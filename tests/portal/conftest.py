"""What the tests of the portal share: a published service, residents who logged in, and cases."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client
from django.utils.timezone import now

from zaakspoor.config.subscriptions import REACTIONS
from zaakspoor.core import vault
from zaakspoor.events import reactions
from zaakspoor.events.worker import drain
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake.people import Applicant
from zaakspoor.process.papers import ports
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import Person
from zaakspoor.process.route import library
from zaakspoor.process.route.publishing import publish

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
KEY = "uittreksel-brp"
# Of test persons; they pass the elfproef and nobody has them.
BSN = "999990019"
OTHER_BSN = "999990020"
OWNER = vault.keyed_hash(BSN)
# The pages that ask something, after the one that shows what the registry knows.
STEPS = ("uittreksel", "ontvangen")
FIRST = {"voor_wie": "mijzelf", "soort": "adres", "taal": "nl"}
SECOND = {"ontvangst": "digitaal", "email": "tessa@inwoner.example", "telefoon": ""}
PDF = b"%PDF-1.7\n%a file that says it is a PDF\n"

PERSON = Person(
    full_name="Tessa Testpersoon",
    geboortedatum=PartialDate(1984, 5, 2),
    geboorteplaats="Voorbeeldstad",
    geboorteland="Nederland",
    address_lines=("Voorbeeldlaan 12", "9999 AB Voorbeeldstad"),
    gemeente="Voorbeeldstad",
    datum_inschrijving=PartialDate(2019, 3),
    nationaliteiten=("Nederlandse",),
    leeftijd=42,
)


class Registry:
    """A civil registry that knows one person."""

    def person(self, bsn: str, *, purpose: str, user: str = "zaakspoor") -> Person | None:
        return PERSON


@pytest.fixture(autouse=True)
def registry() -> Iterator[None]:
    """The door to the civil registry, opened on one that needs no network."""
    before = ports.persons()
    ports.install_persons(Registry())
    yield
    ports.install_persons(before)


@pytest.fixture(autouse=True)
def without_post() -> Iterator[None]:
    """Everything reacts as in service, except that no mail leaves: there is no mail server."""
    reactions.install(one for one in REACTIONS if one.name != "messages.send")
    yield
    reactions.install(REACTIONS)


@pytest.fixture
def service(db: None) -> Iterator[None]:
    """The extract, published."""
    library.clear()
    publish(source=Path("blueprints/uittreksel.yaml").read_text(), at=AT)
    yield
    library.clear()


@pytest.fixture
def make_draft(service: None) -> Callable[..., UUID]:
    """Return how to make an application that is not sent yet, with these pages filled in."""

    def make(*pages: dict[str, str], bsn: str = BSN) -> UUID:
        owner = vault.keyed_hash(bsn)
        draft = intake.start_draft(key=KEY, owner=owner, at=now())
        for step, answers in zip(STEPS, pages, strict=False):
            intake.save_step(
                draft_id=draft, owner=owner, step=step, answers=answers, uploads={}, at=now()
            )
        return draft

    return make


@pytest.fixture
def make_case(make_draft: Callable[..., UUID]) -> Callable[..., UUID]:
    """Return how to make a case; `finish` lets the machine handle it."""

    def make(*, bsn: str = BSN, finish: bool = True, first: dict[str, str] = FIRST) -> UUID:
        draft = make_draft(first, SECOND, bsn=bsn)
        applicant = Applicant(vault.keyed_hash(bsn), bsn, "Tessa Testpersoon", "midden")
        sent = intake.submit(draft_id=draft, applicant=applicant, channel="web", at=now())
        if finish:
            drain(now())
        return sent.zaak_id

    return make


@pytest.fixture
def log_in(db: None) -> Callable[..., Client]:
    """Return how to get a browser in which a resident has logged in."""

    def enter(bsn: str = BSN, level: str = "midden", minutes_ago: int = 0) -> Client:
        client = Client()
        session: SessionBase = client.session
        # A little later than a minute would write "seen" on every page: another query.
        seen = now() - timedelta(minutes=minutes_ago, seconds=5)
        session["resident"] = {
            "hash": vault.keyed_hash(bsn),
            "bsn": vault.encrypt(bsn),
            "name": "Tessa Testpersoon",
            "level": level,
            "since": seen.isoformat(),
            "seen": seen.isoformat(),
            "id_token": vault.encrypt("none"),
        }
        session.save()
        client.cookies["zaakspoor_sessie"] = session.session_key or ""
        return client

    return enter


@pytest.fixture
def resident(log_in: Callable[..., Client]) -> Client:
    """A browser in which Tessa Testpersoon has logged in."""
    return log_in()


@pytest.fixture
def stranger(log_in: Callable[..., Client]) -> Client:
    """A browser in which somebody else has logged in."""
    return log_in(OTHER_BSN)
