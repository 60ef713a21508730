"""The eigenschappen of a zaaktype: what is specific to this kind of work."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models.geldigheid import OnderdeelType
from zaakspoor.registers.catalogi.models.statustype import StatusType
from zaakspoor.registers.catalogi.models.zaaktype import ZaakType
from zaakspoor.registers.constraints import filled, one_of


class Formaat(models.TextChoices):
    TEKST = "tekst", "Tekst"
    GETAL = "getal", "Getal"
    DATUM = "datum", "Datum"
    DATUM_TIJD = "datum_tijd", "Datum en tijd"


class Eigenschap(OnderdeelType):
    """An attribute that zaken of this type have beside those of every zaak."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="eigenschappen")
    naam = models.CharField(max_length=20)
    definitie = models.CharField(max_length=255)
    specificatie_groep = models.CharField(max_length=32, blank=True)
    specificatie_formaat = models.CharField(max_length=10, choices=Formaat)
    specificatie_lengte = models.CharField(max_length=14)
    specificatie_kardinaliteit = models.CharField(max_length=3)
    specificatie_waardenverzameling = models.JSONField(default=list, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    # The status before which it must have a value; also StatusType.eigenschappen.
    statustype = models.ForeignKey(
        StatusType, models.SET_NULL, null=True, blank=True, related_name="eigenschappen"
    )

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaaktype", "naam"], name="eigenschap_naam"),
            filled(
                "eigenschap",
                "naam",
                "definitie",
                "specificatie_lengte",
                "specificatie_kardinaliteit",
            ),
            one_of("eigenschap", "specificatie_formaat", Formaat),
            # ztc-015: a date is YYYYMMDD, a moment YYYYMMDDhhmmss.
            CheckConstraint(
                condition=~Q(specificatie_formaat=Formaat.DATUM) | Q(specificatie_lengte="8"),
                name="eigenschap_datum_lengte",
            ),
            CheckConstraint(
                condition=~Q(specificatie_formaat=Formaat.DATUM_TIJD) | Q(specificatie_lengte="14"),
                name="eigenschap_datum_tijd_lengte",
            ),
        ]
