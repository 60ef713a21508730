"""The form: every question has a reason, a destination, and can be answered."""

from collections.abc import Iterator

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.form_definition import Field
from zaakspoor.process.blueprints.lint.places import conditions

# Where messages go to: the answer to this question.
ADDRESS = "email"


def check_questions(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield what is wrong with the questions, and with what depends on their answers."""
    asked: set[str] = set()
    for field in blueprint.form.fields.values():
        line = lines.of("formulier", "velden", field.key)
        yield from _purpose(field, line)
        yield from _complete(field, line)
        if field.when and field.when.field not in asked:
            text = f"'{field.key}' hangt af van '{field.when.field}', dat pas later komt"
            yield Finding("voorwaarde-vooruit", line, text)
        asked.add(field.key)
    yield from _pages(blueprint, lines)
    yield from _kept(blueprint, lines)
    yield from _needed(blueprint, lines)


def _purpose(field: Field, line: int) -> Iterator[Finding]:
    # Awb 4:4 lid 2: nothing is asked that the decision does not need; so say what it is for.
    if field.why is None:
        yield Finding("veld-zonder-waarom", line, f"waarom vragen wij '{field.key}'? waarom: …")
    if (field.kind == "bestand") != (field.keep == "document"):
        text = f"'{field.key}': een bestand wordt een document, een ander antwoord niet"
        yield Finding("veld-bestemming", line, text)
    if field.kind == "gegeven" and not (field.prefill and field.keep == "alleen_pdf"):
        text = f"'{field.key}': een gegeven komt ergens vandaan en gaat alleen mee in de PDF"
        yield Finding("veld-onvolledig", line, text)
    if field.kind == "bsn" and field.keep == "eigenschap":
        text = f"'{field.key}': een burgerservicenummer mag niet leesbaar in het zaakregister staan"
        yield Finding("bsn-leesbaar", line, text)


def _complete(field: Field, line: int) -> Iterator[Finding]:
    if field.kind == "keuze" and len(field.options) < 2:
        yield Finding("veld-onvolledig", line, f"'{field.key}': geef minstens twee opties")
    if field.options and field.kind != "keuze":
        yield Finding("veld-onvolledig", line, f"'{field.key}': opties horen bij soort keuze")
    if field.kind == "bestand" and not (field.accept and field.max_bytes and field.max_files):
        text = f"'{field.key}': welke bestandstypen, en hoe groot? bestandstypen, grootte"
        yield Finding("veld-onvolledig", line, text)


def _pages(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    if not blueprint.form.steps:
        text = "een formulier heeft minstens één stap"
        yield Finding("veld-onvolledig", lines.of("formulier"), text)
    for step in blueprint.form.steps:
        if not step.fields:
            line = lines.of("formulier", "stappen", step.key)
            yield Finding("veld-onvolledig", line, f"stap '{step.key}' heeft geen vragen")


def _kept(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    # The route reads answers from the register, where only eigenschappen stand.
    for path, condition in conditions(blueprint):
        if blueprint.form.fields[condition.field].keep != "eigenschap":
            text = f"de route kent '{condition.field}' niet: bewaar het als eigenschap"
            yield Finding("voorwaarde-zonder-eigenschap", lines.of(*path), text)


def _needed(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    address = blueprint.form.fields.get(ADDRESS)
    if blueprint.messages and (address is None or address.kind != "email"):
        text = f"waar gaan de berichten heen? maak een veld '{ADDRESS}' van soort email"
        yield Finding("bericht-zonder-adres", lines.of("formulier"), text)
    uploads = any(field.kind == "bestand" for field in blueprint.form.fields.values())
    for key, needed in (("aanvraag", True), ("bijlage", uploads)):
        if needed and key not in blueprint.documents:
            text = f"wat is ingestuurd wordt een document: zet '{key}' bij documenten"
            yield Finding("document-ontbreekt", lines.of("documenten"), text)
