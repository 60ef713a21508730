"""What a person sees of a case: one frozen value that every page, letter and API draws from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

StepState = Literal["done", "current", "coming"]
MessageSent = Literal["planned", "sent", "failed"]
Turn = Literal["aanvrager", "gemeente", "derde", "niemand"]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: a resident (by the keyed hash of the BSN) or an employee, in a language."""

    kind: Literal["resident", "employee"]
    id: str
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class TrackStep:
    """A milestone: done with its moment, current, or still to come."""

    number: int
    title: str
    text: str
    state: StepState
    reached_at: datetime | None


@dataclass(frozen=True, slots=True)
class Expectation:
    """A date with its kind; `at` is known when the promise is in minutes, else only `on`.

    `expected` is what we aim at now, `latest` the last moment, `promised` the first one told
    (never overwritten).
    """

    on: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrackDocument:
    """A document that this viewer may see. `size` in bytes; `sender` "u" or "gemeente"."""

    id: UUID
    title: str
    file_name: str
    mime: str
    size: int
    added_on: date
    sender: Literal["u", "gemeente"]
    sha256: str


@dataclass(frozen=True, slots=True)
class TrackMessage:
    """A message about this case, with what became of it."""

    subject: str
    text: str
    channel: Literal["e-mail", "brief"]
    state: MessageSent
    at: datetime
    address: str


@dataclass(frozen=True, slots=True)
class TrackTask:
    """Something the viewer is asked to do, with the last day for it (inclusive)."""

    title: str
    text: str
    until: date | None


@dataclass(frozen=True, slots=True)
class TrackAction:
    """A button for the viewer: an action of the blueprint they may carry out now."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Track:
    """One case as one viewer sees it, at one moment, with its source."""

    zaak_id: UUID
    identificatie: str
    title: str
    status_title: str
    status_text: str
    turn: Turn
    team: str
    received_at: datetime
    steps: Sequence[TrackStep]
    expected: Expectation | None
    latest: Expectation | None
    promised: Expectation | None
    closed_at: datetime | None
    # Whole days between the first promised day and the day it was done; negative is early.
    days_from_promise: int | None
    result: str | None
    tasks: Sequence[TrackTask]
    actions: Sequence[TrackAction]
    documents: Sequence[TrackDocument]
    messages: Sequence[TrackMessage]
    source: str
    as_of: datetime

    @property
    def is_closed(self) -> bool:
        """Whether the case has ended."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class TrackCard:
    """One line in the list of a resident's cases."""

    zaak_id: UUID
    identificatie: str
    title: str
    status_title: str
    turn: Turn
    received_at: datetime
    expected: Expectation | None
    closed_at: datetime | None

    @property
    def is_closed(self) -> bool:
        """Whether the case has ended."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class CardPage:
    """A page of cards: `number` of `pages` (from 1), and how many cards there are in all."""

    cards: Sequence[TrackCard]
    number: int
    pages: int
    count: int
