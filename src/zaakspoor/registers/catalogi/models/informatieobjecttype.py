"""Kinds of documents, and which zaaktype uses which."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models.catalogus import Catalogus
from zaakspoor.registers.catalogi.models.geldigheid import HoofdType, VersieManager
from zaakspoor.registers.catalogi.models.statustype import StatusType
from zaakspoor.registers.catalogi.models.zaaktype import ZaakType
from zaakspoor.registers.choices import Vertrouwelijkheidaanduiding
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.resource import Resource


class Richting(models.TextChoices):
    INKOMEND = "inkomend", "Inkomend"
    INTERN = "intern", "Intern"
    UITGAAND = "uitgaand", "Uitgaand"


class InformatieObjectType(HoofdType):
    """One version of a kind of document, shared by all zaaktypen of the catalogus."""

    catalogus = models.ForeignKey(Catalogus, models.PROTECT, related_name="informatieobjecttypen")
    omschrijving = models.CharField(max_length=80)
    vertrouwelijkheidaanduiding = models.CharField(
        max_length=20, choices=Vertrouwelijkheidaanduiding
    )
    informatieobjectcategorie = models.CharField(max_length=80)
    trefwoord = models.JSONField(default=list, blank=True)
    # The group omschrijvingGeneriek; its attributes carry the name of the group already.
    informatieobjecttype_omschrijving_generiek = models.CharField(max_length=80, blank=True)
    definitie_informatieobjecttype_omschrijving_generiek = models.CharField(
        max_length=255, blank=True
    )
    herkomst_informatieobjecttype_omschrijving_generiek = models.CharField(
        max_length=12, blank=True
    )
    hierarchie_informatieobjecttype_omschrijving_generiek = models.CharField(
        max_length=80, blank=True
    )
    opmerking_informatieobjecttype_omschrijving_generiek = models.CharField(
        max_length=255, blank=True
    )

    objects = VersieManager()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["catalogus", "omschrijving"],
                condition=Q(concept=False, einde_geldigheid=None),
                name="informatieobjecttype_one_open",
            ),
            filled("informatieobjecttype", "omschrijving", "informatieobjectcategorie"),
            one_of(
                "informatieobjecttype",
                "vertrouwelijkheidaanduiding",
                Vertrouwelijkheidaanduiding,
            ),
        ]
        indexes = [Index(fields=["catalogus", "omschrijving", "begin_geldigheid"])]


class ZaakTypeInformatieObjectType(Resource):
    """That a zaaktype uses a kind of document, named by omschrijving: versions stay apart."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="informatieobjecttypen")
    informatieobjecttype = models.CharField(max_length=100)
    volgnummer = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(999)]
    )
    richting = models.CharField(max_length=8, choices=Richting)
    statustype = models.ForeignKey(
        StatusType, models.SET_NULL, null=True, blank=True, related_name="informatieobjecttypen"
    )

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaaktype", "volgnummer"], name="ziot_volgnummer"),
            CheckConstraint(
                condition=Q(volgnummer__gte=1, volgnummer__lte=999), name="ziot_volgnummer_range"
            ),
            filled("ziot", "informatieobjecttype"),
            one_of("ziot", "richting", Richting),
        ]
