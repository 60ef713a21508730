"""As little of a browser as sending a form and reading a page needs; light, so that what is
measured is the server."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urlencode

_TOKEN = "z" * 32
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    location: str
    body: bytes


class Lost(Exception):
    """The connection was refused or broke off: a person would try again."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A resident's browser: where the server is, and the key of the session."""

    port: int
    session_key: str
    cookie: str = "zaakspoor_sessie"

    async def get(self, path: str) -> Answer:
        """Ask for a page.

        :raises Lost: the server went away.
        """
        return await self._ask(self._head("GET", path) + b"\r\n")

    async def post(self, path: str, **fields: str) -> Answer:
        """Send a form.

        :raises Lost: the server went away.
        """
        body = urlencode(fields | {"csrfmiddlewaretoken": _TOKEN}).encode()
        head = self._head("POST", path)
        head += b"Content-Type: application/x-www-form-urlencoded\r\n"
        return await self._ask(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    async def stream(self, path: str) -> AsyncIterator[bytes]:
        """Yield the lines of a stream until the server ends it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._head("GET", path) + b"\r\n")
            while line := await reader.readline():
                yield line.strip()
        finally:
            writer.close()

    def _head(self, method: str, path: str) -> bytes:
        cookies = f"{self.cookie}={self.session_key}; csrftoken={_TOKEN}"
        return (
            f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n"
            f"Accept-Language: nl\r\nCookie: {cookies}\r\nConnection: close\r\n"
        ).encode()

    async def _ask(self, request: bytes) -> Answer:
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                raw = await self._exchange(request)
        except (OSError, TimeoutError) as error:
            raise Lost(type(error).__name__) from error
        return _read(raw)

    async def _exchange(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            return await reader.read(-1)
        finally:
            writer.close()


def _read(raw: bytes) -> Answer:
    head, found, body = raw.partition(b"\r\n\r\n")
    if not found:
        raise Lost("no answer")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    if len(body) < int(headers.get("content-length", 0)):
        raise Lost("half an answer")
    return Answer(int(first.split()[1]), headers.get("location", ""), body)
