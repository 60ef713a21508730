"""A new version of a zaaktype, with everything below it, in one transaction."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import transaction

from zaakspoor.core.clock import local_date
from zaakspoor.core.refusals import Refused
from zaakspoor.registers.catalogi.models import (
    Catalogus,
    Eigenschap,
    InformatieObjectType,
    ResultaatType,
    RolType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakspoor.registers.catalogi.operations.catalogus import ensure_catalogus
from zaakspoor.registers.catalogi.operations.parts import (
    build_eigenschap,
    build_resultaattype,
    build_roltype,
    build_statustypen,
)
from zaakspoor.registers.catalogi.specs import InformatieobjecttypeSpec, ZaaktypeSpec
from zaakspoor.registers.validation import checked


class ZaaktypeIncomplete(Refused):
    """The specification can not become a zaaktype that a zaak can walk through."""

    code: ClassVar[str] = "zaaktype-onvolledig"


@transaction.atomic
def publish_zaaktype(
    *, spec: ZaaktypeSpec, at: datetime, catalogus_id: UUID | None = None
) -> ZaakType:
    """Make the version of `spec` that is valid from the local date of `at`, and return it.

    The version before it ends the day before; published on one day twice, the earlier one was
    valid on no day at all, so periods never overlap (ztc-016). Running zaken keep their version.
    `catalogus_id` defaults to the catalogus of the municipality. `queries.parts_of` finds the
    rows below it by name.

    :raises ZaaktypeIncomplete: no statustype or no roltype, or a name or volgnummer twice.
    :raises Invalid: an attribute breaks a limit of the standard.
    """
    _require_complete(spec)
    catalogus = _locked(catalogus_id or _default_catalogus().uuid)
    begin = local_date(at)
    first_begin = _close_previous(catalogus, spec.identificatie, begin)
    zaaktype = _build_zaaktype(spec, catalogus, begin)
    zaaktype.begin_object = first_begin
    checked(zaaktype).save(force_insert=True)
    _add_parts(zaaktype, spec)
    _use_informatieobjecttypen(zaaktype, spec.informatieobjecttypen)
    return zaaktype


def _require_complete(spec: ZaaktypeSpec) -> None:
    if not spec.statustypen or not spec.roltypen:
        raise ZaaktypeIncomplete("Geef het zaaktype minstens één statustype en één roltype.")
    _require_distinct("volgnummer", [row.volgnummer for row in spec.statustypen])
    _require_distinct("resultaattype", [row.omschrijving for row in spec.resultaattypen])
    _require_distinct("roltype", [row.omschrijving for row in spec.roltypen])
    _require_distinct("eigenschap", [row.naam for row in spec.eigenschappen])
    used = [(row.omschrijving, row.richting) for row in spec.informatieobjecttypen]
    _require_distinct("informatieobjecttype", used)


def _require_distinct(what: str, values: Collection[object]) -> None:
    if len(set(values)) != len(values):
        raise ZaaktypeIncomplete(f"Geef elk {what} van het zaaktype een eigen naam of nummer.")


def _default_catalogus() -> Catalogus:
    return ensure_catalogus(
        domein="DIENS",
        rsin=settings.MUNICIPALITY_RSIN,
        naam=f"Diensten van {settings.MUNICIPALITY}",
        contactpersoon="Functioneel beheer",
    )


def _locked(catalogus_id: UUID) -> Catalogus:
    # Two publications at once would each close the same version and both stay open.
    return Catalogus.objects.select_for_update().get(uuid=catalogus_id)


def _close_previous(catalogus: Catalogus, identificatie: str, begin: date) -> date:
    """End the version that is open now; return the day on which the first version began."""
    versions = ZaakType.objects.published().filter(catalogus=catalogus, identificatie=identificatie)
    versions.filter(einde_geldigheid=None).update(einde_geldigheid=begin - timedelta(days=1))
    oldest: date | None = (
        versions.values_list("begin_geldigheid", flat=True).order_by("begin_geldigheid").first()
    )
    return oldest or begin


def _build_zaaktype(spec: ZaaktypeSpec, catalogus: Catalogus, begin: date) -> ZaakType:
    return ZaakType(
        catalogus=catalogus,
        identificatie=spec.identificatie,
        omschrijving=spec.omschrijving,
        omschrijving_generiek=spec.omschrijving_generiek,
        vertrouwelijkheidaanduiding=spec.vertrouwelijkheidaanduiding,
        doel=spec.doel,
        aanleiding=spec.aanleiding,
        toelichting=spec.toelichting,
        indicatie_intern_of_extern=spec.indicatie_intern_of_extern,
        handeling_initiator=spec.handeling_initiator,
        onderwerp=spec.onderwerp,
        handeling_behandelaar=spec.handeling_behandelaar,
        doorlooptijd=spec.doorlooptijd,
        servicenorm=spec.servicenorm or "",
        opschorting_en_aanhouding_mogelijk=spec.opschorting_en_aanhouding_mogelijk,
        verlenging_mogelijk=spec.verlenging_mogelijk,
        verlengingstermijn=spec.verlengingstermijn or "",
        trefwoorden=list(spec.trefwoorden),
        publicatie_indicatie=spec.publicatie_indicatie,
        publicatietekst=spec.publicatietekst,
        verantwoordingsrelatie=list(spec.verantwoordingsrelatie),
        producten_of_diensten=list(spec.producten_of_diensten),
        selectielijst_procestype=spec.selectielijst_procestype,
        referentieproces_naam=spec.referentieproces_naam or spec.omschrijving,
        referentieproces_link=spec.referentieproces_link,
        verantwoordelijke=spec.verantwoordelijke or settings.MUNICIPALITY[:50],
        begin_geldigheid=begin,
        versiedatum=begin,
        concept=False,
    )


def _add_parts(zaaktype: ZaakType, spec: ZaaktypeSpec) -> None:
    StatusType.objects.bulk_create(build_statustypen(zaaktype, spec.statustypen))
    ResultaatType.objects.bulk_create(
        build_resultaattype(zaaktype, row) for row in spec.resultaattypen
    )
    RolType.objects.bulk_create(build_roltype(zaaktype, row) for row in spec.roltypen)
    Eigenschap.objects.bulk_create(build_eigenschap(zaaktype, row) for row in spec.eigenschappen)


def _use_informatieobjecttypen(
    zaaktype: ZaakType, specs: Iterable[InformatieobjecttypeSpec]
) -> None:
    for volgnummer, spec in enumerate(specs, start=1):
        _ensure_informatieobjecttype(zaaktype, spec)
        use = ZaakTypeInformatieObjectType(
            zaaktype=zaaktype,
            informatieobjecttype=spec.omschrijving,
            volgnummer=volgnummer,
            richting=spec.richting,
        )
        checked(use).save(force_insert=True)


def _ensure_informatieobjecttype(zaaktype: ZaakType, spec: InformatieobjecttypeSpec) -> None:
    existing = InformatieObjectType.objects.published().filter(
        catalogus=zaaktype.catalogus, omschrijving=spec.omschrijving, einde_geldigheid=None
    )
    if existing.exists():
        return
    row = InformatieObjectType(
        catalogus=zaaktype.catalogus,
        omschrijving=spec.omschrijving,
        vertrouwelijkheidaanduiding=spec.vertrouwelijkheidaanduiding,
        informatieobjectcategorie=spec.informatieobjectcategorie,
        trefwoord=list(spec.trefwoord),
        begin_geldigheid=zaaktype.begin_geldigheid,
        begin_object=zaaktype.begin_geldigheid,
        concept=False,
    )
    checked(row).save(force_insert=True)
