"""What a new version of a zaaktype must become: frozen values, no database.

Names and limits are those of Catalogi 1.3.3; durations are ISO 8601 (`P8W`, `P1D`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatustypeSpec:
    """A STATUSTYPE; the highest volgnummer is the eindstatus."""

    volgnummer: int
    omschrijving: str
    statustekst: str = ""
    informeren: bool = False
    toelichting: str = ""
    doorlooptijd: str | None = None
    omschrijving_generiek: str = ""


@dataclass(frozen=True, slots=True)
class ResultaattypeSpec:
    """A RESULTAATTYPE with its archive regime; `procestermijn` only with `termijn`."""

    omschrijving: str
    resultaattypeomschrijving: str
    selectielijstklasse: str
    archiefnominatie: str = "vernietigen"
    archiefactietermijn: str | None = None
    afleidingswijze: str = "afgehandeld"
    datumkenmerk: str = ""
    objecttype: str = ""
    registratie: str = ""
    procestermijn: str | None = None
    omschrijving_generiek: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class RoltypeSpec:
    """A ROLTYPE; `omschrijving_generiek` is one of the eight words of the standard."""

    omschrijving: str
    omschrijving_generiek: str


@dataclass(frozen=True, slots=True)
class EigenschapSpec:
    """An EIGENSCHAP; `lengte` may stay empty where the formaat decides it."""

    naam: str
    definitie: str = ""
    formaat: str = "tekst"
    lengte: str = ""
    kardinaliteit: str = "1"
    waardenverzameling: tuple[str, ...] = ()
    groep: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class InformatieobjecttypeSpec:
    """An INFORMATIEOBJECTTYPE and how this zaaktype uses it.

    The type itself is shared by all zaaktypen of the catalogus: when one with this omschrijving
    is valid already it is used as it stands.
    """

    omschrijving: str
    richting: str
    vertrouwelijkheidaanduiding: str = "zaakvertrouwelijk"
    informatieobjectcategorie: str = "document"
    trefwoord: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ZaaktypeSpec:
    """One version of a ZAAKTYPE with everything that hangs below it."""

    identificatie: str
    omschrijving: str
    doel: str
    aanleiding: str
    onderwerp: str
    handeling_initiator: str
    handeling_behandelaar: str
    doorlooptijd: str
    statustypen: tuple[StatustypeSpec, ...]
    resultaattypen: tuple[ResultaattypeSpec, ...]
    roltypen: tuple[RoltypeSpec, ...]
    eigenschappen: tuple[EigenschapSpec, ...] = ()
    informatieobjecttypen: tuple[InformatieobjecttypeSpec, ...] = ()
    servicenorm: str | None = None
    vertrouwelijkheidaanduiding: str = "zaakvertrouwelijk"
    indicatie_intern_of_extern: str = "extern"
    selectielijst_procestype: str = ""
    referentieproces_naam: str = ""
    referentieproces_link: str = ""
    verantwoordelijke: str = ""
    omschrijving_generiek: str = ""
    toelichting: str = ""
    opschorting_en_aanhouding_mogelijk: bool = False
    verlenging_mogelijk: bool = False
    verlengingstermijn: str | None = None
    publicatie_indicatie: bool = False
    publicatietekst: str = ""
    trefwoorden: tuple[str, ...] = ()
    producten_of_diensten: tuple[str, ...] = ()
    verantwoordingsrelatie: tuple[str, ...] = ()
