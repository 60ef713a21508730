"""Whether a value fits the specification of its eigenschap (ztc-015)."""

import re
from datetime import date, datetime

from zaakspoor.registers.catalogi.models import Eigenschap

_GETAL = re.compile(r"-?\d+([.,]\d+)?")
_DATUM_TIJD = re.compile(r"(\d{8})(\d{6})")


def as_specified(eigenschap: Eigenschap, waarde: str) -> str | None:
    """Return `waarde` as the standard writes it for this eigenschap, or None when it can not be.

    Spaces around it do not count. An empty value fits: the eigenschap has none.
    """
    value = waarde.strip()
    allowed = eigenschap.specificatie_waardenverzameling
    if not value:
        return ""
    if allowed and value not in allowed:
        return None
    match eigenschap.specificatie_formaat:
        case "datum":
            return _datum(value)
        case "datum_tijd":
            return _datum_tijd(value)
        case "getal":
            return value if _GETAL.fullmatch(value) and _fits(eigenschap, value) else None
        case _:
            return value if _fits(eigenschap, value) else None


def _fits(eigenschap: Eigenschap, value: str) -> bool:
    # "12,2" stands for twelve digits of which two are decimals.
    length = re.match(r"\d+", eigenschap.specificatie_lengte)
    return length is None or len(value) <= int(length.group()) + ("," in value)


def _datum(value: str) -> str | None:
    try:
        return f"{date.fromisoformat(value):%Y%m%d}"
    except ValueError:
        return None


def _datum_tijd(value: str) -> str | None:
    with_separator = _DATUM_TIJD.sub(r"\1T\2", value)
    try:
        return f"{datetime.fromisoformat(with_separator):%Y%m%d%H%M%S}"
    except ValueError:
        return None
