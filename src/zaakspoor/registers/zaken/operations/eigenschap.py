"""The values of the eigenschappen of a zaak."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import Eigenschap
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.models import Zaak, ZaakEigenschap
from zaakspoor.registers.zaken.operations.guards import changeable_zaak, require_same_zaaktype
from zaakspoor.registers.zaken.waarde import as_specified


class EigenschapRefused(Refused):
    """The value does not fit the specification of the eigenschap."""

    code: ClassVar[str] = "eigenschap-waarde"


@transaction.atomic
def set_eigenschap(
    *, zaak_id: UUID, eigenschap_id: UUID, waarde: str, at: datetime
) -> ZaakEigenschap:
    """Give the zaak this value for the eigenschap, instead of the one it had.

    :raises: everything that `set_eigenschappen` does.
    """
    (row,) = set_eigenschappen(zaak_id=zaak_id, waarden={eigenschap_id: waarde}, at=at)
    return row


@transaction.atomic
def set_eigenschappen(
    *, zaak_id: UUID, waarden: Mapping[UUID, str], at: datetime
) -> list[ZaakEigenschap]:
    """Give the zaak these values by the UUID of the eigenschap, instead of those it had.

    A date may be written as `2026-11-24`; it is kept as the standard writes it, `20261124`.
    Publishes `zaken.zaakeigenschap.create` for each. All are set, or none.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises Eigenschap.DoesNotExist: there is no such eigenschap.
    :raises ZaakClosed: the zaak has ended.
    :raises NotOfZaaktype: an eigenschap belongs to another zaaktype (zrc-018).
    :raises EigenschapRefused: a value has another form, or is not among the allowed values.
    """
    zaak = changeable_zaak(zaak_id)
    kinds = Eigenschap.objects.in_bulk(list(waarden))
    there = {row.eigenschap_id: row for row in zaak.eigenschappen.filter(eigenschap__in=kinds)}
    rows = []
    for eigenschap_id, waarde in waarden.items():
        eigenschap = kinds.get(eigenschap_id)
        if eigenschap is None:
            raise Eigenschap.DoesNotExist(f"no eigenschap {eigenschap_id}")
        rows.append(_row(zaak, eigenschap, there.get(eigenschap_id), waarde))
    _save(rows, set(there))
    for row in rows:
        payload = {"zaak": str(zaak_id), "zaakeigenschap": str(row.uuid)}
        outbox.publish("zaken.zaakeigenschap.create", subject=zaak_id, payload=payload, at=at)
    return rows


def _row(
    zaak: Zaak, eigenschap: Eigenschap, existing: ZaakEigenschap | None, waarde: str
) -> ZaakEigenschap:
    require_same_zaaktype(zaak, eigenschap.zaaktype_id, "eigenschap")
    value = as_specified(eigenschap, waarde)
    if value is None:
        raise EigenschapRefused(f"Geef {eigenschap.naam} een waarde die bij het formaat past.")
    row = existing or ZaakEigenschap(zaak=zaak, eigenschap=eigenschap, naam=eigenschap.naam)
    row.waarde = value
    return checked(row)


def _save(rows: list[ZaakEigenschap], there: set[UUID]) -> None:
    ZaakEigenschap.objects.bulk_create(row for row in rows if row.eigenschap_id not in there)
    ZaakEigenschap.objects.bulk_update(
        [row for row in rows if row.eigenschap_id in there], ["waarde"]
    )
