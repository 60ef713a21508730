"""Opening a zaak."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID, uuid4

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.core.clock import local_date
from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import ZaakType
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.models import Zaak
from zaakspoor.registers.zaken.operations.identificatie import next_identificatie


class ZaakRefused(Refused):
    """This zaak can not be opened."""

    code: ClassVar[str] = "zaak-geweigerd"


@transaction.atomic
def open_zaak(
    *,
    zaaktype_id: UUID,
    omschrijving: str,
    at: datetime,
    bronorganisatie: str,
    verantwoordelijke_organisatie: str,
    startdatum: date | None = None,
    einddatum_gepland: date | None = None,
    uiterlijke_einddatum_afdoening: date | None = None,
    communicatiekanaalnaam: str = "",
    toelichting: str = "",
    vertrouwelijkheidaanduiding: str = "",
    hoofdzaak_id: UUID | None = None,
    zaak_id: UUID | None = None,
    identificatie: str | None = None,
) -> Zaak:
    """Open a zaak and publish `zaken.zaak.create`.

    `startdatum` is the local date of `at` unless given; the vertrouwelijkheidaanduiding that of
    the zaaktype (zrc-009); the identificatie the next number of the year (zrc-002). Whoever
    passes `zaak_id` decides the UUID, so that a retry can recognise its own zaak.

    :raises ZaakType.DoesNotExist: there is no such zaaktype.
    :raises ZaakRefused: the zaaktype is a concept, or the hoofdzaak is itself a deelzaak.
    :raises Invalid: an attribute breaks a limit of the standard.
    """
    zaaktype = _usable_zaaktype(zaaktype_id)
    _require_hoofdzaak(hoofdzaak_id)
    zaak = Zaak(
        uuid=zaak_id or uuid4(),
        zaaktype=zaaktype,
        identificatie=identificatie or next_identificatie(at=at),
        bronorganisatie=bronorganisatie,
        verantwoordelijke_organisatie=verantwoordelijke_organisatie,
        omschrijving=omschrijving,
        toelichting=toelichting,
        registratiedatum=local_date(at),
        registered_at=at,
        startdatum=startdatum or local_date(at),
        einddatum_gepland=einddatum_gepland,
        uiterlijke_einddatum_afdoening=uiterlijke_einddatum_afdoening,
        communicatiekanaalnaam=communicatiekanaalnaam,
        vertrouwelijkheidaanduiding=vertrouwelijkheidaanduiding
        or zaaktype.vertrouwelijkheidaanduiding,
        hoofdzaak_id=hoofdzaak_id,
    )
    checked(zaak).save(force_insert=True)
    outbox.publish("zaken.zaak.create", subject=zaak.uuid, payload={"zaak": str(zaak.uuid)}, at=at)
    return zaak


def _usable_zaaktype(zaaktype_id: UUID) -> ZaakType:
    zaaktype = by_key.get(ZaakType, zaaktype_id)
    if zaaktype.concept:
        raise ZaakRefused("Publiceer het zaaktype voordat u er een zaak van opent.")
    return zaaktype


def _require_hoofdzaak(hoofdzaak_id: UUID | None) -> None:
    # zrc-013: deelzaken have no deelzaken.
    if hoofdzaak_id is None:
        return
    if Zaak.objects.get(uuid=hoofdzaak_id).hoofdzaak_id is not None:
        raise ZaakRefused("Kies een hoofdzaak die zelf geen deelzaak is.")
