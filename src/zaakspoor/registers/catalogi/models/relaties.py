"""What a zaaktype is related to, by name: the relation outlives the versions on both sides."""

from django.db import models
from django.db.models import UniqueConstraint

from zaakspoor.registers.catalogi.models.zaaktype import ZaakType
from zaakspoor.registers.choices import AardRelatie
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.resource import Resource


class DeelZaakType(Resource):
    """A zaaktype, named by identificatie, whose zaken may be deelzaken here."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="deelzaaktypen")
    deelzaaktype_identificatie = models.CharField(max_length=50)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["zaaktype", "deelzaaktype_identificatie"], name="deelzaaktype_once"
            ),
            filled("deelzaaktype", "deelzaaktype_identificatie"),
        ]


class GerelateerdZaakType(Resource):
    """Another zaaktype and why it matters; a URL when it lives in another catalogus."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="gerelateerde_zaaktypen")
    zaaktype_identificatie = models.CharField(max_length=50)
    gerelateerd_zaaktype = models.URLField(max_length=200, blank=True)
    aard_relatie = models.CharField(max_length=15, choices=AardRelatie)
    toelichting = models.CharField(max_length=255, blank=True)

    class Meta:
        constraints = [
            filled("gerelateerdzaaktype", "zaaktype_identificatie"),
            one_of("gerelateerdzaaktype", "aard_relatie", AardRelatie),
        ]


class ZaakTypeBesluitType(Resource):
    """A besluittype, named by omschrijving, that zaken of this type can lead to."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="besluittypen")
    besluittype_omschrijving = models.CharField(max_length=80)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["zaaktype", "besluittype_omschrijving"], name="zaaktype_besluittype_once"
            ),
            filled("zaaktypebesluittype", "besluittype_omschrijving"),
        ]
