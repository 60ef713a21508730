"""Sending applications at a steady pace, and seeing when each is ready."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from uuid import UUID

from django.db import connection

from tests.bench._browsing import Answer, Browser, Lost
from tests.bench._crowd import Application

LOOK_SECONDS = 0.25
TRY_AGAIN_SECONDS = 0.5
Meanwhile = Callable[[], Coroutine[None, None, None]]


class Watch:
    """Notes when cases become ready, from the database: what a page would show at that moment."""

    def __init__(self) -> None:
        self.ready: dict[UUID, float] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look_on, name="watch")

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._stop.set()
        self._thread.join()

    def _look_on(self) -> None:
        try:
            while not self._stop.wait(LOOK_SECONDS):
                moment = time.monotonic()
                for zaak_id in _ready_cases():
                    self.ready.setdefault(zaak_id, moment)
        finally:
            connection.close()


def send_all(
    applications: Sequence[Application],
    port: int,
    *,
    per_second: float,
    wait_seconds: float,
    meanwhile: Meanwhile | None = None,
) -> None:
    """Send every application once, `per_second`, and wait until all are ready.

    Each sender tries again when the server is away, and then looks at the receipt as a browser
    does. Gives up waiting `wait_seconds` after the last was sent. `meanwhile` runs beside it.
    """
    with Watch() as watch:
        asyncio.run(_send_all(applications, port, per_second, meanwhile))
        end = time.monotonic() + wait_seconds
        known = {each.zaak_id for each in applications}
        while not known <= watch.ready.keys() and time.monotonic() < end:
            time.sleep(LOOK_SECONDS)
    for each in applications:
        if each.zaak_id is not None:
            each.ready = watch.ready.get(each.zaak_id, 0.0)


async def _send_all(
    applications: Sequence[Application],
    port: int,
    per_second: float,
    meanwhile: Meanwhile | None,
) -> None:
    beside = asyncio.create_task(meanwhile()) if meanwhile else None
    begin = asyncio.get_running_loop().time()
    sending = []
    for number, application in enumerate(applications):
        await asyncio.sleep(begin + number / per_second - asyncio.get_running_loop().time())
        sending.append(asyncio.create_task(_send(application, port)))
    await asyncio.gather(*sending)
    if beside:
        await beside


async def _send(application: Application, port: int) -> None:
    browser = Browser(port, application.session_key)
    application.sent = time.monotonic()
    answer = await _insist(application, browser)
    application.answered = time.monotonic()
    if answer.status != 302 or not answer.location.startswith("/zaken/"):
        application.problems.append(f"sending gave {answer.status} {answer.location}")
        return
    application.zaak_id = UUID(answer.location.split("/")[2])
    with suppress(Lost):
        receipt = await browser.get(answer.location)
        if receipt.status != 200:
            application.problems.append(f"the receipt gave {receipt.status}")


async def _insist(application: Application, browser: Browser) -> Answer:
    path = f"/concept/{application.draft_id}/controleren/"
    while True:
        application.tries += 1
        try:
            return await browser.post(path, verklaring="ja")
        except Lost:
            await asyncio.sleep(TRY_AGAIN_SECONDS)


def _ready_cases() -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT zaak_id FROM route_caseroute WHERE status = 'klaar'")
        # A UUID object on PostgreSQL, its digits on SQLite.
        return [UUID(str(row[0])) for row in cursor.fetchall()]
