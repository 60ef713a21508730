"""From an answer of the registry to a `Person`, or nothing when it is no answer we can read."""

from collections.abc import Iterable
from typing import Any

import msgspec

from zaakspoor.connections.brp import wire
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import DIED, Person

# What stands on paper in the place of a nationality (subtypes of AbstractNationaliteit).
_IN_PLACE_OF_NATIONALITY = {
    "Staatloos": "Staatloos",
    "NationaliteitOnbekend": "Onbekend",
    "BehandeldAlsNederlander": "Behandeld als Nederlander",
    "VastgesteldNietNederlander": "Vastgesteld niet-Nederlander",
}
# Only the fields that the paper and the rules need (AVG 5 lid 1 c).
FIELDS = (
    "naam.volledigeNaam",
    "naam.voornamen",
    "naam.voorvoegsel",
    "naam.geslachtsnaam",
    "naam.adellijkeTitelPredicaat",
    "geboorte.datum",
    "geboorte.plaats",
    "geboorte.land",
    "leeftijd",
    "verblijfplaats.verblijfadres",
    "verblijfplaats.datumVan",
    "verblijfplaats.indicatieVastgesteldVerblijftNietOpAdres",
    "gemeenteVanInschrijving",
    "datumInschrijvingInGemeente",
    "nationaliteiten.type",
    "nationaliteiten.nationaliteit",
    "overlijden.datum",
    "indicatieCurateleRegister",
)


class Unreadable(Exception):
    """The answer has another shape than the standard gives it."""


def read_answer(body: bytes) -> Person | None:
    """Return the one person in an answer, or None when the registry knows nobody.

    :raises Unreadable: it is no answer of the standard, or it holds more than one person.
    """
    try:
        raw = msgspec.json.decode(body)
        persons = msgspec.convert(raw, wire.Antwoord).personen
        if len(persons) > 1:
            raise Unreadable("more than one person")
        return _person(persons[0], _has_doubt(raw)) if persons else None
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError):
        # Not the error itself: it may quote the answer.
        raise Unreadable("an answer of another shape") from None


def _person(found: wire.Persoon, doubt: bool) -> Person:
    residence = found.verblijfplaats
    wrong_address = isinstance(residence, wire.Adres | wire.Locatie) and (
        residence.indicatie_vastgesteld_verblijft_niet_op_adres
    )
    reason = found.opschorting_bijhouding.reden.code
    return Person(
        full_name=found.naam.volledige_naam,
        voornamen=found.naam.voornamen,
        voorvoegsel=found.naam.voorvoegsel,
        geslachtsnaam=found.naam.geslachtsnaam,
        adellijke_titel=found.naam.adellijke_titel_predicaat.omschrijving,
        geboortedatum=_date(found.geboorte.datum),
        geboorteplaats=found.geboorte.plaats.omschrijving,
        geboorteland=found.geboorte.land.omschrijving,
        address_lines=tuple(_address(residence)),
        address_since=_date(residence.datum_van) if residence.datum_van else None,
        lives_abroad=isinstance(residence, wire.VerblijfplaatsBuitenland),
        gemeente_code=found.gemeente_van_inschrijving.code,
        gemeente=found.gemeente_van_inschrijving.omschrijving,
        datum_inschrijving=_optional(found.datum_inschrijving_in_gemeente),
        nationaliteiten=tuple(_nationalities(found.nationaliteiten)),
        overleden=found.overlijden is not None or reason == DIED,
        in_onderzoek=doubt or wrong_address,
        onder_curatele=found.indicatie_curatele_register,
        opschorting=reason,
        geheimhouding=found.geheimhouding_persoonsgegevens,
        leeftijd=found.leeftijd,
    )


def _date(found: wire.AnyDatum) -> PartialDate:
    match found:
        case wire.Datum(datum=iso):
            return PartialDate.parse(iso)
        case wire.JaarMaandDatum(jaar=year, maand=month):
            return PartialDate(year, month)
        case wire.JaarDatum(jaar=year):
            return PartialDate(year)
        case _:
            return PartialDate()


def _optional(found: wire.AnyDatum | None) -> PartialDate | None:
    return _date(found) if found else None


def _address(residence: wire.Verblijfplaats) -> Iterable[str]:
    match residence:
        case wire.Adres(verblijfadres=place):
            lines = [_street(place), f"{_spaced(place.postcode)} {place.woonplaats}"]
        case wire.Locatie(verblijfadres=spot):
            lines = [spot.locatiebeschrijving]
        case wire.VerblijfplaatsBuitenland(verblijfadres=abroad):
            lines = [abroad.regel1, abroad.regel2, abroad.regel3, abroad.land.omschrijving]
        case _:
            lines = []
    return (line.strip() for line in lines if line.strip())


def _street(place: wire.Binnenland) -> str:
    number = str(place.huisnummer or "") + place.huisletter
    extra = f"-{place.huisnummertoevoeging}" if place.huisnummertoevoeging else ""
    street = place.officiele_straatnaam or place.korte_straatnaam
    parts = (street, place.aanduiding_bij_huisnummer.omschrijving, number + extra)
    return " ".join(part for part in parts if part)


def _spaced(postcode: str) -> str:
    return f"{postcode[:4]} {postcode[4:].strip()}" if postcode else ""


def _nationalities(found: Iterable[wire.Nationaliteit]) -> Iterable[str]:
    for each in found:
        text = each.nationaliteit.omschrijving or _IN_PLACE_OF_NATIONALITY.get(each.type, "")
        if text:
            yield text


def _has_doubt(node: Any) -> bool:
    """Tell whether anything in an answer is in onderzoek; it only holds what we asked for."""
    if isinstance(node, list):
        return any(_has_doubt(each) for each in node)
    if not isinstance(node, dict):
        return False
    flags = node.get("inOnderzoek")
    if flags is True or (isinstance(flags, dict) and any(v is True for v in flags.values())):
        return True
    return any(_has_doubt(each) for each in node.values())
