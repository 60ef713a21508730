"""What was said and noted around a zaak."""

from django.db import models
from django.db.models import Q, UniqueConstraint

from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.resource import Resource
from zaakspoor.registers.zaken.models.zaak import Zaak


class KlantContact(Resource):
    """A contact about a zaak, as it was registered with the zaak (deprecated in the standard)."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="klantcontacten")
    identificatie = models.CharField(max_length=14)
    datumtijd = models.DateTimeField()
    kanaal = models.CharField(max_length=20, blank=True)
    onderwerp = models.CharField(max_length=200, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["identificatie"], name="klantcontact_identificatie"),
            filled("klantcontact", "identificatie"),
        ]


class ZaakContactMoment(Resource):
    """That a contactmoment elsewhere is about a zaak."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakcontactmomenten")
    contactmoment = models.URLField(max_length=1000)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaak", "contactmoment"], name="zaakcontactmoment_once"),
            filled("zaakcontactmoment", "contactmoment"),
        ]


class ZaakVerzoek(Resource):
    """That a verzoek elsewhere led to a zaak."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakverzoeken")
    verzoek = models.URLField(max_length=1000)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaak", "verzoek"], name="zaakverzoek_once"),
            filled("zaakverzoek", "verzoek"),
        ]


class NotitieType(models.TextChoices):
    INTERN = "intern", "Intern"
    EXTERN = "extern", "Extern"


class NotitieStatus(models.TextChoices):
    CONCEPT = "concept", "Concept"
    DEFINITIEF = "definitief", "Definitief"


class ZaakNotitie(Resource):
    """A note of an employee with a zaak."""

    gerelateerd_aan = models.ForeignKey(Zaak, models.CASCADE, related_name="zaaknotities")
    onderwerp = models.CharField(max_length=255)
    tekst = models.TextField()
    aangemaakt_door = models.CharField(max_length=255, blank=True)
    notitie_type = models.CharField(max_length=6, choices=NotitieType, default=NotitieType.INTERN)
    status = models.CharField(max_length=10, choices=NotitieStatus, default=NotitieStatus.CONCEPT)
    aanmaakdatum = models.DateTimeField()
    wijzigingsdatum = models.DateTimeField()

    class Meta:
        constraints = [
            filled("zaaknotitie", "onderwerp", "tekst"),
            one_of("zaaknotitie", "notitie_type", NotitieType),
            one_of("zaaknotitie", "status", NotitieStatus),
            models.CheckConstraint(
                condition=Q(wijzigingsdatum__gte=models.F("aanmaakdatum")),
                name="zaaknotitie_changed_after_made",
            ),
        ]
