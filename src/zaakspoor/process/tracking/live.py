"""Server-Sent Events for an open case page: that something changed, never what.

The page then asks for its own fragment again, so what a person may see is decided in one place.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import Error as DatabaseFailure

from zaakspoor.events.desk import Desk
from zaakspoor.events.tail import Ear, Tail
from zaakspoor.registers.zaken.models import Zaak
from zaakspoor.registers.zaken.queries import is_initiator

PREFIX = "/live/"
MOST_PER_SESSION = 6
RETRY_MILLISECONDS = 2000
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    # nginx would otherwise hold the stream back until a buffer is full.
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Pulse:
    """How often a quiet stream shows that it lives, and how often the login is looked at."""

    heartbeat_seconds: float = 15.0
    check_seconds: float = 30.0


PULSE = Pulse()


@dataclass(frozen=True, slots=True)
class Listener:
    """Who a session belongs to: a resident by the keyed hash of the BSN, an employee, or both."""

    bsn_hash: str = ""
    is_employee: bool = False


# Reads a login from a session at a moment, without extending it; nobody when it has run out.
Identify = Callable[[SessionBase, datetime], Listener]


def may_listen(zaak_id: UUID, listener: Listener) -> bool:
    """Return whether `listener` may know that something happened to the zaak.

    An employee may for every zaak there is, a resident for what they applied for themselves.
    """
    if listener.is_employee:
        return Zaak.objects.filter(uuid=zaak_id).exists()
    return is_initiator(zaak_id, listener.bsn_hash)


class Live:
    """The ASGI application behind /live/<uuid of the zaak>."""

    def __init__(
        self,
        *,
        tail: Tail,
        desk: Desk,
        identify: Identify,
        clock: Callable[[], datetime],
        pulse: Pulse = PULSE,
    ) -> None:
        self._tail = tail
        self._desk = desk
        self._identify = identify
        self._clock = clock
        self._pulse = pulse
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request: a stream, or a refusal that does not say why."""
        zaak_id, session_key = _zaak_in(scope["path"]), _session_key_in(scope)
        if scope["method"] != "GET" or zaak_id is None or not session_key:
            await _refuse(send, 404)
            return
        try:
            allowed = await self._is_allowed(zaak_id, session_key)
        except DatabaseFailure:
            await _refuse(send, 503)
            return
        if not allowed:
            await _refuse(send, 404)
        elif self._open[session_key] >= MOST_PER_SESSION:
            await _refuse(send, 429)
        else:
            await self._serve(zaak_id, session_key, scope, receive, send)

    async def _serve(
        self, zaak_id: UUID, session_key: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        self._open[session_key] += 1
        try:
            with self._tail.listen(zaak_id) as ear:
                leaving = asyncio.create_task(_end_at_disconnect(receive, ear))
                try:
                    await self._greet(zaak_id, ear, scope, send)
                    await self._stream(zaak_id, session_key, ear, send)
                finally:
                    leaving.cancel()
        finally:
            self._open[session_key] -= 1
            if not self._open[session_key]:
                del self._open[session_key]

    async def _greet(self, zaak_id: UUID, ear: Ear, scope: Scope, send: Send) -> None:
        """Say hello with the number of the newest event, and what the visitor has missed."""
        seen = _last_event_id_in(scope)
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        newest = await self._tail.newest()
        await _write(
            send, f"retry: {RETRY_MILLISECONDS}\nevent: hello\nid: {newest}\ndata: {{}}\n\n"
        )
        if seen is not None:
            missed = await self._tail.newest_since(zaak_id, seen)
            if missed is not None:
                ear.hear(missed)

    async def _stream(self, zaak_id: UUID, session_key: str, ear: Ear, send: Send) -> None:
        loop = asyncio.get_running_loop()
        checked = loop.time()
        while not ear.over:
            news = await _next(ear, self._pulse.heartbeat_seconds)
            if loop.time() - checked >= self._pulse.check_seconds:
                if not await self._is_still_allowed(zaak_id, session_key):
                    break
                checked = loop.time()
            if ear.over:
                break
            await _write(send, ":\n\n" if news is None else _change(zaak_id, news))
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _is_still_allowed(self, zaak_id: UUID, session_key: str) -> bool:
        try:
            return await self._is_allowed(zaak_id, session_key)
        except DatabaseFailure:
            return False

    async def _is_allowed(self, zaak_id: UUID, session_key: str) -> bool:
        return await self._desk.ask(lambda: self._check(zaak_id, session_key))

    def _check(self, zaak_id: UUID, session_key: str) -> bool:
        store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
        # Read and never saved: an open page is no sign that somebody is still there.
        session = store(session_key)
        return may_listen(zaak_id, self._identify(session, self._clock()))


def _zaak_in(path: str) -> UUID | None:
    try:
        return UUID(path.removeprefix(PREFIX).removesuffix("/"))
    except ValueError:
        return None


def _header_in(scope: Scope, name: bytes) -> str:
    values = [value for key, value in scope["headers"] if key.lower() == name]
    return b"; ".join(values).decode("latin-1")


def _session_key_in(scope: Scope) -> str:
    try:
        cookie = SimpleCookie(_header_in(scope, b"cookie")).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _last_event_id_in(scope: Scope) -> int | None:
    text = _header_in(scope, b"last-event-id")
    # Longer than any number of ours is not ours, and the database would refuse it.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


async def _next(ear: Ear, seconds: float) -> int | None:
    try:
        await asyncio.wait_for(ear.stir.wait(), seconds)
    except TimeoutError:
        return None
    return ear.take()


async def _end_at_disconnect(receive: Receive, ear: Ear) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue
    ear.end()


def _change(zaak_id: UUID, number: int) -> str:
    return f"event: change\nid: {number}\ndata: {json.dumps({'zaak': str(zaak_id)})}\n\n"


async def _write(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
