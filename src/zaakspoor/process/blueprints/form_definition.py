"""What a form asks, as frozen objects: one definition for web, paper, counter and API."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# "gegeven" is no question: what a register already knows, shown and sent along, never typed.
FieldKind = Literal[
    "keuze",
    "tekst",
    "lange_tekst",
    "email",
    "telefoon",
    "datum",
    "bsn",
    "verklaring",
    "bestand",
    "gegeven",
]
# A zaakeigenschap of the case, a document of the case, or only in the PDF of what was sent.
Keep = Literal["eigenschap", "document", "alleen_pdf"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text for people: Dutch, and English beside it."""

    nl: str
    en: str

    def in_language(self, code: str) -> str:
        """Return the text in `code` ("nl", "en", "en-gb"); Dutch for any other language."""
        return self.en if code.split("-")[0] == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison of one answer with one value: `voor_wie=ander`, `bedrag<=75000`."""

    field: str
    operator: Literal["=", "!=", "<", "<=", ">", ">="]
    value: str

    def __str__(self) -> str:
        return f"{self.field}{self.operator}{self.value}"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    key: str
    label: Text
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One question."""

    key: str
    kind: FieldKind
    label: Text
    keep: Keep
    required: bool = True
    hint: Text | None = None
    # Why we ask (Awb 4:4 lid 2: nothing is asked that the decision does not need).
    why: Text | None = None
    options: tuple[Option, ...] = ()
    when: Condition | None = None
    # Where a first value comes from: "brp.naam", "login.email"; None: nowhere.
    prefill: str | None = None
    max_length: int = 0
    # For "bestand": MIME types, bytes per file and number of files.
    accept: tuple[str, ...] = ()
    max_bytes: int = 0
    max_files: int = 1


@dataclass(frozen=True, slots=True)
class FormStep:
    """One page of the form."""

    key: str
    title: Text
    fields: tuple[Field, ...]
    intro: Text | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form: how long it takes, what is needed, and its pages."""

    minutes: int
    needs: tuple[Text, ...]
    steps: tuple[FormStep, ...]
    # What the applicant declares when sending.
    declaration: Text
    fields: Mapping[str, Field] = field(default_factory=dict)
