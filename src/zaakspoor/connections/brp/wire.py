"""The part of an answer of the BRP API Personen 2.7 that we ask for, as the wire spells it.

A field that is not in an answer is not known: then the attribute is None or empty.
"""

import msgspec


class Wire(msgspec.Struct, frozen=True, rename="camel"):
    """An object of the API: its attributes are in snake_case here and in camelCase there."""


class Waardetabel(Wire, frozen=True):
    """A value of a national table."""

    code: str = ""
    omschrijving: str = ""


class Datum(Wire, frozen=True, tag_field="type", tag="Datum"):
    """A whole date."""

    datum: str


class JaarMaandDatum(Wire, frozen=True, tag_field="type", tag="JaarMaandDatum"):
    """A date without a day."""

    jaar: int
    maand: int


class JaarDatum(Wire, frozen=True, tag_field="type", tag="JaarDatum"):
    """A date of which only the year is known."""

    jaar: int


class DatumOnbekend(Wire, frozen=True, tag_field="type", tag="DatumOnbekend"):
    """A date of which nothing is known."""


AnyDatum = Datum | JaarMaandDatum | JaarDatum | DatumOnbekend


class Naam(Wire, frozen=True):
    """A name."""

    volledige_naam: str = ""
    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    adellijke_titel_predicaat: Waardetabel = Waardetabel()


class Geboorte(Wire, frozen=True):
    """A birth."""

    datum: AnyDatum = DatumOnbekend()
    plaats: Waardetabel = Waardetabel()
    land: Waardetabel = Waardetabel()


class Binnenland(Wire, frozen=True):
    """An address in the Netherlands."""

    officiele_straatnaam: str = ""
    korte_straatnaam: str = ""
    aanduiding_bij_huisnummer: Waardetabel = Waardetabel()
    huisnummer: int | None = None
    huisletter: str = ""
    huisnummertoevoeging: str = ""
    postcode: str = ""
    woonplaats: str = ""


class Buitenland(Wire, frozen=True):
    """An address abroad, in lines."""

    regel1: str = ""
    regel2: str = ""
    regel3: str = ""
    land: Waardetabel = Waardetabel()


class Ligging(Wire, frozen=True):
    """A place in the Netherlands without an address."""

    locatiebeschrijving: str = ""


class Adres(Wire, frozen=True, tag_field="type", tag="Adres"):
    """Living at an address in the Netherlands."""

    verblijfadres: Binnenland = Binnenland()
    datum_van: AnyDatum | None = None
    indicatie_vastgesteld_verblijft_niet_op_adres: bool = False


class Locatie(Wire, frozen=True, tag_field="type", tag="Locatie"):
    """Living in a place without an address."""

    verblijfadres: Ligging = Ligging()
    datum_van: AnyDatum | None = None
    indicatie_vastgesteld_verblijft_niet_op_adres: bool = False


class VerblijfplaatsBuitenland(Wire, frozen=True, tag_field="type", tag="VerblijfplaatsBuitenland"):
    """Living abroad."""

    verblijfadres: Buitenland = Buitenland()
    datum_van: AnyDatum | None = None


class VerblijfplaatsOnbekend(Wire, frozen=True, tag_field="type", tag="VerblijfplaatsOnbekend"):
    """Living nobody knows where."""

    datum_van: AnyDatum | None = None


Verblijfplaats = Adres | Locatie | VerblijfplaatsBuitenland | VerblijfplaatsOnbekend


class Nationaliteit(Wire, frozen=True):
    """A nationality, or what stands in its place; `type` says which."""

    type: str
    nationaliteit: Waardetabel = Waardetabel()


class OpschortingBijhouding(Wire, frozen=True):
    """Why a record is not kept up to date any more."""

    reden: Waardetabel = Waardetabel()


class Persoon(Wire, frozen=True):
    """A person."""

    naam: Naam = Naam()
    geboorte: Geboorte = Geboorte()
    leeftijd: int | None = None
    verblijfplaats: Verblijfplaats = VerblijfplaatsOnbekend()
    gemeente_van_inschrijving: Waardetabel = Waardetabel()
    datum_inschrijving_in_gemeente: AnyDatum | None = None
    nationaliteiten: tuple[Nationaliteit, ...] = ()
    overlijden: dict[str, object] | None = None
    indicatie_curatele_register: bool = False
    opschorting_bijhouding: OpschortingBijhouding = OpschortingBijhouding()
    geheimhouding_persoonsgegevens: bool = False


class Antwoord(Wire, frozen=True):
    """The answer to a question by BSN."""

    personen: tuple[Persoon, ...]
