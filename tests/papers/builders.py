"""A fictional person and papers about them, valid without arguments."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from zaakspoor.process.papers.extract import make_extract
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import Person
from zaakspoor.process.papers.sealing import seal

# 23:30 UTC is already the next day in the Netherlands.
AT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
URL = "https://zaakspoor.example/controleer/2345ABCD6789EFGH/"

LUKASZ = Person(
    full_name="Łukasz Ğabriël van 't Şahin-Öztürk",
    voornamen="Łukasz Ğabriël",
    voorvoegsel="van 't",
    geslachtsnaam="Şahin-Öztürk",
    geboortedatum=PartialDate(1990, 3, 3),
    geboorteplaats="İzmir",
    geboorteland="Turkije",
    address_lines=("Žižkastraße 7-II", "9999 AJ Voorbeeldstad"),
    address_since=PartialDate(2015, 10, 1),
    gemeente_code="9999",
    gemeente="Voorbeeldstad",
    datum_inschrijving=PartialDate(2015, 10, 1),
    nationaliteiten=("Nederlandse", "Turkse"),
)


def make_person(**changes: Any) -> Person:
    """Return Łukasz, but for `changes`."""
    return replace(LUKASZ, **changes)


def extract_of(person: Person = LUKASZ, **changes: Any) -> bytes:
    """Return an extract that is not sealed."""
    arguments: dict[str, Any] = {
        "kind": "nationaliteit",
        "language": "nl",
        "issued_at": AT,
        "number": "Z-2026-000001",
        "verification_url": URL,
    }
    return make_extract(person, **(arguments | changes))


@cache
def sealed_extract() -> bytes:
    """Return a sealed extract, the same one for all tests."""
    return seal(extract_of(), at=AT)
