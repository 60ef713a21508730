"""Was everything done exactly once? Counted in the registers and at the receiver of the mail."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import httpx
from django.db.models import Count
from django.utils.timezone import now

from simulators.town import Town
from tests.bench._crowd import Application
from zaakspoor.events import queries as events
from zaakspoor.events.models import Job
from zaakspoor.process.intake.models import Submission
from zaakspoor.process.messages.models import Message
from zaakspoor.process.papers.models import IssuedDocument
from zaakspoor.registers.zaken.models import ZaakInformatieObject

# What a case that went well has: its extract, and the two papers of the application.
EXTRACTS, PAPERS, MESSAGES = 1, 3, 2


def wait_until_quiet(seconds: float) -> None:
    """Wait until no work is due any more, at most so long. Timers of hours do not count."""
    end = time.monotonic() + seconds
    while Job.objects.filter(due__lt=now() + timedelta(minutes=5)).exists():
        if time.monotonic() > end:
            return
        time.sleep(0.2)


def faults(applications: Sequence[Application], town: Town) -> Iterator[str]:
    """Yield a line for everything that was not done exactly once."""
    for application in applications:
        yield from application.problems
    unready = sum(not application.ready for application in applications)
    if unready:
        yield f"{unready} applications were not ready in time"
    zaak_ids = [application.zaak_id for application in applications if application.zaak_id]
    drafts = [application.draft_id for application in applications]
    yield from _unequal("cases", _per_draft(drafts), len(applications), 1)
    yield from _unequal("papers", _per_zaak(ZaakInformatieObject, zaak_ids), len(zaak_ids), PAPERS)
    yield from _unequal("messages", _per_zaak(Message, zaak_ids), len(zaak_ids), MESSAGES)
    yield from _extracts(zaak_ids)
    yield from _mails(applications, town)
    dead = len(events.dead_letters())
    if dead:
        yield f"{dead} dead letters"


def repeats(applications: Sequence[Application], town: Town) -> int:
    """Return how often a mail came again under the same Message-ID, which a reader never sees."""
    mine = {application.address for application in applications}
    return sum(mail["repeats"] for mail in _inbox(town) if mine & set(mail["to"]))


def _per_draft(drafts: Sequence[Any]) -> Counter[Any]:
    # `in` with a thousand values is more than SQLite always takes.
    rows = Submission.objects.values_list("draft_id", flat=True)
    wanted = set(drafts)
    return Counter(draft for draft in rows if draft in wanted)


def _per_zaak(model: Any, zaak_ids: Sequence[Any]) -> Counter[Any]:
    rows = model.objects.values_list("zaak_id").annotate(count=Count("pk"))
    counts, wanted = dict(rows), set(zaak_ids)
    return Counter({zaak: count for zaak, count in counts.items() if zaak in wanted})


def _extracts(zaak_ids: Sequence[Any]) -> Iterator[str]:
    sealed = IssuedDocument.objects.exclude(sealed_at=None).values_list("document", flat=True)
    links = ZaakInformatieObject.objects.filter(informatieobject__in=sealed)
    counts, wanted = Counter(links.values_list("zaak_id", flat=True)), set(zaak_ids)
    mine = Counter({zaak: count for zaak, count in counts.items() if zaak in wanted})
    yield from _unequal("extracts", mine, len(zaak_ids), EXTRACTS)
    reserved = IssuedDocument.objects.filter(sealed_at=None).count()
    if reserved:
        yield f"{reserved} codes that no paper bears"


def _mails(applications: Sequence[Application], town: Town) -> Iterator[str]:
    mine = {application.address for application in applications}
    counts = Counter(to for mail in _inbox(town) for to in mail["to"] if to in mine)
    yield from _unequal("mails", counts, len(mine), MESSAGES)


def _inbox(town: Town) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = httpx.get(f"{town.mail_url}/api/messages", timeout=60).json()
    return found


def _unequal(what: str, counts: Counter[Any], number: int, each: int) -> Iterator[str]:
    wrong = {count for count in counts.values() if count != each}
    if wrong or len(counts) != number:
        numbers = Counter(counts.values())
        yield f"{what}: wanted {number} with {each}, found {dict(numbers)} (number: cases)"
