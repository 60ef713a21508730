"""Which fields of a person can be asked for (schema Persoon of the BRP API Personen 2.7)."""

from collections.abc import Iterable, Mapping
from typing import Any

# A field with {} is a leaf. Where the standard has several kinds (a nationality, a residence),
# the fields of all kinds are together.
Tree = dict[str, Any]

# A date or a table value is always answered whole, also when a part of it is asked for.
_DATE: Tree = {"type": {}, "datum": {}, "jaar": {}, "maand": {}, "onbekend": {}, "langFormaat": {}}
_TABLE: Tree = {"code": {}, "omschrijving": {}}
_WHOLE = frozenset({"langFormaat", "omschrijving"})


def _leaves(names: str) -> Tree:
    return {name: {} for name in names.split()}


def _dates(names: str) -> Tree:
    return {name: dict(_DATE) for name in names.split()}


def _tables(names: str) -> Tree:
    return {name: dict(_TABLE) for name in names.split()}


_RELATED_NAME = _leaves("voornamen voorvoegsel geslachtsnaam voorletters") | {
    "adellijkeTitelPredicaat": _TABLE | {"soort": {}}
}
_NAME = _RELATED_NAME | _leaves("volledigeNaam") | _tables("aanduidingNaamgebruik")
_BIRTH = _dates("datum") | _tables("land plaats")
_FULL_NAME = {"naam": _leaves("volledigeNaam")}
_GUARDIAN = _leaves("type burgerservicenummer") | _FULL_NAME

FIELDS: Tree = {
    **_leaves("aNummer burgerservicenummer leeftijd indicatieCurateleRegister"),
    **_dates("datumEersteInschrijvingGBA datumInschrijvingInGemeente"),
    **_tables("geslacht gemeenteVanInschrijving indicatieGezagMinderjarige"),
    "uitsluitingKiesrecht": _leaves("uitgeslotenVanKiesrecht") | _dates("einddatum"),
    "europeesKiesrecht": _tables("aanduiding") | _dates("einddatumUitsluiting"),
    "naam": _NAME,
    "nationaliteiten": {
        **_leaves("type"),
        **_tables("redenOpname nationaliteit"),
        **_dates("datumIngangGeldigheid"),
    },
    "geboorte": _BIRTH,
    "overlijden": _dates("datum") | _tables("land plaats"),
    "verblijfplaats": {
        **_leaves("type adresseerbaarObjectIdentificatie nummeraanduidingIdentificatie"),
        **_leaves("indicatieVastgesteldVerblijftNietOpAdres"),
        **_dates("datumVan datumIngangGeldigheid"),
        **_tables("functieAdres"),
        "verblijfadres": {
            **_leaves("officieleStraatnaam korteStraatnaam huisnummer huisletter"),
            **_leaves("huisnummertoevoeging postcode woonplaats locatiebeschrijving"),
            **_leaves("regel1 regel2 regel3"),
            **_tables("aanduidingBijHuisnummer land"),
        },
    },
    "immigratie": {
        **_leaves("vanuitVerblijfplaatsOnbekend indicatieVestigingVanuitBuitenland"),
        **_dates("datumVestigingInNederland"),
        **_tables("landVanwaarIngeschreven"),
    },
    "adressering": {
        **_leaves("adresregel1 adresregel2 adresregel3 aanhef gebruikInLopendeTekst"),
        **_leaves("indicatieVastgesteldVerblijftNietOpAdres"),
        **_tables("land"),
        "aanschrijfwijze": _leaves("naam aanspreekvorm"),
    },
    "gezag": {
        **_leaves("type toelichting"),
        "minderjarige": _leaves("burgerservicenummer leeftijd") | _FULL_NAME,
        "ouders": _GUARDIAN,
        "ouder": _GUARDIAN,
        "derde": _GUARDIAN,
        "derden": _GUARDIAN,
    },
    "verblijfstitel": _tables("aanduiding") | _dates("datumEinde datumIngang"),
    "kinderen": _leaves("burgerservicenummer") | {"naam": _RELATED_NAME, "geboorte": _BIRTH},
    "ouders": {
        **_leaves("burgerservicenummer ouderAanduiding"),
        **_tables("geslacht"),
        **_dates("datumIngangFamilierechtelijkeBetrekking"),
        "naam": _RELATED_NAME,
        "geboorte": _BIRTH,
    },
    "partners": {
        **_leaves("burgerservicenummer"),
        **_tables("geslacht soortVerbintenis"),
        "naam": _RELATED_NAME,
        "geboorte": _BIRTH,
        "aangaanHuwelijkPartnerschap": _BIRTH,
        "ontbindingHuwelijkPartnerschap": _dates("datum"),
    },
}

# Answered by themselves; to ask for one is a mistake.
AUTOMATIC = (
    "inOnderzoek",
    "geheimhoudingPersoonsgegevens",
    "opschortingBijhouding",
    "rni",
    "verificatie",
)


def exists(path: str) -> bool:
    """Tell whether a field with this path can be asked for."""
    tree: Mapping[str, Any] = FIELDS
    for part in path.split("."):
        if part not in tree:
            return False
        tree = tree[part]
    return True


def tree_of(paths: Iterable[str]) -> Tree:
    """Return the paths as a tree; {} below a name means all of it."""
    wanted: Tree = {}
    for path in paths:
        known: Mapping[str, Any] = FIELDS
        branch = wanted
        parts = path.split(".")
        for number, part in enumerate(parts, start=1):
            known = known[part]
            last = number == len(parts) or bool(_WHOLE & known.keys())
            if part in branch and not branch[part]:
                break
            branch = branch.setdefault(part, {})
            if last:
                branch.clear()
                break
    return wanted
