"""A hundred thousand cases: how long a page takes, and how often it asks the database."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from simulators.people import person_with
from tests.bench._browsing import Browser
from tests.bench._bulk import Mould, fill, resident_hash
from tests.bench._crowd import as_resident, begin_session
from tests.bench._figures import percentile, spread, verdict
from tests.bench._past import finished_case, waiting_case
from tests.browser.serving import Site
from zaakspoor.core import vault
from zaakspoor.registers.zaken.models import Zaak

CASES, RESIDENTS, WAITING, OF_ONE = 100_000, 33_333, 500, 200
# Has three cases, of which one waits for a colleague and one has papers.
ORDINARY = 201
TIMES = 40
GOAL_MILLISECONDS = 100


@dataclass(frozen=True, slots=True)
class Look:
    """A page, who looks at it, and what it is called here."""

    title: str
    path: str
    session_key: str


def measure(site: Site) -> Iterator[str]:
    """Make the register, then open every page again and again."""
    started = time.monotonic()
    many = vault.keyed_hash(person_with("tweehonderd").bsn)
    _make(many)
    count = Zaak.objects.count()
    yield f"{count} cases ({time.monotonic() - started:.0f} s to make)"
    one = resident_hash(ORDINARY)
    few = _looks("a resident with a few", one), _looks("a resident with 200", many)
    for look in (*few[0], *few[1], _queue()):
        times = asyncio.run(_open(look, int(site.environment["PORT"])))
        holds = percentile(times, 0.95) < GOAL_MILLISECONDS / 1000
        goal = f"goal p95 < {GOAL_MILLISECONDS} ms: {verdict(holds)}"
        yield f"{look.title}: {spread(times, 'ms', 1000)}, {_statements(look)} statements ({goal})"
    pairs = [(_statements(a), _statements(b)) for a, b in zip(*few, strict=True)]
    yield f"as many statements for a few as for 200: {verdict(all(a == b for a, b in pairs))}"


def _make(many: str) -> None:
    person = person_with("nieuw")
    done = Mould(finished_case(person, now() - timedelta(days=30)))
    waiting = Mould(waiting_case(person, now() - timedelta(hours=3)))

    def cases() -> Iterator[tuple[Mould, int, str]]:
        for number in range(CASES):
            owner = many if number < OF_ONE else resident_hash(number % RESIDENTS)
            yield (waiting if number % (CASES // WAITING) == 1 else done), number, owner

    fill(cases())


def _looks(who: str, owner: str) -> list[Look]:
    key = begin_session(resident=as_resident(owner, "Inwoner van de stad"))
    newest = Zaak.objects.of_initiator(owner).order_by("-identificatie")
    case: UUID = newest.filter(zaakinformatieobjecten__isnull=False).values_list("uuid", flat=True)[
        0
    ]
    return [
        Look(f"home of {who}", "/", key),
        Look(f"list of {who}", "/zaken/", key),
        Look(f"case page of {who}", f"/zaken/{case}/", key),
    ]


def _queue() -> Look:
    moment = now().isoformat()
    employee = {
        "sub": "meting",
        "name": "Meting",
        "roles": ["behandelaar"],
        "teams": ["burgerzaken"],
        "since": moment,
        "seen": moment,
        "id_token": vault.encrypt("none"),
    }
    return Look(f"queue of {WAITING}", "/werkplek/", begin_session(employee=employee))


async def _open(look: Look, port: int) -> list[float]:
    browser = Browser(port, look.session_key)
    times = []
    for _ in range(TIMES + 3):
        begin = time.monotonic()
        answer = await browser.get(look.path)
        times.append(time.monotonic() - begin)
        if answer.status != 200:
            raise RuntimeError(f"{look.title} gave {answer.status}")
    # The first ones warm up templates and connections.
    return times[3:]


def _statements(look: Look) -> int:
    client = Client(headers={"host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = look.session_key
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(look.path)
    if answer.status_code != 200:
        raise RuntimeError(f"{look.title} gave {answer.status_code}")
    return len(captured)
