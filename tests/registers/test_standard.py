"""Every resource and property of the standard has its place in the models, with its limits."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from zaakspoor.registers.catalogi import models as catalogi
from zaakspoor.registers.documenten import models as documenten
from zaakspoor.registers.fields import validate_duration
from zaakspoor.registers.sealed import SealedJSONField
from zaakspoor.registers.zaken import betrokkenen
from zaakspoor.registers.zaken import models as zaken

_FACTS = Path(__file__).parent / "standard"
_EIO = (documenten.EnkelvoudigInformatieObjectVersie, documenten.EnkelvoudigInformatieObject)

# The models that hold a resource, where that is not one model of the same name.
MODELS: dict[str, tuple[type[models.Model], ...]] = {
    "EnkelvoudigInformatieObject": _EIO,
    "ReserveZaakIdentificatie": (zaken.GereserveerdeZaakIdentificatie,),
}
PARTIES = {
    "RolNatuurlijkPersoon": betrokkenen.NatuurlijkPersoon,
    "RolNietNatuurlijkPersoon": betrokkenen.NietNatuurlijkPersoon,
    "RolVestiging": betrokkenen.Vestiging,
    "RolOrganisatorischeEenheid": betrokkenen.OrganisatorischeEenheid,
    "RolMedewerker": betrokkenen.Medewerker,
}
# Deliberate differences: no column, because the answer follows from others.
DERIVED = {
    "*.url": "made from the UUID where it leaves the building",
    "*.zaaktypeIdentificatie": "of the zaaktype",
    "*.besluittypeOmschrijving": "the relation is by omschrijving; the URLs follow from it",
    "*.informatieobjecttypeOmschrijving": "as above",
    "*.informatieobjecttypeOmschrijvingen": "as above",
    "ZaakType.deelzaaktypeIdentificaties": "the relation is by identificatie",
    "StatusType.catalogus": "of the zaaktype",
    "ResultaatType.catalogus": "of the zaaktype",
    "RolType.catalogus": "of the zaaktype",
    "Eigenschap.catalogus": "of the zaaktype",
    "ZaakObjectType.catalogus": "of the zaaktype",
    "ZaakObjectType.resultaattypeOmschrijving": "of the resultaattypen",
    "ZaakTypeInformatieObjectType.catalogus": "of the zaaktype",
    "InformatieObjectType.zaaktypen": "those that name this omschrijving",
    "InformatieObjectType.zaaktypeIdentificaties": "as above",
    "InformatieObjectType.besluittypen": "those that name this omschrijving",
    "BesluitType.zaaktypen": "those that name this omschrijving",
    "BesluitType.zaaktypeIdentificaties": "as above",
    "BesluitType.resultaattypen": "those that name this omschrijving",
    "BesluitType.resultaattypenOmschrijving": "as above",
    "BesluitType.vastgelegdIn": "as informatieobjecttypen",
    "Zaak.betalingsindicatieWeergave": "the label of the enumeration",
    "ZaakInformatieObject.aardRelatieWeergave": "one value for every row",
    "Status.indicatieLaatstGezetteStatus": "whether it is the huidige_status of its zaak",
}
# Where the name of the model is another.
RENAMED = {
    "Zaak.status": "huidige_status",
    # The attributes of this group carry the name of the group themselves.
    "InformatieObjectType.omschrijvingGeneriek": "",
}
# Required by the standard, yet the column may be empty.
MAY_BE_EMPTY = {
    "ZaakEigenschap.waarde": "an empty text is a value",
    "ObjectInformatieObject.object": "object_uuid holds it when the object is ours",
}
# Groups that are one sealed value, and the type that gives the attributes inside their limits.
SEALED = {"Rol.contactpersoonRol": betrokkenen.ContactpersoonRol}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def _facts() -> list[Any]:
    cases = []
    for path in sorted(_FACTS.glob("*.json")):
        content = json.loads(path.read_text())
        for resource, properties in content["resources"].items():
            for name, fact in properties.items():
                cases.append(pytest.param(resource, name, fact, id=f"{resource}.{name}"))
    return cases


def _models_of(resource: str) -> tuple[type[models.Model], ...]:
    if resource in MODELS:
        return MODELS[resource]
    found = [getattr(module, resource, None) for module in (catalogi, zaken, documenten)]
    return tuple(model for model in found if model is not None)


def _field(resource: str, attribute: str) -> Any:
    for model in _models_of(resource):
        try:
            return model._meta.get_field(attribute)
        except FieldDoesNotExist:
            continue
    return None


def _has_property(resource: str, attribute: str) -> bool:
    return any(
        isinstance(getattr(model, attribute, None), property) for model in _models_of(resource)
    )


def _is_derived(resource: str, name: str) -> bool:
    return f"{resource}.{name}" in DERIVED or f"*.{name}" in DERIVED


@pytest.mark.parametrize(("resource", "name", "fact"), _facts())
def test_a_property_of_the_standard_has_its_place(
    resource: str, name: str, fact: dict[str, Any]
) -> None:
    if resource in PARTIES:
        _require_attribute(PARTIES[resource], name, fact)
    elif f"{resource}.{name}" in SEALED:
        assert isinstance(_field(resource, _snake(name)), SealedJSONField)
        for inner, inner_fact in fact["properties"].items():
            _require_attribute(SEALED[f"{resource}.{name}"], inner, inner_fact)
    elif not _is_derived(resource, name):
        attribute = RENAMED.get(f"{resource}.{name}", _snake(name))
        _require_place(resource, attribute, fact)


def _require_place(resource: str, attribute: str, fact: dict[str, Any]) -> None:
    field = _field(resource, attribute)
    if "properties" in fact and field is None:
        for inner, inner_fact in fact["properties"].items():
            place = "_".join(part for part in (attribute, _snake(inner)) if part)
            # A group may be absent as a whole, so none of its columns is required by itself.
            _require_place(resource, place, {**inner_fact, "required": False})
        return
    if field is None:
        assert _has_property(resource, attribute), f"{resource} has no place for {attribute}"
        return
    if field.is_relation:
        assert fact["type"] in ("string", "array", "object"), f"{resource}.{attribute}"
        return
    if f"{resource}.{attribute}" in MAY_BE_EMPTY:
        fact = {**fact, "required": False}
    assert _mismatch(field, fact) == ""


def _mismatch(field: Any, fact: dict[str, Any]) -> str:
    """Return what differs between the column and the standard, or nothing."""
    kinds = {
        "date": models.DateField,
        "date-time": models.DateTimeField,
        "uuid": models.UUIDField,
    }
    kind = kinds.get(fact.get("format", ""))
    if kind is not None and not isinstance(field, kind):
        return f"is no {kind.__name__}"
    if fact.get("format") == "date" and isinstance(field, models.DateTimeField):
        return "is a moment, not a date"
    if fact.get("format") == "duration" and validate_duration not in field.validators:
        return "is not checked as a duration"
    if fact.get("type") == "boolean" and not isinstance(field, models.BooleanField):
        return "is no boolean"
    if fact.get("type") == "integer" and not isinstance(field, models.IntegerField):
        return "is no number"
    return _limit_mismatch(field, fact)


def _limit_mismatch(field: Any, fact: dict[str, Any]) -> str:
    limit = fact.get("maxLength")
    if limit is not None and field.max_length != limit:
        return f"holds {field.max_length} characters, not {limit}"
    if "enum" in fact and set(fact["enum"]) - {""} != {value for value, _ in field.choices or ()}:
        return "has other values"
    if "maximum" in fact and not _accepts_up_to(field, fact["maximum"]):
        return f"does not stop at {fact['maximum']}"
    text = isinstance(field, models.CharField | models.TextField)
    # Where the standard answers null for a text, the column is empty.
    if fact.get("nullable") and not text and not field.null:
        return "can not be null"
    if fact.get("required") and not fact.get("readOnly") and text and field.blank:
        return "is required but may be blank"
    return ""


def _accepts_up_to(field: Any, maximum: int) -> bool:
    limits = [v.limit_value for v in field.validators if hasattr(v, "limit_value")]
    # The largest number of bytes in the standard is that of the machine itself.
    return maximum in limits or maximum > 2**62


def _require_attribute(party: type, name: str, fact: dict[str, Any]) -> None:
    attributes = {field.name: field for field in fields(party)}
    assert _snake(name) in attributes, f"{party.__name__} has no {_snake(name)}"
    limit = fact.get("maxLength", fact.get("items", {}).get("maxLength"))
    if limit is not None:
        assert attributes[_snake(name)].metadata["max_length"] == limit
    for inner, inner_fact in fact.get("properties", {}).items():
        group = {
            "verblijfsadres": betrokkenen.Verblijfsadres,
            "subVerblijfBuitenland": betrokkenen.SubVerblijfBuitenland,
        }[name]
        _require_attribute(group, inner, inner_fact)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"maxLength": 81}, "holds 80 characters, not 81"),
        ({"enum": ["a", "b"]}, "has other values"),
        ({"format": "date"}, "is no DateField"),
        ({"format": "duration"}, "is not checked as a duration"),
        ({"type": "integer"}, "is no number"),
        ({"required": True}, "is required but may be blank"),
        ({"maximum": 9}, "does not stop at 9"),
    ],
)
def test_a_difference_is_noticed(change: dict[str, Any], complaint: str) -> None:
    field = zaken.Zaak._meta.get_field("omschrijving")
    assert _mismatch(field, {"type": "string", "maxLength": 80}) == ""
    assert _mismatch(field, {"type": "string", "maxLength": 80, **change}) == complaint


def test_the_list_of_differences_holds_nothing_that_is_gone() -> None:
    known = {(case.values[0], case.values[1]) for case in _facts()}
    names = {f"{resource}.{name}" for resource, name in known} | {f"*.{n}" for _, n in known}
    assert {*DERIVED, *SEALED, *MAY_BE_EMPTY} <= names


def test_every_resource_has_a_model() -> None:
    resources = {case.values[0] for case in _facts()} - set(PARTIES)
    assert not [resource for resource in resources if not _models_of(resource)]
