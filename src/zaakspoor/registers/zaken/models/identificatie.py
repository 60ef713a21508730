"""Numbers of zaken: the last one given out, and those that were promised to others."""

from django.db import models
from django.db.models import UniqueConstraint

from zaakspoor.registers.fields import rsin
from zaakspoor.registers.resource import Resource


class Zaaknummering(models.Model):
    """The last number given out in a year. Its row is the queue for the next number."""

    jaar = models.PositiveSmallIntegerField(primary_key=True)
    laatste = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.jaar}: {self.laatste}"


class GereserveerdeZaakIdentificatie(Resource):
    """A number that a consumer asked for before its zaak existed (ReserveZaakIdentificatie)."""

    bronorganisatie = rsin()
    zaaknummer = models.CharField(max_length=40)
    reserved_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["bronorganisatie", "zaaknummer"], name="gereserveerd_zaaknummer"
            ),
        ]
