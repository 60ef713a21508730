"""Kinds of decisions."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models.catalogus import Catalogus
from zaakspoor.registers.catalogi.models.geldigheid import HoofdType, VersieManager
from zaakspoor.registers.constraints import filled
from zaakspoor.registers.fields import duration
from zaakspoor.registers.resource import Resource


class BesluitType(HoofdType):
    """One version of a kind of decision."""

    catalogus = models.ForeignKey(Catalogus, models.PROTECT, related_name="besluittypen")
    omschrijving = models.CharField(max_length=80, blank=True)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    besluitcategorie = models.CharField(max_length=40, blank=True)
    reactietermijn = duration()
    publicatie_indicatie = models.BooleanField()
    publicatietekst = models.TextField(blank=True)
    publicatietermijn = duration()
    toelichting = models.TextField(blank=True)

    objects = VersieManager()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["catalogus", "omschrijving"],
                condition=Q(concept=False, einde_geldigheid=None),
                name="besluittype_one_open_version",
            ),
        ]
        indexes = [Index(fields=["catalogus", "omschrijving", "begin_geldigheid"])]


class BesluitTypeInformatieObjectType(Resource):
    """A kind of document, named by omschrijving, that holds decisions of this type."""

    besluittype = models.ForeignKey(
        BesluitType, models.CASCADE, related_name="informatieobjecttypen"
    )
    informatieobjecttype_omschrijving = models.CharField(max_length=80)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["besluittype", "informatieobjecttype_omschrijving"],
                name="besluittype_informatieobjecttype_once",
            ),
            filled("besluittypeiot", "informatieobjecttype_omschrijving"),
        ]
