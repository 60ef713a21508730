"""The messages that were taken, and the faults that a test asks for."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

# More than any demo or test sends; the oldest go first.
KEEP = 20_000


@dataclass(slots=True)
class StoredMail:
    """One message as it arrived. `repeats` counts later copies with the same Message-ID."""

    number: int
    message_id: str
    sender: str
    to: tuple[str, ...]
    subject: str
    text: str
    html: str
    headers: dict[str, str]
    received_at: datetime
    repeats: int = 0


@dataclass(slots=True)
class Faults:
    """What goes wrong on purpose. The counters count down to nothing wrong.

    `reject` are addresses that get a 550; `delay` gives 451; `hang_up` breaks the connection
    before a message is kept and `lose_answer` after it; `slow_seconds` is before each answer.
    """

    reject: set[str] = field(default_factory=set)
    delay: int = 0
    hang_up: int = 0
    lose_answer: int = 0
    slow_seconds: float = 0.0


class Mailbox:
    """Everything the server holds, in memory. Safe to share between threads.

    A message that comes again under the same Message-ID is counted and not kept twice, as
    mail servers with duplicate suppression do.
    """

    def __init__(self) -> None:
        self.faults = Faults()
        self._lock = threading.Lock()
        self._by_id: dict[str, StoredMail] = {}
        self._last = 0

    def keep(self, sender: str, to: list[str], content: bytes) -> StoredMail:
        """Take one message and return it as stored."""
        mail = message_from_bytes(content, _class=EmailMessage, policy=default)
        with self._lock:
            message_id = str(mail.get("Message-ID", f"<none-{self._last + 1}>")).strip()
            known = self._by_id.get(message_id)
            if known is not None:
                known.repeats += 1
                return known
            self._last += 1
            stored = _stored(self._last, message_id, sender, to, mail)
            self._by_id[message_id] = stored
            while len(self._by_id) > KEEP:
                del self._by_id[next(iter(self._by_id))]
            return stored

    def found(self, address: str = "") -> list[StoredMail]:
        """Return the messages to an address that contains `address`, newest first."""
        wanted = address.strip().lower()
        with self._lock:
            everything = list(self._by_id.values())
        hits = (mail for mail in everything if any(wanted in to.lower() for to in mail.to))
        return sorted(hits, key=lambda mail: -mail.number)

    def message(self, number: int) -> StoredMail | None:
        """Return the message with this number."""
        with self._lock:
            return next((mail for mail in self._by_id.values() if mail.number == number), None)

    def empty(self) -> None:
        """Forget every message and every fault."""
        with self._lock:
            self._by_id.clear()
        self.faults = Faults()


def _stored(
    number: int, message_id: str, sender: str, to: list[str], mail: EmailMessage
) -> StoredMail:
    return StoredMail(
        number=number,
        message_id=message_id,
        sender=sender,
        to=tuple(to),
        subject=str(mail.get("Subject", "")),
        text=_part(mail, "plain"),
        html=_part(mail, "html"),
        headers={name: str(value) for name, value in mail.items()},
        received_at=datetime.now(UTC),
    )


def _part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body(preferencelist=(kind,))
    return str(body.get_content()) if body is not None else ""
