"""Reading the form of a blueprint."""

from typing import get_args

from zaakspoor.process.blueprints.form_definition import (
    Field,
    FieldKind,
    Form,
    FormStep,
    Keep,
    Option,
)
from zaakspoor.process.blueprints.loading.tree import Entry

_FIELD_MAY = "verplicht hulp waarom opties als vooraf bewaar lengte bestandstypen grootte aantal"
_LENGTHS = {"lange_tekst": 2000, "email": 254, "telefoon": 20}


def read_form(entry: Entry) -> Form:
    """Read the part `formulier`."""
    part = entry.part(need="minuten verklaring stappen", may="nodig")
    steps = tuple(_step(item, entry.path) for item in part["stappen"].listed("stap"))
    _refuse_doubles(part["stappen"], [step.key for step in steps])
    fields = [field for step in steps for field in step.fields]
    _refuse_doubles(part["stappen"], [field.key for field in fields])
    return Form(
        minutes=part["minuten"].number(),
        needs=tuple(item.text() for item in part["nodig"].listed()),
        steps=steps,
        declaration=part["verklaring"].text(),
        fields={field.key: field for field in fields},
    )


def _step(entry: Entry, form: tuple[str, ...]) -> FormStep:
    part = entry.part(need="stap titel velden", may="inleiding")
    return FormStep(
        key=part["stap"].name(),
        title=part["titel"].text(),
        intro=part["inleiding"].text_or_none(),
        fields=tuple(_field(item, form) for item in part["velden"].listed("veld")),
    )


def _field(entry: Entry, form: tuple[str, ...]) -> Field:
    part = entry.part(need="veld soort vraag", may=_FIELD_MAY)
    key = part["veld"].name()
    kind: FieldKind = part["soort"].choice(get_args(FieldKind), "tekst")
    # A field has one name in the whole form, so its line is found without its step.
    entry.report.lines[(*form, "velden", key)] = entry.line
    return Field(
        key=key,
        kind=kind,
        label=part["vraag"].text(),
        keep=_keep(entry, part["bewaar"]),
        required=part["verplicht"].yes(default=kind != "gegeven"),
        hint=part["hulp"].text_or_none(),
        why=part["waarom"].text_or_none(),
        options=tuple(_option(name, item) for name, item in part["opties"].named().items()),
        when=part["als"].condition(),
        prefill=part["vooraf"].word() or None,
        max_length=part["lengte"].number(_LENGTHS.get(kind, 200)),
        accept=part["bestandstypen"].words(),
        max_bytes=part["grootte"].size(),
        max_files=part["aantal"].number(1),
    )


def _keep(field: Entry, entry: Entry) -> Keep:
    if not entry.given:
        words = ", ".join(get_args(Keep))
        field.fault("veld-zonder-bestemming", f"waar gaat het antwoord heen? bewaar: {words}")
    keep: Keep = entry.choice(get_args(Keep), "alleen_pdf")
    return keep


def _option(key: str, entry: Entry) -> Option:
    # An option is its label; with a hint it is a part of its own.
    if entry.has("label"):
        part = entry.part(need="label", may="hulp")
        return Option(key, part["label"].text(), part["hulp"].text_or_none())
    return Option(key, entry.text())


def _refuse_doubles(entry: Entry, keys: list[str]) -> None:
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        entry.fault("dubbele-sleutel", f"'{key}' komt meer dan één keer voor")
