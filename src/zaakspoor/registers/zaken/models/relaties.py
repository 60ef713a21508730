"""What a zaak is known as elsewhere, and which other zaken matter to it."""

from django.db import models
from django.db.models import UniqueConstraint

from zaakspoor.registers.choices import AardRelatie
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.resource import Resource
from zaakspoor.registers.zaken.models.zaak import Zaak


class ZaakKenmerk(Resource):
    """The name of a zaak in another administration."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="kenmerken")
    kenmerk = models.CharField(max_length=40)
    bron = models.CharField(max_length=40)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaak", "kenmerk", "bron"], name="zaakkenmerk_once"),
            filled("zaakkenmerk", "kenmerk", "bron"),
        ]


class RelevanteZaak(Resource):
    """Another zaak that matters: a row of ours, or the URL of one elsewhere."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="relevante_andere_zaken")
    relevante_zaak = models.ForeignKey(
        Zaak, models.CASCADE, null=True, blank=True, related_name="+"
    )
    url = models.URLField(max_length=1000, blank=True)
    aard_relatie = models.CharField(max_length=15, choices=AardRelatie)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(relevante_zaak__isnull=False) ^ ~models.Q(url=""),
                name="relevantezaak_here_or_elsewhere",
            ),
            one_of("relevantezaak", "aard_relatie", AardRelatie),
        ]
