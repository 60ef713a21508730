"""The catalogus: whose types these are."""

from django.db import models
from django.db.models import UniqueConstraint

from zaakspoor.registers.constraints import filled
from zaakspoor.registers.fields import rsin
from zaakspoor.registers.resource import Resource


class Catalogus(Resource):
    """The collection of types of one organisation in one domain."""

    domein = models.CharField(max_length=5)
    rsin = rsin()
    contactpersoon_beheer_naam = models.CharField(max_length=40)
    contactpersoon_beheer_telefoonnummer = models.CharField(max_length=20, blank=True)
    contactpersoon_beheer_emailadres = models.EmailField(max_length=254, blank=True)
    naam = models.CharField(max_length=200, blank=True)
    versie = models.CharField(max_length=20, blank=True)
    begindatum_versie = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["domein", "rsin"], name="catalogus_domein_rsin"),
            filled("catalogus", "domein", "rsin", "contactpersoon_beheer_naam"),
        ]
