"""The dates and the words of a zaak that change on the way."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zaakspoor.events import outbox
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.models import Zaak
from zaakspoor.registers.zaken.operations.guards import changeable_zaak


@transaction.atomic
def set_dates(
    *,
    zaak_id: UUID,
    einddatum_gepland: date | None,
    uiterlijke_einddatum_afdoening: date | None,
    at: datetime,
) -> Zaak:
    """Set when the zaak is expected to end and when it must; publish `zaken.zaak.update`.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises ZaakClosed: the zaak has ended.
    """
    zaak = changeable_zaak(zaak_id)
    zaak.einddatum_gepland = einddatum_gepland
    zaak.uiterlijke_einddatum_afdoening = uiterlijke_einddatum_afdoening
    zaak.save(update_fields=["einddatum_gepland", "uiterlijke_einddatum_afdoening"])
    _publish_update(zaak, at)
    return zaak


@transaction.atomic
def update_toelichting(*, zaak_id: UUID, toelichting: str, at: datetime) -> Zaak:
    """Replace the toelichting of the zaak; publish `zaken.zaak.update`.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises ZaakClosed: the zaak has ended.
    :raises Invalid: it is longer than 1,000 characters.
    """
    zaak = changeable_zaak(zaak_id)
    zaak.toelichting = toelichting
    checked(zaak).save(update_fields=["toelichting"])
    _publish_update(zaak, at)
    return zaak


def _publish_update(zaak: Zaak, at: datetime) -> None:
    outbox.publish("zaken.zaak.update", subject=zaak.uuid, payload={"zaak": str(zaak.uuid)}, at=at)
