"""How a zaak ended."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import ResultaatType
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.models import Resultaat
from zaakspoor.registers.zaken.operations.guards import changeable_zaak, require_same_zaaktype


@transaction.atomic
def set_resultaat(
    *, zaak_id: UUID, resultaattype_id: UUID, at: datetime, toelichting: str = ""
) -> Resultaat:
    """Give the zaak its result, or replace the one it had; publish `zaken.resultaat.create`.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises ResultaatType.DoesNotExist: there is no such resultaattype.
    :raises ZaakClosed: the zaak has ended.
    :raises NotOfZaaktype: the resultaattype belongs to another zaaktype (zrc-020).
    """
    zaak = changeable_zaak(zaak_id)
    resultaattype = by_key.get(ResultaatType, resultaattype_id)
    require_same_zaaktype(zaak, resultaattype.zaaktype_id, "resultaattype")
    resultaat = Resultaat.objects.filter(zaak=zaak).first() or Resultaat(zaak=zaak)
    resultaat.resultaattype = resultaattype
    resultaat.toelichting = toelichting
    checked(resultaat).save()
    outbox.publish(
        "zaken.resultaat.create",
        subject=zaak_id,
        payload={"zaak": str(zaak_id), "resultaat": str(resultaat.uuid)},
        at=at,
    )
    return resultaat
