"""Records of the civil registry in the words and shapes of the BRP API Personen."""

from typing import Any

Record = dict[str, Any]

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
NETHERLANDS = {"code": "6030", "omschrijving": "Nederland"}
HERE = {"code": "9999", "omschrijving": "Voorbeeldstad"}
RNI = {"code": "1999", "omschrijving": "Registratie Niet Ingezetenen (RNI)"}
_DUTCH = {"code": "0001", "omschrijving": "Nederlandse"}


def day(year: int, month: int = 0, number: int = 0) -> Record:
    """Return a date as the API writes it; 0 is unknown, for the year everything is."""
    if not year:
        return {"type": "DatumOnbekend", "onbekend": True, "langFormaat": "onbekend"}
    if not month:
        return {"type": "JaarDatum", "jaar": year, "langFormaat": str(year)}
    words = f"{_MONTHS[month - 1]} {year}"
    if not number:
        return {"type": "JaarMaandDatum", "jaar": year, "maand": month, "langFormaat": words}
    iso = f"{year:04}-{month:02}-{number:02}"
    return {"type": "Datum", "datum": iso, "langFormaat": f"{number} {words}"}


def name(voornamen: str, geslachtsnaam: str, voorvoegsel: str = "") -> Record:
    """Return a name as the API writes it."""
    parts = [voornamen, voorvoegsel, geslachtsnaam]
    letters = "".join(f"{each[0]}." for each in voornamen.split())
    naam = {"voornamen": voornamen, "geslachtsnaam": geslachtsnaam, "voorletters": letters}
    naam["volledigeNaam"] = " ".join(part for part in parts if part)
    return naam | ({"voorvoegsel": voorvoegsel} if voorvoegsel else {})


def birth(datum: Record, plaats: str = "Voorbeeldstad", land: Record = NETHERLANDS) -> Record:
    """Return a birth as the API writes it; a place abroad has no code."""
    where = HERE if plaats == "Voorbeeldstad" else {"omschrijving": plaats}
    return {"datum": datum, "plaats": where, "land": land}


def address(straat: str, huisnummer: int, postcode: str, since: Record, **more: Any) -> Record:
    """Return an address in Voorbeeldstad as the API writes it."""
    verblijfadres = {
        "officieleStraatnaam": straat,
        "korteStraatnaam": straat[:24],
        "huisnummer": huisnummer,
        "postcode": postcode,
        "woonplaats": "Voorbeeldstad",
    }
    functie = {"code": "W", "omschrijving": "woonadres"}
    return {
        "type": "Adres",
        "verblijfadres": verblijfadres | more,
        "functieAdres": functie,
        "datumVan": since,
    }


def nationality(waarde: Record = _DUTCH) -> Record:
    """Return a nationality as the API writes it."""
    return {"type": "Nationaliteit", "nationaliteit": waarde}


def record(naam: Record, geboorte: Record, verblijfplaats: Record, **more: Any) -> Record:
    """Return a person as the API writes it: a Dutch resident of Voorbeeldstad, but for `more`."""
    here = {
        "naam": naam,
        "geboorte": geboorte,
        "verblijfplaats": verblijfplaats,
        "gemeenteVanInschrijving": HERE,
        "datumInschrijvingInGemeente": verblijfplaats.get("datumVan", day(2000)),
        "nationaliteiten": [nationality()],
    }
    return here | more
