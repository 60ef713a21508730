"""To whom a document was sent, or from whom it came, and at which address."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.documenten.models.informatieobject import EnkelvoudigInformatieObject
from zaakspoor.registers.resource import Resource


class VerzendingAardRelatie(models.TextChoices):
    AFZENDER = "afzender", "Afzender"
    GEADRESSEERDE = "geadresseerde", "Geadresseerde"


class PostadresType(models.TextChoices):
    ANTWOORDNUMMER = "antwoordnummer", "Antwoordnummer"
    POSTBUSNUMMER = "postbusnummer", "Postbusnummer"


class Verzending(Resource):
    """One sending of one document to or from one address, as it was on that day.

    Of the seven kinds of address the one that was used is filled in; the others stay empty.
    """

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="verzendingen"
    )
    betrokkene = models.URLField(max_length=200)
    aard_relatie = models.CharField(max_length=15, choices=VerzendingAardRelatie)
    toelichting = models.CharField(max_length=200, blank=True)
    ontvangstdatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    contact_persoon = models.URLField(max_length=1000)
    contactpersoonnaam = models.CharField(max_length=40, blank=True)
    binnenlands_correspondentieadres_huisletter = models.CharField(max_length=1, blank=True)
    binnenlands_correspondentieadres_huisnummer = models.PositiveIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(99999)]
    )
    binnenlands_correspondentieadres_huisnummer_toevoeging = models.CharField(
        max_length=4, blank=True
    )
    binnenlands_correspondentieadres_naam_openbare_ruimte = models.CharField(
        max_length=80, blank=True
    )
    binnenlands_correspondentieadres_postcode = models.CharField(max_length=6, blank=True)
    binnenlands_correspondentieadres_woonplaatsnaam = models.CharField(max_length=80, blank=True)
    buitenlands_correspondentieadres_adres_buitenland1 = models.CharField(max_length=35, blank=True)
    buitenlands_correspondentieadres_adres_buitenland2 = models.CharField(max_length=35, blank=True)
    buitenlands_correspondentieadres_adres_buitenland3 = models.CharField(max_length=35, blank=True)
    buitenlands_correspondentieadres_land_postadres = models.URLField(max_length=200, blank=True)
    correspondentie_postadres_post_bus_of_antwoordnummer = models.PositiveIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(9999)]
    )
    correspondentie_postadres_postadres_postcode = models.CharField(max_length=6, blank=True)
    correspondentie_postadres_postadres_type = models.CharField(
        max_length=20, blank=True, choices=PostadresType
    )
    correspondentie_postadres_woonplaatsnaam = models.CharField(max_length=80, blank=True)
    faxnummer = models.CharField(max_length=15, blank=True)
    emailadres = models.CharField(max_length=100, blank=True)
    mijn_overheid = models.BooleanField(default=False)
    telefoonnummer = models.CharField(max_length=15, blank=True)

    class Meta:
        constraints = [
            filled("verzending", "betrokkene", "contact_persoon"),
            one_of("verzending", "aard_relatie", VerzendingAardRelatie),
            one_of(
                "verzending",
                "correspondentie_postadres_postadres_type",
                PostadresType,
                blank=True,
            ),
            # A document comes from one sender, once.
            models.UniqueConstraint(
                fields=["informatieobject"],
                condition=Q(aard_relatie=VerzendingAardRelatie.AFZENDER),
                name="verzending_one_afzender",
            ),
        ]
