"""The one ASGI application: live updates natively, everything else Django's WSGI in threads."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.wsgi import get_wsgi_application

from zaakspoor.events import failures
from zaakspoor.events.desk import Desk
from zaakspoor.events.tail import Tail
from zaakspoor.events.worker import Worker
from zaakspoor.interfaces.identity import sessions
from zaakspoor.process.tracking.live import (
    PREFIX,
    PULSE,
    Listener,
    Live,
    Pulse,
    Receive,
    Scope,
    Send,
)

log = logging.getLogger(__name__)
RESTART_SECONDS = 1.0
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]


class Application:
    """Sends each request where it belongs, and lives as long as its server."""

    def __init__(self, *, with_worker: bool, pulse: Pulse) -> None:
        self._desk = Desk()
        self._tail = Tail(self._desk)
        self._live = Live(
            tail=self._tail, desk=self._desk, identify=_identify, clock=_now, pulse=pulse
        )
        django: Any = get_wsgi_application()
        self._threads = WSGIMiddleware(django, workers=settings.WEB_THREADS)
        self._pages = cast(Asgi, self._threads)
        self._with_worker = with_worker
        self._stop = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or the messages of the server about starting and stopping."""
        if scope["type"] == "lifespan":
            await self._live_and_die(receive, send)
        elif scope["type"] == "http" and scope["path"].startswith(PREFIX):
            await self._live(scope, receive, send)
        else:
            await self._pages(scope, receive, send)

    def say_goodbye(self) -> None:
        """End all streams, from any thread: a server that stops waits for them otherwise."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._tail.close)

    def stop_working(self) -> None:
        """Let the worker finish what it runs and end, from any thread."""
        self._stop.set()

    async def _live_and_die(self, receive: Receive, send: Send) -> None:
        await receive()
        self._loop = asyncio.get_running_loop()
        tail = asyncio.create_task(self._tail.run())
        worker = threading.Thread(target=_work, args=[self._stop], name="worker")
        if self._with_worker:
            worker.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.stop_working()
        self._tail.close()
        self._loop = None
        tail.cancel()
        with suppress(asyncio.CancelledError):
            await tail
        await self._desk.close()
        if self._with_worker:
            await asyncio.to_thread(worker.join)
        await asyncio.to_thread(self._threads.executor.shutdown)
        await send({"type": "lifespan.shutdown.complete"})


def build_application(*, with_worker: bool, pulse: Pulse = PULSE) -> Application:
    """Return the application; with `with_worker` it carries events too while it is served."""
    return Application(with_worker=with_worker, pulse=pulse)


def _work(stop: threading.Event) -> None:
    """Keep a worker alive: a mistake in it must not leave a town hall that only listens."""
    while not stop.is_set():
        try:
            Worker(threads=settings.WORKER_THREADS).run(stop)
        except Exception as error:  # whatever it is, the next worker is better than none
            log.critical("worker_crashed error=%s", failures.describe(error))
            stop.wait(RESTART_SECONDS)


def _identify(session: SessionBase, at: datetime) -> Listener:
    resident = sessions.resident_of(session, at)
    employee = sessions.employee_of(session, at)
    return Listener(
        bsn_hash=resident.hash if resident else "",
        is_employee=employee is not None and bool(employee.roles),
    )


def _now() -> datetime:
    return datetime.now(UTC)
