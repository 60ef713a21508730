"""Following the events as they are committed, for all that listens in one process."""

import asyncio
import logging
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import Error as DatabaseFailure
from django.db.models import Q

from zaakspoor.events import bell, queries
from zaakspoor.events.desk import Desk
from zaakspoor.events.models import Event

log = logging.getLogger(__name__)
BATCH = 1000
POLL_SECONDS = 1.0
# Several events of one transaction, or of one automatic step, become one push.
GATHER_SECONDS = 0.05
GAP_SECONDS = 60.0
MOST_GAPS = 1000

Row = tuple[int, UUID | None]


class Place:
    """How far the tail has read, and which numbers it passed that may still come.

    A number is given out before its transaction commits. So 8 can be seen before 7, and 7 is
    then looked for until it comes, or until no transaction can be that old.
    """

    def __init__(self, high: int) -> None:
        self.high = high
        self._gaps: dict[int, float] = {}
        self._late: dict[UUID | None, tuple[int, float]] = {}

    def gaps(self, moment: float) -> list[int]:
        """Return the numbers that may still come, at `moment` in seconds of any steady clock."""
        self._gaps = {n: since for n, since in self._gaps.items() if moment - since < GAP_SECONDS}
        return list(self._gaps)

    def saw(self, rows: list[Row], moment: float) -> None:
        """Take note of `rows` in order of their number."""
        for number, subject in rows:
            if number <= self.high:
                self._gaps.pop(number, None)
                self._late[subject] = (number, moment)
                continue
            skipped = range(max(self.high + 1, number - MOST_GAPS), number)
            self._gaps.update(dict.fromkeys(skipped, moment))
            self.high = number

    def came_late(self, subject: UUID, moment: float) -> int | None:
        """Return the number of an event that came after higher ones, while that may matter."""
        number, since = self._late.get(subject, (0, 0.0))
        return number if number and moment - since < GAP_SECONDS else None


class Ear:
    """One listener to one subject. `stir` is set when there is news or when it is over."""

    def __init__(self) -> None:
        self.stir = asyncio.Event()
        self.newest: int | None = None
        self.over = False

    def hear(self, number: int) -> None:
        """Note that event `number` happened."""
        self.newest = max(number, self.newest or 0)
        self.stir.set()

    def end(self) -> None:
        """Stop listening."""
        self.over = True
        self.stir.set()

    def take(self) -> int | None:
        """Return the newest event not taken before, and forget it."""
        newest, self.newest = self.newest, None
        self.stir.clear()
        return newest


class Tail:
    """Reads new events once for everybody in this process who listens."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ears: dict[UUID, set[Ear]] = defaultdict(set)
        self._place: Place | None = None
        self._closed = False

    async def run(self) -> None:
        """Follow until cancelled. A database that is away is waited for."""
        loop, rung, stop = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

        def ring() -> None:
            loop.call_soon_threadsafe(rung.set)

        watcher = threading.Thread(target=bell.watch, args=[stop], name="tail-bell")
        bell.add_hearer(ring)
        watcher.start()
        try:
            while True:
                await self._look()
                await _wait(rung)
        finally:
            bell.remove_hearer(ring)
            stop.set()
            await asyncio.to_thread(watcher.join)

    @contextmanager
    def listen(self, subject: UUID) -> Iterator[Ear]:
        """Give an ear that hears every event of `subject` from now on."""
        ear = Ear()
        if self._closed:
            ear.end()
        self._ears[subject].add(ear)
        try:
            yield ear
        finally:
            self._ears[subject].discard(ear)
            if not self._ears[subject]:
                del self._ears[subject]

    async def newest(self) -> int:
        """Return the number of the newest event of any subject."""
        return await self._desk.ask(queries.last_event_id)

    async def newest_since(self, subject: UUID, number: int) -> int | None:
        """Return the newest event of `subject` that one who saw `number` last has missed."""
        missed = await self._desk.ask(lambda: queries.last_event_of(subject, after=number))
        late = self._place.came_late(subject, time.monotonic()) if self._place else None
        return missed or late

    def close(self) -> None:
        """Send everybody who listens away, and whoever comes after."""
        self._closed = True
        for ears in self._ears.values():
            for ear in ears:
                ear.end()

    async def _look(self) -> None:
        try:
            if self._place is None:
                self._place = Place(await self._desk.ask(queries.last_event_id))
            while await self._read(self._place) == BATCH:
                continue
        except DatabaseFailure as error:
            log.warning("tail_lost error=%s", type(error).__name__)

    async def _read(self, place: Place) -> int:
        high, gaps = place.high, place.gaps(time.monotonic())
        rows = await self._desk.ask(lambda: _rows(high, gaps))
        place.saw(rows, time.monotonic())
        for number, subject in rows:
            if subject is not None:
                for ear in self._ears.get(subject, ()):
                    ear.hear(number)
        return len(rows)


async def _wait(rung: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(rung.wait(), POLL_SECONDS)
    except TimeoutError:
        return
    await asyncio.sleep(GATHER_SECONDS)
    rung.clear()


def _rows(high: int, gaps: list[int]) -> list[Row]:
    new = Event.objects.filter(Q(id__gt=high) | Q(id__in=gaps))
    return list(new.order_by("id").values_list("id", "subject")[:BATCH])
