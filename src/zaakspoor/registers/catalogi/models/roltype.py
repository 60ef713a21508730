"""The roltypen of a zaaktype."""

from django.db import models
from django.db.models import UniqueConstraint

from zaakspoor.registers.catalogi.models.geldigheid import OnderdeelType
from zaakspoor.registers.catalogi.models.zaaktype import ZaakType
from zaakspoor.registers.choices import OmschrijvingGeneriek
from zaakspoor.registers.constraints import filled, one_of


class RolType(OnderdeelType):
    """A role that someone can have in zaken of this type."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="roltypen")
    omschrijving = models.CharField(max_length=100)
    omschrijving_generiek = models.CharField(max_length=20, choices=OmschrijvingGeneriek)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaaktype", "omschrijving"], name="roltype_omschrijving"),
            filled("roltype", "omschrijving"),
            one_of("roltype", "omschrijving_generiek", OmschrijvingGeneriek),
        ]
