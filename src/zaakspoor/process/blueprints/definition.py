"""What a blueprint says, as frozen objects. Pure Python: no Django, no database, no clock.

The YAML file is Dutch, its authors are municipal staff; here each Dutch key becomes one English
attribute. `loading.py` builds these objects, `lint.py` judges them, `engine.py` walks them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from zaakspoor.process.blueprints.form_definition import Condition, Form, Text

Unit = Literal["s", "min", "u", "d", "wd", "w", "maand", "jaar"]
Turn = Literal["aanvrager", "gemeente", "derde", "niemand"]
SECONDS: Mapping[str, int] = {"s": 1, "min": 60, "u": 3600}


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as a blueprint writes it: 30s, 5min, 1u, 3d, 1wd (working day), 8w."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"

    @property
    def is_instant(self) -> bool:
        """Whether the span has a fixed length, so that a moment of the day can be told."""
        return self.unit in SECONDS

    @property
    def seconds(self) -> int:
        """The length of an instant span in seconds.

        :raises KeyError: the span counts days; their length depends on the calendar.
        """
        return self.amount * SECONDS[self.unit]


@dataclass(frozen=True, slots=True)
class Zaaktype:
    """The attributes of the zaaktype that publishing makes (Catalogi API, ZAAKTYPE)."""

    identificatie: str
    omschrijving: Text
    doel: str
    aanleiding: str
    onderwerp: str
    handeling_initiator: str
    handeling_behandelaar: str
    vertrouwelijkheidaanduiding: str
    selectielijst_procestype: str
    trefwoorden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step on the resident's track: becomes a statustype, `text` its statustekst."""

    key: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Clock:
    """A promise with two ends: what we aim at (`target`) and the last moment (`fatal`).

    It starts once, when `starts_at` is entered for the first time, and stops when one of
    `stops_at` is entered, or at the end of the case.
    """

    key: str
    starts_at: str
    stops_at: tuple[str, ...]
    target: Span
    fatal: Span
    basis: str


@dataclass(frozen=True, slots=True)
class Route:
    """A routing rule: the first whose condition holds sends the case to its team."""

    number: int
    team: str
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Action:
    """Something that may be done in a status: who may, what it requires, where it goes."""

    key: str
    label: Text
    by: frozenset[str]
    to: str
    requires: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    when: Condition | None = None
    # A timer: this long after the status was entered, or on the day named by a fact.
    after: Span | None = None
    on_fact: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """An automatic step, and for each way it can fail the action that leads out."""

    key: str
    # failure word -> action key, or "herprobeer" for the schedule of the status
    failures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Next:
    """The action that follows when all automatic steps succeed, by condition."""

    action: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Retry:
    """When to try again, from which wait on the resident is told, and what if all fail."""

    waits: tuple[Span, ...]
    tell_from: Span | None
    message: str | None
    then: str


@dataclass(frozen=True, slots=True)
class Automatic:
    """What the machine does in a status: steps in order, then the next action."""

    steps: tuple[Step, ...]
    then: tuple[Next, ...]
    retry: Retry | None = None


@dataclass(frozen=True, slots=True)
class StaffTask:
    """Work for a person that opens when the status is entered."""

    key: str
    title: Text
    term: Span


@dataclass(frozen=True, slots=True)
class Reminder:
    """A message to the resident, so long before the day named by a fact."""

    fact: str
    before: Span
    message: str


@dataclass(frozen=True, slots=True)
class Status:
    """Where a case can be. Several statuses may share one milestone on the resident's track."""

    key: str
    milestone: str
    title: Text
    text: Text
    turn: Turn
    actions: Mapping[str, Action] = field(default_factory=dict)
    automatic: Automatic | None = None
    message: str | None = None
    tasks: tuple[StaffTask, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    is_end: bool = False
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How a case can end: becomes a resultaattype."""

    key: str
    omschrijving: str
    resultaattypeomschrijving: str
    selectielijstklasse: str
    archiefnominatie: Literal["vernietigen", "blijvend_bewaren"]
    # ISO 8601 duration, or None when the archive term is not known from the type
    archiefactietermijn: str | None
    afleidingswijze: str


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document of this service: becomes an informatieobjecttype."""

    key: str
    omschrijving: str
    richting: Literal["inkomend", "intern", "uitgaand"]
    show_to_initiator: bool


@dataclass(frozen=True, slots=True)
class Message:
    """What we tell: subject and text, with only the closed list of safe variables."""

    key: str
    subject: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Blueprint:
    """One service: the form, the route, the texts and the promises, from one file."""

    key: str
    version: int
    title: Text
    summary: Text
    zaaktype: Zaaktype
    # What it costs the resident, in cents.
    fee_cents: int
    # The least assurance level of the login: basis, midden, substantieel or hoog.
    login_level: str
    form: Form
    begin: str
    routing: tuple[Route, ...]
    clocks: Mapping[str, Clock]
    milestones: tuple[Milestone, ...]
    statuses: Mapping[str, Status]
    results: Mapping[str, Result]
    documents: Mapping[str, DocumentType]
    messages: Mapping[str, Message]
    # reason word -> what the resident reads and the colleague sees
    reasons: Mapping[str, Text]
    # Actions that may be done in every status that is not an end.
    everywhere: Mapping[str, Action] = field(default_factory=dict)

    def milestone_number(self, status: str) -> int:
        """Return the volgnummer (1..n) of the milestone that `status` belongs to."""
        keys = [milestone.key for milestone in self.milestones]
        return keys.index(self.statuses[status].milestone) + 1
