"""What the catalogus of the standard has room for (Catalogi API 1.3.3)."""

import re
from collections.abc import Iterator

from zaakspoor.process.blueprints.definition import Blueprint, Result
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.lint.places import Path

_DURATION = re.compile(r"P(\d+[YMWD])+")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def check_catalogue(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield the texts that do not fit in the standard, and the archive rules that cannot be."""
    for limit, text, path in _limited(blueprint):
        if len(text) > limit:
            problem = f"{'.'.join(path)}: de standaard heeft plaats voor {limit} tekens"
            yield Finding("te-lang-voor-standaard", lines.of(*path), problem)
    if blueprint.version < 1:
        yield Finding("versie", lines.of("versie"), "de eerste versie is 1")
    procestype = blueprint.zaaktype.selectielijst_procestype
    if not _UUID.fullmatch(procestype):
        line = lines.of("zaaktype", "selectielijst_procestype")
        yield Finding("selectielijst", line, "noem het procestype van de selectielijst: een UUID")
    for result in blueprint.results.values():
        yield from _archiving(result, lines.of("resultaten", result.key))


def _limited(blueprint: Blueprint) -> Iterator[tuple[int, str, Path]]:
    zaaktype = blueprint.zaaktype
    yield 50, zaaktype.identificatie, ("zaaktype", "identificatie")
    yield 80, zaaktype.omschrijving.nl, ("zaaktype", "omschrijving")
    yield 80, zaaktype.onderwerp, ("zaaktype", "onderwerp")
    yield 20, zaaktype.handeling_initiator, ("zaaktype", "handeling_initiator")
    yield 20, zaaktype.handeling_behandelaar, ("zaaktype", "handeling_behandelaar")
    for word in zaaktype.trefwoorden:
        yield 30, word, ("zaaktype", "trefwoorden")
    for milestone in blueprint.milestones:
        yield 80, milestone.title.nl, ("mijlpalen", milestone.key, "titel")
        yield 1000, milestone.text.nl, ("mijlpalen", milestone.key, "tekst")
    for key, result in blueprint.results.items():
        yield 30, result.omschrijving, ("resultaten", key, "omschrijving")
    for key, document in blueprint.documents.items():
        yield 80, document.omschrijving, ("documenten", key, "omschrijving")
    for field in blueprint.form.fields.values():
        if field.keep == "eigenschap":
            yield 20, field.key, ("formulier", "velden", field.key)
            yield 255, field.label.nl, ("formulier", "velden", field.key)
            for option in field.options:
                yield 100, option.key, ("formulier", "velden", field.key)


def _archiving(result: Result, line: int) -> Iterator[Finding]:
    if not _UUID.fullmatch(result.selectielijstklasse):
        text = f"'{result.key}': noem het resultaat van de selectielijst: een UUID"
        yield Finding("selectielijst", line, text)
    term = result.archiefactietermijn
    if result.archiefnominatie == "vernietigen" and term is None:
        yield Finding("archieftermijn", line, f"'{result.key}': wanneer vernietigen wij de zaak?")
    if term is not None and not _DURATION.fullmatch(term):
        yield Finding("archieftermijn", line, f"'{term}' is geen termijn, zoals P1Y of P20Y")
