"""The rows below a zaaktype, as its specification describes them. Nothing is written here."""

from zaakspoor.registers.catalogi.models import (
    Eigenschap,
    ResultaatType,
    RolType,
    StatusType,
    ZaakType,
)
from zaakspoor.registers.catalogi.specs import (
    EigenschapSpec,
    ResultaattypeSpec,
    RoltypeSpec,
    StatustypeSpec,
)
from zaakspoor.registers.validation import checked

# ztc-015 fixes the length of dates; the others are our choice where a specification has none.
_LENGTHS = {"tekst": "255", "getal": "14", "datum": "8", "datum_tijd": "14"}


def build_statustypen(zaaktype: ZaakType, specs: tuple[StatustypeSpec, ...]) -> list[StatusType]:
    """Return the statustypen; the one with the highest volgnummer ends a zaak (zrc-007)."""
    last = max(spec.volgnummer for spec in specs)
    return [
        checked(
            StatusType(
                zaaktype=zaaktype,
                volgnummer=spec.volgnummer,
                omschrijving=spec.omschrijving,
                omschrijving_generiek=spec.omschrijving_generiek,
                statustekst=spec.statustekst,
                is_eindstatus=spec.volgnummer == last,
                informeren=spec.informeren,
                doorlooptijd=spec.doorlooptijd or "",
                toelichting=spec.toelichting,
                begin_geldigheid=zaaktype.begin_geldigheid,
            )
        )
        for spec in specs
    ]


def build_resultaattype(zaaktype: ZaakType, spec: ResultaattypeSpec) -> ResultaatType:
    """Return the resultaattype with its archive regime."""
    return checked(
        ResultaatType(
            zaaktype=zaaktype,
            omschrijving=spec.omschrijving,
            resultaattypeomschrijving=spec.resultaattypeomschrijving,
            omschrijving_generiek=spec.omschrijving_generiek,
            selectielijstklasse=spec.selectielijstklasse,
            toelichting=spec.toelichting,
            archiefnominatie=spec.archiefnominatie,
            archiefactietermijn=spec.archiefactietermijn or "",
            brondatum_archiefprocedure_afleidingswijze=spec.afleidingswijze,
            brondatum_archiefprocedure_datumkenmerk=spec.datumkenmerk,
            brondatum_archiefprocedure_objecttype=spec.objecttype,
            brondatum_archiefprocedure_registratie=spec.registratie,
            brondatum_archiefprocedure_procestermijn=spec.procestermijn or "",
            begin_geldigheid=zaaktype.begin_geldigheid,
        )
    )


def build_roltype(zaaktype: ZaakType, spec: RoltypeSpec) -> RolType:
    """Return the roltype."""
    return checked(
        RolType(
            zaaktype=zaaktype,
            omschrijving=spec.omschrijving,
            omschrijving_generiek=spec.omschrijving_generiek,
            begin_geldigheid=zaaktype.begin_geldigheid,
        )
    )


def build_eigenschap(zaaktype: ZaakType, spec: EigenschapSpec) -> Eigenschap:
    """Return the eigenschap, with the length that its formaat implies when none was given."""
    return checked(
        Eigenschap(
            zaaktype=zaaktype,
            naam=spec.naam,
            definitie=spec.definitie or spec.naam,
            specificatie_groep=spec.groep,
            specificatie_formaat=spec.formaat,
            specificatie_lengte=spec.lengte or _LENGTHS.get(spec.formaat, ""),
            specificatie_kardinaliteit=spec.kardinaliteit,
            specificatie_waardenverzameling=list(spec.waardenverzameling),
            toelichting=spec.toelichting,
            begin_geldigheid=zaaktype.begin_geldigheid,
        )
    )
