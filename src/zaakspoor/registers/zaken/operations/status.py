"""A zaak reaches a status; the last one ends it, an earlier one opens it again."""

from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.core.clock import local_date
from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import StatusType
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.archiving import archive_date
from zaakspoor.registers.zaken.models import Resultaat, Status, Zaak, ZaakInformatieObject
from zaakspoor.registers.zaken.operations.guards import locked_zaak, require_same_zaaktype


class ResultaatMissing(Refused):
    """A zaak needs a result before it can end (zrc-007)."""

    code: ClassVar[str] = "resultaat-does-not-exist"


class GebruiksrechtUnknown(Refused):
    """A document of the zaak does not say yet whether its use is limited (zrc-007)."""

    code: ClassVar[str] = "indicatiegebruiksrecht-unset"


@transaction.atomic
def set_status(
    *,
    zaak_id: UUID,
    statustype_id: UUID,
    datum_status_gezet: datetime,
    statustoelichting: str = "",
    gezetdoor_id: UUID | None = None,
) -> Status:
    """Let the zaak reach the statustype at `datum_status_gezet`; publish `zaken.status.create`.

    The eindstatus sets the einddatum and the archive regime; any other status opens an ended
    zaak again (zrc-008). A moment that the zaak has used already becomes the next free
    microsecond, so that the order of what happened at one moment is kept. `gezetdoor_id` is the
    Rol of who did it.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises StatusType.DoesNotExist: there is no such statustype.
    :raises NotOfZaaktype: the statustype belongs to another zaaktype (zrc-016).
    :raises ResultaatMissing: this would end a zaak without a result.
    :raises GebruiksrechtUnknown: this would end a zaak with an undecided document.
    """
    zaak = locked_zaak(zaak_id)
    statustype = by_key.get(StatusType, statustype_id)
    require_same_zaaktype(zaak, statustype.zaaktype_id, "status")
    moment, newest = _free_moment(zaak, datum_status_gezet)
    status = Status(
        zaak=zaak,
        statustype=statustype,
        datum_status_gezet=moment,
        statustoelichting=statustoelichting,
        gezetdoor_id=gezetdoor_id,
    )
    checked(status).save(force_insert=True)
    # A status that was reached earlier, and is only now written down, changes nothing today.
    if newest:
        _become_current(zaak, status, statustype)
    outbox.publish(
        "zaken.status.create",
        subject=zaak_id,
        payload={"zaak": str(zaak_id), "status": str(status.uuid)},
        at=datum_status_gezet,
    )
    return status


def _free_moment(zaak: Zaak, moment: datetime) -> tuple[datetime, bool]:
    """Return the first moment from `moment` on that is free, and whether no status is later."""
    taken = set(
        zaak.statussen.filter(datum_status_gezet__gte=moment).values_list(
            "datum_status_gezet", flat=True
        )
    )
    while moment in taken:
        moment += timedelta(microseconds=1)
    return moment, all(other < moment for other in taken)


def _become_current(zaak: Zaak, status: Status, statustype: StatusType) -> None:
    zaak.huidige_status = status
    if statustype.is_eindstatus:
        _close(zaak, status)
    elif zaak.is_closed:
        _reopen(zaak)
    zaak.save(
        update_fields=["huidige_status", "einddatum", "archiefnominatie", "archiefactiedatum"]
    )


def _close(zaak: Zaak, status: Status) -> None:
    resultaat = Resultaat.objects.select_related("resultaattype").filter(zaak=zaak).first()
    if resultaat is None:
        raise ResultaatMissing(f"Geef zaak {zaak.identificatie} eerst een resultaat.")
    undecided = ZaakInformatieObject.objects.filter(
        zaak=zaak, informatieobject__actueel__indicatie_gebruiksrecht=None
    )
    if undecided.exists():
        raise GebruiksrechtUnknown(
            f"Leg bij elk document van zaak {zaak.identificatie} vast of er gebruiksrechten zijn."
        )
    zaak.einddatum = local_date(status.datum_status_gezet)
    zaak.archiefnominatie = zaak.archiefnominatie or resultaat.resultaattype.archiefnominatie
    zaak.archiefactiedatum = zaak.archiefactiedatum or archive_date(zaak, resultaat.resultaattype)


def _reopen(zaak: Zaak) -> None:
    zaak.einddatum = None
    zaak.archiefactiedatum = None
    zaak.archiefnominatie = ""
