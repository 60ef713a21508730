"""Is a question one that the standard knows? All that is wrong with it, at once."""

import re
from collections.abc import Mapping
from typing import Any

from simulators.brp import fields

RAADPLEEG = "RaadpleegMetBurgerservicenummer"
# Questions of the standard that this municipality has no permission for.
SEARCHES = frozenset(
    {
        "ZoekMetGeslachtsnaamEnGeboortedatum",
        "ZoekMetNaamEnGemeenteVanInschrijving",
        "ZoekMetPostcodeEnHuisnummer",
        "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving",
        "ZoekMetNummeraanduidingIdentificatie",
        "ZoekMetAdresseerbaarObjectIdentificatie",
    }
)
_KNOWN = frozenset({"type", "fields", "burgerservicenummer", "gemeenteVanInschrijving"})
_BSN = re.compile(r"[0-9]{9}")
_GEMEENTE = re.compile(r"[0-9]{4}")
_FIELD = re.compile(r"[a-zA-Z0-9._]{1,200}")
_MOST_FIELDS = 130
_MOST_PERSONS = 20

InvalidParam = dict[str, str]


def problems_of(question: Mapping[str, Any]) -> list[InvalidParam]:
    """Return what is wrong with a question by BSN, as invalidParams; an empty list is good."""
    found = [
        _invalid(name, "unknownParam", "Parameter is niet verwacht.")
        for name in question
        if name not in _KNOWN
    ]
    found += _problems_of_fields(question.get("fields"))
    found += _problems_of_bsn(question.get("burgerservicenummer"))
    gemeente = question.get("gemeenteVanInschrijving", "0000")
    if not isinstance(gemeente, str) or not _GEMEENTE.fullmatch(gemeente):
        found.append(_pattern("gemeenteVanInschrijving", "^[0-9]{4}$"))
    return found


def problems_of_type(question: Mapping[str, Any]) -> list[InvalidParam]:
    """Return what is wrong with the type of a question, of all types that the standard has."""
    kind = question.get("type")
    if kind is None:
        return [_invalid("type", "required", "Parameter is verplicht.")]
    if kind != RAADPLEEG and kind not in SEARCHES:
        return [_invalid("type", "value", "Waarde is geen geldig zoek type.")]
    return []


def _problems_of_fields(asked: Any) -> list[InvalidParam]:
    wrong = _problems_of_list("fields", asked, _MOST_FIELDS)
    if wrong:
        return wrong
    found = []
    for number, path in enumerate(asked):
        if not isinstance(path, str) or not _FIELD.fullmatch(path):
            found.append(_pattern(f"fields[{number}]", "^[a-zA-Z0-9\\._]{1,200}$"))
        elif not fields.exists(path):
            text = "Parameter bevat een niet bestaande veldnaam."
            found.append(_invalid(f"fields[{number}]", "fields", text))
    return found


def _problems_of_bsn(asked: Any) -> list[InvalidParam]:
    wrong = _problems_of_list("burgerservicenummer", asked, _MOST_PERSONS)
    return wrong or [
        _pattern(f"burgerservicenummer[{number}]", "^[0-9]{9}$")
        for number, bsn in enumerate(asked)
        if not isinstance(bsn, str) or not _BSN.fullmatch(bsn)
    ]


def _problems_of_list(name: str, asked: Any, most: int) -> list[InvalidParam]:
    if asked is None:
        return [_invalid(name, "required", "Parameter is verplicht.")]
    if not isinstance(asked, list):
        return [_invalid(name, "array", "Parameter is geen array.")]
    if not asked:
        return [_invalid(name, "minItems", "Array bevat minder dan 1 items.")]
    if len(asked) > most:
        return [_invalid(name, "maxItems", f"Array bevat meer dan {most} items.")]
    return []


def _pattern(name: str, pattern: str) -> InvalidParam:
    return _invalid(name, "pattern", f"Waarde voldoet niet aan patroon {pattern}.")


def _invalid(name: str, code: str, reason: str) -> InvalidParam:
    return {"name": name, "code": code, "reason": reason}
