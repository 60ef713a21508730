"""The statuses that a zaak has had."""

from django.db import models
from django.db.models import UniqueConstraint

from zaakspoor.registers.catalogi.models import StatusType
from zaakspoor.registers.resource import Resource
from zaakspoor.registers.zaken.models.rol import Rol
from zaakspoor.registers.zaken.models.zaak import Zaak


class Status(Resource):
    """That a zaak reached a statustype, and when."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="statussen", db_index=False)
    statustype = models.ForeignKey(StatusType, models.PROTECT, related_name="statussen")
    datum_status_gezet = models.DateTimeField()
    statustoelichting = models.CharField(max_length=1000, blank=True)
    gezetdoor = models.ForeignKey(
        Rol, models.SET_NULL, null=True, blank=True, related_name="statussen"
    )

    class Meta:
        constraints = [
            # Also the index for the history of a zaak, in order.
            UniqueConstraint(fields=["zaak", "datum_status_gezet"], name="status_zaak_datum"),
        ]
