"""The value of an eigenschap for a zaak."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import Eigenschap
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.models import ZaakEigenschap
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

    A date may be written as `2026-11-24`; it is kept as the standard writes it, `20261124`.
    Publishes `zaken.zaakeigenschap.create`.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises Eigenschap.DoesNotExist: there is no such eigenschap.
    :raises ZaakClosed: the zaak has ended.
    :raises NotOfZaaktype: the eigenschap belongs to another zaaktype (zrc-018).
    :raises EigenschapRefused: the value has another form, or is not among the allowed values.
    """
    zaak = changeable_zaak(zaak_id)
    eigenschap = Eigenschap.objects.get(uuid=eigenschap_id)
    require_same_zaaktype(zaak, eigenschap.zaaktype_id, "eigenschap")
    value = as_specified(eigenschap, waarde)
    if value is None:
        raise EigenschapRefused(f"Geef {eigenschap.naam} een waarde die bij het formaat past.")
    row = ZaakEigenschap.objects.filter(zaak=zaak, eigenschap=eigenschap).first()
    row = row or ZaakEigenschap(zaak=zaak, eigenschap=eigenschap, naam=eigenschap.naam)
    row.waarde = value
    checked(row).save()
    outbox.publish(
        "zaken.zaakeigenschap.create",
        subject=zaak_id,
        payload={"zaak": str(zaak_id), "zaakeigenschap": str(row.uuid)},
        at=at,
    )
    return row
