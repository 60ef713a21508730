"""A real server in a thread, a real stream read over HTTP, and logins in real sessions."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import uvicorn
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from zaakspoor.config.application import build_application
from zaakspoor.config.server import Server
from zaakspoor.core import vault
from zaakspoor.events import outbox
from zaakspoor.process.tracking.live import PULSE, Pulse


@contextmanager
def serving(*, pulse: Pulse = PULSE, with_worker: bool = False, port: int = 0) -> Iterator[str]:
    """Serve on a free port (or on `port`) and give the address."""
    application = build_application(with_worker=with_worker, pulse=pulse)
    config = uvicorn.Config(application, lifespan="on", ws="none", log_config=None)
    server = Server(config, application)
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        end = time.monotonic() + 20
        while not server.started:
            assert thread.is_alive()
            assert time.monotonic() < end
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.handle_exit(15, None)
            thread.join(timeout=30)
            assert not thread.is_alive()
            assert not server.lifespan.error_occurred


def _login() -> dict[str, Any]:
    moment = datetime.now(UTC).isoformat()
    return {"name": "Test", "since": moment, "seen": moment, "id_token": ""}


def log_in_resident(bsn: str, *, idle: timedelta = timedelta(0)) -> str:
    """Return the session key of a resident who did nothing for the time `idle`."""
    seen = (datetime.now(UTC) - idle).isoformat()
    person = {"hash": vault.keyed_hash(bsn), "bsn": vault.encrypt(bsn), "level": "midden"}
    return _session({"resident": _login() | person | {"seen": seen}})


def log_in_employee(*roles: str) -> str:
    """Return the session key of an employee with these roles."""
    person = {"sub": "medewerker-1", "roles": list(roles), "teams": []}
    return _session({"employee": _login() | person})


def log_out(session_key: str) -> None:
    """Remove the session, as logging out does."""
    SessionStore(session_key).delete()


def _session(data: dict[str, Any]) -> str:
    session = SessionStore()
    session.update(data)
    session.save()
    key = session.session_key
    assert key is not None
    return key


class Stream:
    """What one browser with an open page receives."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._lines = response.iter_lines()

    def block(self) -> dict[str, str]:
        """Return the fields of the next event or comment; empty when the stream has ended."""
        fields: dict[str, str] = {}
        for line in self._lines:
            if not line:
                return fields
            name, _, value = line.partition(":")
            fields[name] = value.strip()
        return {}

    def event(self) -> dict[str, str]:
        """Return the next event, passing over heartbeats."""
        while (fields := self.block()) and "event" not in fields:
            continue
        return fields


@contextmanager
def listening(
    address: str, zaak_id: UUID | str, session_key: str = "", *, last: int | None = None
) -> Iterator[Stream]:
    """Open the stream of a zaak as a browser does."""
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session_key}"} if session_key else {}
    if last is not None:
        headers["Last-Event-ID"] = str(last)
    with (
        httpx.Client(trust_env=False, timeout=10) as client,
        client.stream("GET", f"{address}/live/{zaak_id}", headers=headers) as response,
    ):
        yield Stream(response)


def change(zaak_id: UUID, *, times: int = 1) -> None:
    """Publish that something happened to the zaak, `times` in one transaction."""
    with transaction.atomic():
        for _ in range(times):
            outbox.publish("zaken.status.create", subject=zaak_id, payload={}, at=datetime.now(UTC))
