"""The questions that an action asks before it is carried out, and what was answered.

A blueprint only names the facts that an action requires (`vraagtekst`, `reactiedatum`, `brief`);
what kind of question that is follows from the name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.vocabulary import DATE_FACTS

FactKind = Literal["long_text", "date", "choice", "letter", "document"]

_LABELS = {
    "vraagtekst": ("Wat vraagt u aan de aanvrager?", "De aanvrager leest deze tekst."),
    "reactiedatum": ("Uiterlijk op", "Tot en met deze dag heeft de aanvrager de tijd."),
    "uitleg": ("Waarom kan het niet?", "Eén of twee zinnen. De aanvrager leest deze tekst."),
    "reden": ("Waarom moet een collega kijken?", "De aanvrager leest deze reden."),
    "brief": (
        "Tekst van de brief",
        "De brief krijgt een kop, een datum, het zaaknummer en ons waarmerk. Begin een nieuwe "
        "alinea met een lege regel. Schrijf ook hoe de aanvrager bezwaar kan maken.",
    ),
    "uittreksel": ("Uittreksel", "Dit document krijgt de aanvrager."),
}
# A resident needs some days to come by, and a date years away is a typing error.
LATEST_DAYS = 365
LETTER_MAX = 6_000
TEXT_MAX = 1_000


@dataclass(frozen=True, slots=True)
class FactField:
    """One question on the page of an action. `value` is what stands in it now."""

    name: str
    kind: FactKind
    label: str
    hint: str
    value: str
    error: str = ""
    options: tuple[tuple[str, str], ...] = ()
    earliest: str = ""
    latest: str = ""


def questions(
    blueprint: Blueprint,
    requires: Sequence[str],
    *,
    known: Mapping[str, str],
    typed: Mapping[str, str] | None,
    today: date,
) -> list[FactField]:
    """Return the fields of an action that requires the facts `requires`.

    `known` are the facts of the case, `typed` what the employee sent, None when the page is
    opened: then nothing is wrong yet. A document that must be there already is a field too: its
    error says that it is missing.
    """
    return [_field(blueprint, name, known, typed, today) for name in requires]


def facts_of(fields: Sequence[FactField]) -> dict[str, str]:
    """Return the facts to hand to the action: all that was typed, without documents."""
    return {field.name: field.value for field in fields if field.kind not in ("document", "letter")}


def _field(
    blueprint: Blueprint,
    name: str,
    known: Mapping[str, str],
    typed: Mapping[str, str] | None,
    today: date,
) -> FactField:
    label, hint = _LABELS.get(name, (name.replace("_", " ").capitalize(), ""))
    kind = _kind(blueprint, name)
    if kind == "document":
        missing = "" if known.get(name) else "Dit document is er nog niet."
        return FactField(name, kind, label, hint, known.get(name, ""), missing)
    value = typed.get(name, "").strip() if typed is not None else ""
    earliest, latest = today + timedelta(days=1), today + timedelta(days=LATEST_DAYS)
    error = _error(kind, value, earliest, latest) if typed is not None else ""
    reasons = tuple((key, text.nl) for key, text in blueprint.reasons.items())
    if kind == "choice" and not error and value and value not in blueprint.reasons:
        error = "Kies een reden uit de lijst."
    return FactField(
        name=name,
        kind=kind,
        label=label,
        hint=hint,
        value=value.replace("\r\n", "\n"),
        error=error,
        options=reasons if kind == "choice" else (),
        earliest=earliest.isoformat() if kind == "date" else "",
        latest=latest.isoformat() if kind == "date" else "",
    )


def _kind(blueprint: Blueprint, name: str) -> FactKind:
    if name == "brief":
        return "letter"
    if name in blueprint.documents:
        return "document"
    if name == "reden":
        return "choice"
    return "date" if name in DATE_FACTS else "long_text"


def _error(kind: FactKind, value: str, earliest: date, latest: date) -> str:
    if not value:
        return "Vul dit in."
    if kind == "date":
        return _date_error(value, earliest, latest)
    if len(value) > (LETTER_MAX if kind == "letter" else TEXT_MAX):
        return f"Maak de tekst korter dan {LETTER_MAX if kind == 'letter' else TEXT_MAX} tekens."
    return ""


def _date_error(value: str, earliest: date, latest: date) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return "Kies een datum, bijvoorbeeld 24-12-2026."
    if day < earliest:
        return "Kies een dag na vandaag."
    return "" if day <= latest else "Kies een dag binnen een jaar."
