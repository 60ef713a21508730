"""Everything that is read from the catalogus, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zaakspoor.registers.catalogi.models import (
    Eigenschap,
    InformatieObjectType,
    ResultaatType,
    RolType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)


@dataclass(frozen=True, slots=True)
class ZaaktypeParts:
    """The UUIDs of what hangs below one version of a zaaktype, by the name people use."""

    statustypen: Mapping[int, UUID]
    """By volgnummer."""
    resultaattypen: Mapping[str, UUID]
    """By omschrijving."""
    roltypen: Mapping[str, UUID]
    """By omschrijving."""
    roltypen_generiek: Mapping[str, UUID]
    """By omschrijving_generiek: initiator, behandelaar, ..."""
    eigenschappen: Mapping[str, UUID]
    """By naam."""
    informatieobjecttypen: Mapping[str, UUID]
    """By omschrijving; the version that is valid now."""


def zaaktype_valid_on(identificatie: str, day: date) -> ZaakType | None:
    """Return the published version of the zaaktype that is valid on `day`, if any."""
    versions = ZaakType.objects.valid_on(day).filter(identificatie=identificatie)
    found: ZaakType | None = versions.order_by("-begin_geldigheid").first()
    return found


def parts_of(zaaktype_id: UUID) -> ZaaktypeParts:
    """Return what hangs below the zaaktype, in five SQL statements."""
    statustypen = StatusType.objects.filter(zaaktype=zaaktype_id)
    resultaattypen = ResultaatType.objects.filter(zaaktype=zaaktype_id)
    roltypen = list(RolType.objects.filter(zaaktype=zaaktype_id))
    eigenschappen = Eigenschap.objects.filter(zaaktype=zaaktype_id)
    return ZaaktypeParts(
        statustypen=dict(statustypen.values_list("volgnummer", "uuid")),
        resultaattypen=dict(resultaattypen.values_list("omschrijving", "uuid")),
        roltypen={row.omschrijving: row.uuid for row in roltypen},
        roltypen_generiek={row.omschrijving_generiek: row.uuid for row in roltypen},
        eigenschappen=dict(eigenschappen.values_list("naam", "uuid")),
        informatieobjecttypen=_informatieobjecttypen(zaaktype_id),
    )


def _informatieobjecttypen(zaaktype_id: UUID) -> dict[str, UUID]:
    # By name and not by version: a new version of a kind of document serves older zaaktypen too.
    used = ZaakTypeInformatieObjectType.objects.filter(zaaktype=zaaktype_id)
    rows = InformatieObjectType.objects.published().filter(
        einde_geldigheid=None,
        catalogus__zaaktypen=zaaktype_id,
        omschrijving__in=used.values("informatieobjecttype"),
    )
    return dict(rows.values_list("omschrijving", "uuid"))
