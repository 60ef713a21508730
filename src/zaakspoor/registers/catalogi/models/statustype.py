"""The statustypen of a zaaktype and what must be ticked off in each."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models.geldigheid import OnderdeelType
from zaakspoor.registers.catalogi.models.zaaktype import ZaakType
from zaakspoor.registers.constraints import filled
from zaakspoor.registers.fields import duration
from zaakspoor.registers.resource import Resource


class StatusType(OnderdeelType):
    """A step that a zaak of this type goes through."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="statustypen")
    volgnummer = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(9999)]
    )
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    statustekst = models.CharField(max_length=1000, blank=True)
    # The highest volgnummer of the zaaktype (zrc-007), kept here so that setting a status and
    # every list need no look at the other statustypen.
    is_eindstatus = models.BooleanField(default=False)
    informeren = models.BooleanField(default=False)
    doorlooptijd = duration()
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaaktype", "volgnummer"], name="statustype_volgnummer"),
            UniqueConstraint(
                fields=["zaaktype"],
                condition=Q(is_eindstatus=True),
                name="statustype_one_eindstatus",
            ),
            CheckConstraint(
                condition=Q(volgnummer__gte=1, volgnummer__lte=9999),
                name="statustype_volgnummer_range",
            ),
            filled("statustype", "omschrijving"),
        ]


class CheckListItem(Resource):
    """A question that an employee answers before the status may be set."""

    statustype = models.ForeignKey(
        StatusType, models.CASCADE, related_name="checklistitem_statustype"
    )
    itemnaam = models.CharField(max_length=30)
    vraagstelling = models.CharField(max_length=255)
    verplicht = models.BooleanField(default=False)
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [filled("checklistitem", "itemnaam", "vraagstelling")]
