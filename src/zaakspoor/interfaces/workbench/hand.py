"""The form with which a colleague makes an extract: filled from the BRP when that answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from zaakspoor.core.actors import Actor
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.intake.queries import Sent
from zaakspoor.process.papers import ports
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import Person, SourceRefused, SourceUnavailable

PURPOSE = "uittreksel"
DATE_HINT = "Schrijf 1985-03-14. Is een deel niet bekend: 1985-03, 1985 of onbekend."


@dataclass(frozen=True, slots=True)
class HandField:
    """One line of the form. `rows` above 1 makes it a box for several lines."""

    name: str
    label: str
    value: str
    hint: str = ""
    rows: int = 1
    required: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A question of the application that the colleague may answer differently."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...]


_FIELDS = (
    ("full_name", "Volledige naam", "Precies zoals het op het papier moet staan.", 1, True),
    ("geboortedatum", "Geboortedatum", DATE_HINT, 1, True),
    ("geboorteplaats", "Geboorteplaats", "", 1, True),
    ("geboorteland", "Geboorteland", "", 1, False),
    ("address_lines", "Adres", "Elke regel van het adres op een eigen regel.", 3, True),
    ("gemeente", "Gemeente van inschrijving", "", 1, False),
    ("datum_inschrijving", "Datum van inschrijving", DATE_HINT, 1, False),
    ("nationaliteiten", "Nationaliteiten", "Zet een komma tussen twee.", 1, False),
)
CHOICES = ("soort", "taal")
NAMES = (*CHOICES, *(name for name, *_ in _FIELDS))


def fields(values: Mapping[str, str]) -> list[HandField]:
    """Return the lines of the form, filled with `values`."""
    return [
        HandField(name, label, values.get(name, ""), hint, rows, required)
        for name, label, hint, rows, required in _FIELDS
    ]


def choices(blueprint: Blueprint, values: Mapping[str, str]) -> list[Choice]:
    """Return what can be chosen on the paper: its kind and its language."""
    form = {field.key: field for step in blueprint.form.steps for field in step.fields}
    return [
        Choice(
            name=key,
            label=form[key].label.nl,
            value=values.get(key, ""),
            options=tuple((option.key, option.label.nl) for option in form[key].options),
        )
        for key in CHOICES
        if key in form
    ]


def from_registry(sent: Sent, employee: Actor) -> Person | None:
    """Return the person that the application is about, or None when nobody can say now.

    For somebody else's extract that is the other person. The BRP logs who asked.
    """
    is_other = sent.answers.get("voor_wie") == "ander"
    bsn = sent.answers.get("bsn_ander", "") if is_other else sent.bsn
    try:
        return ports.persons().person(bsn, purpose=PURPOSE, user=employee.id)
    except (SourceUnavailable, SourceRefused):
        return None


def values_of(person: Person) -> dict[str, str]:
    """Return the person as the values of the form."""
    return {
        "full_name": person.full_name,
        "geboortedatum": _typed(person.geboortedatum),
        "geboorteplaats": person.geboorteplaats,
        "geboorteland": person.geboorteland,
        "address_lines": "\n".join(person.address_lines),
        "gemeente": person.gemeente,
        "datum_inschrijving": _typed(person.datum_inschrijving),
        "nationaliteiten": ", ".join(person.nationaliteiten),
    }


def _typed(day: PartialDate | None) -> str:
    """Write a date the way the form reads it back."""
    if day is None:
        return ""
    if not day.year:
        return "onbekend"
    parts = [f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)]
    return "-".join(parts)
