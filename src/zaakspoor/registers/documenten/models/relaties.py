"""What a document belongs to, and under what conditions it may be used."""

from django.db import models
from django.db.models import Q, UniqueConstraint

from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.documenten.models.informatieobject import EnkelvoudigInformatieObject
from zaakspoor.registers.resource import Resource


class ObjectType(models.TextChoices):
    BESLUIT = "besluit", "Besluit"
    ZAAK = "zaak", "Zaak"
    VERZOEK = "verzoek", "Verzoek"


class ObjectInformatieObject(Resource):
    """The mirror of a relation that another register holds (zrc-005).

    `object_uuid` for a row of our own registers, which this layer does not know; `object` for
    the URL of one elsewhere.
    """

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="objectinformatieobjecten"
    )
    object = models.URLField(max_length=1000, blank=True)
    object_uuid = models.UUIDField(null=True, blank=True)
    object_type = models.CharField(max_length=10, choices=ObjectType)

    class Meta:
        constraints = [
            # drc-003
            UniqueConstraint(
                fields=["informatieobject", "object_uuid"],
                condition=Q(object_uuid__isnull=False),
                name="objectinformatieobject_own_once",
            ),
            UniqueConstraint(
                fields=["informatieobject", "object"],
                condition=~Q(object=""),
                name="objectinformatieobject_url_once",
            ),
            models.CheckConstraint(
                condition=Q(object_uuid__isnull=False) ^ ~Q(object=""),
                name="objectinformatieobject_here_or_elsewhere",
            ),
            one_of("objectinformatieobject", "object_type", ObjectType),
        ]
        indexes = [models.Index(fields=["object_uuid"])]


class Gebruiksrechten(Resource):
    """A condition on the use of a document."""

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="gebruiksrechten"
    )
    startdatum = models.DateTimeField()
    einddatum = models.DateTimeField(null=True, blank=True)
    omschrijving_voorwaarden = models.TextField()

    class Meta:
        constraints = [filled("gebruiksrechten", "omschrijving_voorwaarden")]
