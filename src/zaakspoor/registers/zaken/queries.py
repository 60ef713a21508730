"""Everything that is read about a zaak, as frozen values in a constant number of statements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zaakspoor.registers.choices import OmschrijvingGeneriek
from zaakspoor.registers.zaken.models import Rol, Status, ZaakEigenschap, ZaakInformatieObject


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A status that a zaak had, with what its statustype says."""

    uuid: UUID
    zaak_id: UUID
    volgnummer: int
    omschrijving: str
    statustekst: str
    is_eindstatus: bool
    datum_status_gezet: datetime
    statustoelichting: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of a zaak: what a list shows, and what the decision to show it needs."""

    zaak_id: UUID
    informatieobject_id: UUID
    versie: int
    titel: str
    beschrijving: str
    bestandsnaam: str
    formaat: str
    bestandsomvang: int | None
    sha256: str
    status: str
    vertrouwelijkheidaanduiding: str
    tonen_aan_initiator: bool
    creatiedatum: date
    ontvangstdatum: date | None
    verzenddatum: date | None
    informatieobjecttype_omschrijving: str
    registratiedatum: datetime


@dataclass(frozen=True, slots=True)
class Initiator:
    """Who asked for the zaak. `bsn` is for a register that must be asked, never for a page."""

    rol_id: UUID
    bsn_hash: str
    bsn: str
    geslachtsnaam: str
    voorvoegsel_geslachtsnaam: str
    voorletters: str
    voornamen: str
    geboortedatum: str


def is_initiator(zaak_id: UUID, bsn_hash: str) -> bool:
    """Return whether the person with this keyed hash asked for the zaak; False if unknown."""
    return (
        bool(bsn_hash)
        and Rol.objects.filter(
            zaak=zaak_id,
            inp_bsn_hash=bsn_hash,
            omschrijving_generiek=OmschrijvingGeneriek.INITIATOR,
        ).exists()
    )


def initiator_of(zaak_id: UUID) -> Initiator | None:
    """Return who asked for the zaak, or None when that is no natuurlijk persoon."""
    rol = Rol.objects.filter(
        zaak=zaak_id, omschrijving_generiek=OmschrijvingGeneriek.INITIATOR
    ).first()
    if rol is None or not rol.inp_bsn:
        return None
    person = rol.identificatie
    return Initiator(
        rol_id=rol.uuid,
        bsn_hash=rol.inp_bsn_hash,
        bsn=rol.bsn,
        geslachtsnaam=person.get("geslachtsnaam", ""),
        voorvoegsel_geslachtsnaam=person.get("voorvoegsel_geslachtsnaam", ""),
        voorletters=person.get("voorletters", ""),
        voornamen=person.get("voornamen", ""),
        geboortedatum=person.get("geboortedatum", ""),
    )


def statussen_of(zaak_id: UUID) -> list[StatusRow]:
    """Return the statuses of the zaak, oldest first, in one statement."""
    return statussen_of_all([zaak_id])


def statussen_of_all(zaak_ids: Iterable[UUID]) -> list[StatusRow]:
    """Return the statuses of all these zaken, per zaak oldest first, in one statement."""
    rows = (
        Status.objects.filter(zaak__in=list(zaak_ids))
        .select_related("statustype")
        .order_by("zaak", "datum_status_gezet")
    )
    return [
        StatusRow(
            uuid=row.uuid,
            zaak_id=row.zaak_id,
            volgnummer=row.statustype.volgnummer,
            omschrijving=row.statustype.omschrijving,
            statustekst=row.statustype.statustekst,
            is_eindstatus=row.statustype.is_eindstatus,
            datum_status_gezet=row.datum_status_gezet,
            statustoelichting=row.statustoelichting,
        )
        for row in rows
    ]


def eigenschappen_of(zaak_id: UUID) -> dict[str, str]:
    """Return the value of each eigenschap of the zaak by its naam, in one statement."""
    return dict(ZaakEigenschap.objects.filter(zaak=zaak_id).values_list("naam", "waarde"))


def documents_of(zaak_id: UUID) -> list[DocumentRow]:
    """Return the documents of the zaak, newest first, in one statement. Nobody is filtered out."""
    rows = (
        ZaakInformatieObject.objects.filter(zaak=zaak_id)
        .select_related("informatieobject__actueel__informatieobjecttype")
        .order_by("-registratiedatum", "uuid")
    )
    return [row for row in map(_document_row, rows) if row is not None]


def _document_row(row: ZaakInformatieObject) -> DocumentRow | None:
    current = row.informatieobject.actueel
    if current is None:
        return None
    return DocumentRow(
        zaak_id=row.zaak_id,
        informatieobject_id=row.informatieobject_id,
        versie=current.versie,
        titel=row.titel or current.titel,
        beschrijving=row.beschrijving or current.beschrijving,
        bestandsnaam=current.bestandsnaam,
        formaat=current.formaat,
        bestandsomvang=current.bestandsomvang,
        sha256=current.sha256,
        status=current.status,
        vertrouwelijkheidaanduiding=current.vertrouwelijkheidaanduiding,
        tonen_aan_initiator=current.tonen_aan_initiator,
        creatiedatum=current.creatiedatum,
        ontvangstdatum=current.ontvangstdatum,
        verzenddatum=current.verzenddatum,
        informatieobjecttype_omschrijving=current.informatieobjecttype.omschrijving,
        registratiedatum=row.registratiedatum,
    )
