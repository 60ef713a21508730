"""The cast of the demo municipality: nobody in it exists, and every BSN is a test number.

Only data: who they are, what the login page says about them, what the civil registry answers in
the words of the BRP API Personen, and how the registry behaves when it is asked about them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulators.records import (
    HERE,
    NETHERLANDS,
    RNI,
    address,
    birth,
    day,
    name,
    nationality,
    record,
)


@dataclass(frozen=True, slots=True)
class TestPerson:
    """Somebody to log in as, or to ask the registry about.

    `seconds` is how long the registry takes for this person. With `outage` it first answers 503
    for a while, from the first question on. With `always_aged` the year of birth follows the
    calendar, so that somebody of 15 stays 15.
    """

    # pytest must not take the name for a test.
    __test__ = False

    key: str
    bsn: str
    name: str
    description: str
    record: Mapping[str, Any]
    seconds: float = 0.0
    outage: bool = False
    always_aged: int | None = None

    @property
    def email(self) -> str:
        """An address that no mail server of the world delivers to (RFC 2606)."""
        return f"{self.key}@inwoner.example"


PEOPLE: tuple[TestPerson, ...] = (
    TestPerson(
        "nieuw",
        "999990950",
        "Noor Nieuwelink",
        "Nieuw hier: heeft nog nooit iets aangevraagd.",
        record(
            name("Noor Anna", "Nieuwelink"),
            birth(day(1994, 5, 17)),
            address("Voorbeeldlaan", 12, "9999AB", day(2019, 3, 1)),
        ),
    ),
    TestPerson(
        "meerdere",
        "999991425",
        "Milan Meerzaken",
        "Heeft meerdere zaken: een deel loopt, een deel is klaar.",
        record(
            name("Milan", "Meerzaken"),
            birth(day(1978, 11, 2)),
            address("Proefstraat", 8, "9999AC", day(2004, 7, 15), huisletter="A"),
        ),
    ),
    TestPerson(
        "tweehonderd",
        "999991899",
        "Tara Tweehonderd",
        "Heeft 200 zaken.",
        record(
            name("Tara Sophie", "Tweehonderd"),
            birth(day(1969, 1, 30)),
            address("Testweg", 200, "9999AD", day(1998, 9, 1)),
        ),
    ),
    TestPerson(
        "onderzoek",
        "999992375",
        "Ole Onderzoek",
        "Het adres van deze persoon is in onderzoek: een collega moet kijken.",
        record(
            name("Ole", "Onderzoek"),
            birth(day(1988, 8, 8)),
            address("Twijfelpad", 3, "9999AE", day(2021, 2, 10))
            | {
                "inOnderzoek": {
                    "type": True,
                    "datumVan": True,
                    "datumIngangOnderzoek": day(2026, 10, 5),
                }
            },
        ),
    ),
    TestPerson(
        "nabestaande",
        "999992855",
        "Nelleke Nabestaande",
        "Vraagt een uittreksel van haar overleden man Otto Overleden (BSN 999993331).",
        record(
            name("Nelleke", "Nabestaande"),
            birth(day(1951, 4, 23)),
            address("Herinneringslaan", 41, "9999AG", day(1980, 6, 1)),
        ),
    ),
    TestPerson(
        "minderjarig",
        "999993793",
        "Mick Minderjarig",
        "Is 15 jaar: een ouder moet de aanvraag doen.",
        record(
            name("Mick", "Minderjarig"),
            birth(day(2011, 2, 14)),
            address("Gezinshof", 5, "9999AH", day(2011, 2, 20)),
        ),
        always_aged=15,
    ),
    TestPerson(
        "ouder",
        "999994256",
        "Olga Ouder",
        "Is de moeder van Mick Minderjarig van 15 (BSN 999993793).",
        record(
            name("Olga", "Ouder", "van den"),
            birth(day(1983, 12, 19)),
            address("Gezinshof", 5, "9999AH", day(2009, 5, 1)),
            kinderen=[{"burgerservicenummer": "999993793", "naam": name("Mick", "Minderjarig")}],
        ),
    ),
    TestPerson(
        "diakrieten",
        "999994736",
        "Łukasz Şahin-Öztürk",
        "Heeft een naam met tekens die niet op ieder toetsenbord staan.",
        record(
            name("Łukasz Ğabriël", "Şahin-Öztürk", "van 't"),
            birth(day(1990, 3, 3), "İzmir", {"code": "6043", "omschrijving": "Turkije"}),
            address("Žižkastraße", 7, "9999AJ", day(2015, 10, 1), huisnummertoevoeging="II"),
            nationaliteiten=[
                nationality(),
                nationality({"code": "0339", "omschrijving": "Turkse"}),
            ],
        ),
    ),
    TestPerson(
        "onvolledig",
        "999995212",
        "Imran Onvolledig",
        "Is in het buitenland geboren; van de geboortedatum is alleen het jaar bekend.",
        record(
            name("Imran", "Onvolledig"),
            birth(day(1972), "Mazar-e-Sharif", {"code": "6023", "omschrijving": "Afghanistan"}),
            address("Nieuwe Kade", 77, "9999AK", day(2002, 1)),
            nationaliteiten=[
                nationality(),
                nationality({"code": "0300", "omschrijving": "Afghaanse"}),
            ],
        ),
    ),
    TestPerson(
        "niet-ingezetene",
        "999995686",
        "Renske Rijnland",
        "Woont in Duitsland en staat in de registratie niet-ingezetenen.",
        record(
            name("Renske", "Rijnland"),
            birth(day(1985, 7, 7)),
            {
                "type": "VerblijfplaatsBuitenland",
                "verblijfadres": {
                    "regel1": "Musterweg 1",
                    "regel2": "47533 Kleve",
                    "land": {"code": "6029", "omschrijving": "Bondsrepubliek Duitsland"},
                },
                "datumVan": day(2020, 4, 1),
            },
            gemeenteVanInschrijving=RNI,
            opschortingBijhouding={
                "reden": {"code": "R", "omschrijving": "pl is aangelegd in de rni"},
                "datum": day(2020, 4, 1),
            },
        ),
    ),
    TestPerson(
        "traag",
        "999996150",
        "Tim Traag",
        "De basisregistratie doet er voor deze persoon 4 seconden over.",
        record(
            name("Tim", "Traag"),
            birth(day(1999, 9, 29)),
            address("Slakkengang", 4, "9999AL", day(2023, 8, 1)),
        ),
        seconds=4.0,
    ),
    TestPerson(
        "storing",
        "999996629",
        "Stella Storing",
        "De basisregistratie ligt voor deze persoon eerst een tijdje plat.",
        record(
            name("Stella", "Storing"),
            birth(day(1975, 6, 6)),
            address("Hapering", 9, "9999AM", day(2010, 10, 10)),
        ),
        outage=True,
    ),
    TestPerson(
        "curatele",
        "999997105",
        "Cas Curatele",
        "Staat onder curatele: een collega moet kijken.",
        record(
            name("Cas", "Curatele"),
            birth(day(1966, 10, 1)),
            address("Steunpunt", 2, "9999AN", day(2000, 5, 5)),
            indicatieCurateleRegister=True,
        ),
    ),
    TestPerson(
        "geheim",
        "999997580",
        "Gerda Geheim",
        "Heeft om geheimhouding gevraagd; krijgt gewoon een uittreksel over zichzelf.",
        record(
            name("Gerda", "Geheim"),
            birth(day(1960, 2, 29)),
            address("Stilte", 1, "9999AP", day(2016, 6, 16)),
            geheimhoudingPersoonsgegevens=True,
        ),
    ),
)

# In the registry, but not on the login page.
OTHERS: tuple[TestPerson, ...] = (
    TestPerson(
        "overleden",
        "999993331",
        "Otto Overleden",
        "Is overleden op 3 januari 2026.",
        record(
            name("Otto", "Overleden"),
            birth(day(1947, 8, 12)),
            address("Herinneringslaan", 41, "9999AG", day(1980, 6, 1)),
            overlijden={"datum": day(2026, 1, 3), "plaats": HERE, "land": NETHERLANDS},
            opschortingBijhouding={
                "reden": {"code": "O", "omschrijving": "overlijden"},
                "datum": day(2026, 1, 3),
            },
        ),
    ),
)


def person_with(key: str) -> TestPerson:
    """Return the person with this key.

    :raises KeyError: nobody has it.
    """
    for person in (*PEOPLE, *OTHERS):
        if person.key == key:
            return person
    raise KeyError(key)
