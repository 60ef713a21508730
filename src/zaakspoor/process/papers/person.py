"""A person as a paper and its rules need them, and the port to where persons come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from zaakspoor.core.refusals import Refused
from zaakspoor.process.papers.partial_date import PartialDate

# Landelijke tabel "reden opschorting bijhouding" (Logisch ontwerp BRP, element 67.20).
DIED = "O"
LEFT_THE_COUNTRY = "E"
NON_RESIDENT = "R"
_NOT_RESIDENT = frozenset({LEFT_THE_COUNTRY, NON_RESIDENT})

_LONGEST_FIELD = 500
_MUST_BE_GIVEN = {
    "full_name": "volledige naam",
    "geboortedatum": "geboortedatum",
    "geboorteplaats": "geboorteplaats",
    "address_lines": "adres",
}


class SourceUnavailable(Exception):
    """The source of persons does not answer now; trying again later may help."""


class SourceRefused(Exception):
    """The source of persons answers that our question is wrong; trying again does not help."""


class PersonIncomplete(Refused):
    """A field that must be on the paper is empty, or is no date."""

    code = "gegevens-onvolledig"


@dataclass(frozen=True, slots=True)
class Person:
    """What the civil registry says about somebody. The BSN is not part of it on purpose."""

    full_name: str
    geboortedatum: PartialDate
    geboorteplaats: str = ""
    geboorteland: str = ""
    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    adellijke_titel: str = ""
    # Street and number, postcode and town; or a location; or three lines and a country.
    address_lines: tuple[str, ...] = ()
    address_since: PartialDate | None = None
    lives_abroad: bool = False
    gemeente_code: str = ""
    gemeente: str = ""
    datum_inschrijving: PartialDate | None = None
    nationaliteiten: tuple[str, ...] = ()
    overleden: bool = False
    # Any of the details that we asked for is being checked, or the address is known to be wrong.
    in_onderzoek: bool = False
    onder_curatele: bool = False
    # One letter; empty when the record is kept up to date.
    opschorting: str = ""
    geheimhouding: bool = False
    leeftijd: int | None = None

    @property
    def niet_ingezetene(self) -> bool:
        """Whether the person is registered as living outside the Netherlands."""
        return self.lives_abroad or self.opschorting in _NOT_RESIDENT

    @property
    def geboortedatum_text(self) -> str:
        """The date of birth in Dutch words; "onbekend" when it is."""
        return self.geboortedatum.text("nl")

    def age_on(self, today: date) -> int:
        """Return the age in years on `today`; 0 when neither date of birth nor age is known.

        Zero sends an unknown age to a person instead of past a rule about age.
        """
        age = self.geboortedatum.age_on(today)
        return age if age is not None else self.leeftijd or 0


class Persons(Protocol):
    """Where persons come from: in service the BRP over the Haal Centraal API."""

    def person(self, bsn: str, *, purpose: str, user: str = "zaakspoor") -> Person | None:
        """Return the person with this BSN, or None when there is none.

        `purpose` says why (doelbinding) and `user` who asks; both are logged at the source.

        :raises SourceUnavailable: no answer in time, or no usable one.
        :raises SourceRefused: the source does not accept our question.
        """
        ...


def person_from_fields(fields: Mapping[str, str]) -> Person:
    """Return a person from what a colleague typed, with attribute names of `Person` as keys.

    `address_lines` holds a line per line, `nationaliteiten` are separated by commas, dates are
    written as `PartialDate.parse` reads them. Unknown keys are ignored.

    :raises PersonIncomplete: name, date or place of birth or address is missing or unreadable.
    """
    typed = {key: value.strip()[:_LONGEST_FIELD] for key, value in fields.items()}
    missing = [label for key, label in _MUST_BE_GIVEN.items() if not typed.get(key)]
    if missing:
        raise PersonIncomplete(f"Vul nog in: {', '.join(missing)}.")
    return Person(
        full_name=typed["full_name"],
        voornamen=typed.get("voornamen", ""),
        voorvoegsel=typed.get("voorvoegsel", ""),
        geslachtsnaam=typed.get("geslachtsnaam", ""),
        adellijke_titel=typed.get("adellijke_titel", ""),
        geboortedatum=_typed_date(typed["geboortedatum"], "geboortedatum"),
        geboorteplaats=typed["geboorteplaats"],
        geboorteland=typed.get("geboorteland", ""),
        gemeente=typed.get("gemeente", ""),
        address_lines=_split(typed["address_lines"], "\n"),
        address_since=_optional_date(typed, "address_since", "datum van het adres"),
        datum_inschrijving=_optional_date(typed, "datum_inschrijving", "datum van inschrijving"),
        nationaliteiten=_split(typed.get("nationaliteiten", ""), ","),
    )


def _split(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _optional_date(typed: Mapping[str, str], key: str, label: str) -> PartialDate | None:
    return _typed_date(typed[key], label) if typed.get(key) else None


def _typed_date(text: str, label: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise PersonIncomplete(
            f"Schrijf de {label} als 1985-03-14, 1985-03, 1985 of onbekend."
        ) from error
