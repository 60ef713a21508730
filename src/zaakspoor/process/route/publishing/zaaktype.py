"""What the standard calls the parts of a blueprint: the specification of its zaaktype."""

from collections.abc import Iterator, Mapping

from zaakspoor.process.blueprints.definition import Blueprint, Result
from zaakspoor.process.blueprints.form_definition import Field
from zaakspoor.process.blueprints.lint.places import actions_of
from zaakspoor.process.blueprints.spans import iso_duration
from zaakspoor.registers.catalogi.specs import (
    EigenschapSpec,
    InformatieobjecttypeSpec,
    ResultaattypeSpec,
    RoltypeSpec,
    StatustypeSpec,
    ZaaktypeSpec,
)

# Where the standard says that procestypen, results and their generic names are found.
REFERENCE_LISTS = "https://referentielijsten-api.vng.cloud/api/v1"
_GENERIC_RESULTS: Mapping[str, str] = {
    "Toegekend": "fb65d251-1518-4185-865f-b8bdcfad07b1",
    "Afgewezen": "e6a0c939-3404-45b0-88e3-76c94fb80ea7",
    "Ingetrokken": "a6a0bd73-262a-401a-b629-9c4a908c69b5",
}
_ROLTYPEN = (RoltypeSpec("Aanvrager", "initiator"), RoltypeSpec("Behandelaar", "behandelaar"))
_FORMATS = {"datum": "datum"}
# The standard writes a date as eight digits, and knows no longer text than this in a lengte.
_LENGTHS = {"datum": "8"}


def specification_of(blueprint: Blueprint) -> ZaaktypeSpec:
    """Return the zaaktype that a blueprint becomes.

    The clock that starts with the case says how long it may take (doorlooptijd) and what we aim
    at (servicenorm). Milestones become statustypen, because a case has many statuses and its
    resident wants to see few.
    """
    zaaktype = blueprint.zaaktype
    clocks = [clock for clock in blueprint.clocks.values() if clock.starts_at == blueprint.begin]
    return ZaaktypeSpec(
        identificatie=zaaktype.identificatie,
        omschrijving=zaaktype.omschrijving.nl,
        doel=zaaktype.doel,
        aanleiding=zaaktype.aanleiding,
        onderwerp=zaaktype.onderwerp,
        handeling_initiator=zaaktype.handeling_initiator,
        handeling_behandelaar=zaaktype.handeling_behandelaar,
        doorlooptijd=iso_duration(clocks[0].fatal),
        servicenorm=iso_duration(clocks[0].target),
        vertrouwelijkheidaanduiding=zaaktype.vertrouwelijkheidaanduiding,
        selectielijst_procestype=_reference("procestypen", zaaktype.selectielijst_procestype),
        opschorting_en_aanhouding_mogelijk=_suspends(blueprint),
        trefwoorden=zaaktype.trefwoorden,
        statustypen=tuple(_statustypen(blueprint)),
        resultaattypen=tuple(_resultaattype(result) for result in blueprint.results.values()),
        roltypen=_ROLTYPEN,
        eigenschappen=tuple(
            _eigenschap(field)
            for field in blueprint.form.fields.values()
            if field.keep == "eigenschap"
        ),
        informatieobjecttypen=tuple(
            InformatieobjecttypeSpec(document.omschrijving, document.richting)
            for document in blueprint.documents.values()
        ),
    )


def _statustypen(blueprint: Blueprint) -> Iterator[StatustypeSpec]:
    telling = {status.milestone for status in blueprint.statuses.values() if status.message}
    for number, milestone in enumerate(blueprint.milestones, 1):
        yield StatustypeSpec(
            volgnummer=number,
            omschrijving=milestone.title.nl,
            statustekst=milestone.text.nl,
            informeren=milestone.key in telling,
        )


def _resultaattype(result: Result) -> ResultaattypeSpec:
    generic = _GENERIC_RESULTS[result.resultaattypeomschrijving]
    return ResultaattypeSpec(
        omschrijving=result.omschrijving,
        resultaattypeomschrijving=_reference("resultaattypeomschrijvingen", generic),
        omschrijving_generiek=result.resultaattypeomschrijving,
        selectielijstklasse=_reference("resultaten", result.selectielijstklasse),
        archiefnominatie=result.archiefnominatie,
        archiefactietermijn=result.archiefactietermijn,
        afleidingswijze=result.afleidingswijze,
    )


def _eigenschap(field: Field) -> EigenschapSpec:
    return EigenschapSpec(
        naam=field.key,
        definitie=field.label.nl,
        formaat=_FORMATS.get(field.kind, "tekst"),
        lengte=_LENGTHS.get(field.kind, str(field.max_length)),
        waardenverzameling=tuple(option.key for option in field.options),
    )


def _suspends(blueprint: Blueprint) -> bool:
    return any(
        effect.startswith("schors.")
        for _, action in actions_of(blueprint)
        for effect in action.effects
    )


def _reference(resource: str, uuid: str) -> str:
    return f"{REFERENCE_LISTS}/{resource}/{uuid}"
