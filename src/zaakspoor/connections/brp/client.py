"""One question over HTTP, answered within a time that is fixed beforehand."""

import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from zaakspoor.connections.brp.failures import BrpRefused, BrpUnavailable
from zaakspoor.connections.brp.reading import FIELDS, Unreadable, read_answer
from zaakspoor.process.papers.person import Person

_LARGEST_ANSWER = 1_000_000
# Answers that are not about our question: later it may go well.
_PASSING = frozenset({408, 425, 429})


class BrpClient:
    """The civil registry. One client serves all threads and keeps its connections open.

    `timeout` is in seconds, for the whole of a question. `purpose_header` and `user_header` are
    the names that the gateway of the municipality wants for why and for whom we ask.
    """

    def __init__(
        self,
        base_url: str,
        api_key: str,
        timeout: float = 5.0,
        *,
        purpose_header: str = "X-doelbinding",
        user_header: str = "X-gebruiker",
    ) -> None:
        self._url = f"{base_url.rstrip('/')}/personen"
        self._api_key = api_key
        self._timeout = timeout
        self._purpose_header = purpose_header
        self._user_header = user_header
        self._making = threading.Lock()
        self._http: httpx.Client | None = None

    def person(self, bsn: str, *, purpose: str, user: str = "zaakspoor") -> Person | None:
        """Return the person with this BSN, also when deceased; None when there is none.

        The BSN travels in the body only, never in an address, and never in an error.

        :raises BrpUnavailable: no answer, not in time, or not one that we can read.
        :raises BrpRefused: the registry does not accept our key or our question.
        """
        question: dict[str, object] = {
            "type": "RaadpleegMetBurgerservicenummer",
            "burgerservicenummer": [bsn],
            "fields": FIELDS,
        }
        headers = {self._purpose_header: purpose, self._user_header: user}
        with _safe_errors():
            status, body = self._ask(question, headers)
        if status == httpx.codes.OK:
            return _read(body)
        if status >= 500 or status in _PASSING:
            raise BrpUnavailable(f"the registry answered {status}")
        raise BrpRefused(f"the registry refused our question with {status}")

    def close(self) -> None:
        """Close the connections that are kept open."""
        with self._making:
            if self._http is not None:
                self._http.close()
                self._http = None

    def _ask(self, question: dict[str, object], headers: dict[str, str]) -> tuple[int, bytes]:
        deadline = time.monotonic() + self._timeout
        with self._client().stream("POST", self._url, json=question, headers=headers) as answer:
            body = bytearray()
            # The timeout of httpx is for one read; an answer that drips would go on and on.
            for part in answer.iter_bytes():
                body += part
                if time.monotonic() > deadline or len(body) > _LARGEST_ANSWER:
                    raise BrpUnavailable("the answer is too slow or too long")
        return answer.status_code, bytes(body)

    def _client(self) -> httpx.Client:
        # Made at the first question: it costs a moment, which a command that asks none saves.
        with self._making:
            if self._http is None:
                self._http = httpx.Client(
                    headers={"X-API-KEY": self._api_key, "Accept": "application/json"},
                    timeout=self._timeout,
                    limits=httpx.Limits(max_connections=50, max_keepalive_connections=50),
                    follow_redirects=False,
                )
                # Who drops the client leaves no connection open.
                weakref.finalize(self, self._http.close)
            return self._http


@contextmanager
def _safe_errors() -> Iterator[None]:
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        # Only its kind: the error knows the request, and the request knows the BSN.
        raise BrpUnavailable(f"the registry did not answer: {type(error).__name__}") from None


def _read(body: bytes) -> Person | None:
    try:
        return read_answer(body)
    except Unreadable as error:
        raise BrpUnavailable(f"the registry sent {error}") from None
