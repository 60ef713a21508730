"""Kinds of objects that zaken of a type can be about."""

from django.db import models

from zaakspoor.registers.catalogi.models.geldigheid import OnderdeelType
from zaakspoor.registers.catalogi.models.resultaattype import ResultaatType
from zaakspoor.registers.catalogi.models.statustype import StatusType
from zaakspoor.registers.catalogi.models.zaaktype import ZaakType
from zaakspoor.registers.constraints import filled


class ZaakObjectType(OnderdeelType):
    """What a zaak of this type can be about, and how it relates to it."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="zaakobjecttypen")
    ander_objecttype = models.BooleanField()
    objecttype = models.URLField(max_length=200)
    relatie_omschrijving = models.CharField(max_length=80)
    resultaattypen = models.ManyToManyField(ResultaatType, related_name="zaakobjecttypen")
    statustypen = models.ManyToManyField(StatusType, related_name="zaakobjecttypen")

    class Meta:
        constraints = [filled("zaakobjecttype", "objecttype", "relatie_omschrijving")]
