"""Two hundred open case pages: from a change to its being seen on the page of its resident."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.timezone import now

from simulators.people import person_with
from tests.bench._browsing import Browser
from tests.bench._crowd import log_in
from tests.bench._figures import memory_megabytes, percentile, spread, verdict
from tests.bench._past import waiting_case
from tests.browser.serving import Site

PAGES = 200
PER_SECOND = 10.0
GOAL_SECONDS = 1.0
GOAL_MEGABYTES = 250
_SETTLE_SECONDS = 3.0


@dataclass(slots=True)
class Page:
    """An open page of one case; the moments are seconds of one clock, 0.0 for not yet."""

    zaak_id: UUID
    browser: Browser
    changed: float = 0.0
    heard: float = 0.0
    seen: float = 0.0


def measure(site: Site) -> Iterator[str]:
    """Open the pages, withdraw the applications one by one, and watch what each page shows."""
    port = int(site.environment["PORT"])
    pages = [_open_case(port) for _ in range(PAGES)]
    asyncio.run(_watch(pages))
    heard = [page.heard - page.changed for page in pages if page.heard]
    seen = [page.seen - page.changed for page in pages if page.seen]
    yield f"{PAGES} open pages, each case changed by its resident, {PER_SECOND:.0f} a second"
    yield f"from the press of the button to the event: {spread(heard)}"
    holds = len(seen) == PAGES and percentile(seen, 0.95) < GOAL_SECONDS
    yield f"to the new page: {spread(seen)} (goal p95 < {GOAL_SECONDS:.0f} s: {verdict(holds)})"
    rss, pss = memory_megabytes(site.server[0].pid)
    goal = f"goal < {GOAL_MEGABYTES} MB: {verdict(rss < GOAL_MEGABYTES)}"
    yield f"memory of the process: RSS {rss:.0f} MB, PSS {pss:.0f} MB ({goal})"


def _open_case(port: int) -> Page:
    person = person_with("meerdere")
    zaak_id = waiting_case(person, now() - timedelta(minutes=5))
    return Page(zaak_id, Browser(port, log_in(person)))


async def _watch(pages: list[Page]) -> None:
    watching = [asyncio.create_task(_look(page)) for page in pages]
    await asyncio.sleep(_SETTLE_SECONDS)
    pressing = []
    for page in pages:
        pressing.append(asyncio.create_task(_withdraw(page)))
        await asyncio.sleep(1 / PER_SECOND)
    await asyncio.gather(*pressing)
    await asyncio.sleep(_SETTLE_SECONDS)
    for task in watching:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _withdraw(page: Page) -> None:
    page.changed = time.monotonic()
    answer = await page.browser.post(f"/zaken/{page.zaak_id}/doe/intrekken/")
    if answer.status != 302:
        raise RuntimeError(f"withdrawing gave {answer.status}")


async def _look(page: Page) -> None:
    """Do what the page's script does: wait for an event, then ask for the part that moves."""
    async for line in page.browser.stream(f"/live/{page.zaak_id}"):
        if line != b"event: change" or not page.changed:
            continue
        page.heard = page.heard or time.monotonic()
        part = await page.browser.get(f"/zaken/{page.zaak_id}/?deel=spoor")
        if b"ingetrokken" in part.body:
            page.seen = page.seen or time.monotonic()
