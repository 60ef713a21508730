"""What a zaak holds: result, eigenschappen, documents, objects, decisions."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, UniqueConstraint

from zaakspoor.registers.catalogi.models import Eigenschap, ResultaatType, ZaakObjectType
from zaakspoor.registers.choices import Objecttype
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObject
from zaakspoor.registers.resource import Resource
from zaakspoor.registers.sealed import SealedJSONField
from zaakspoor.registers.zaken.models.status import Status
from zaakspoor.registers.zaken.models.zaak import Zaak


class Resultaat(Resource):
    """How a zaak ended; there is one at most."""

    zaak = models.OneToOneField(Zaak, models.CASCADE, related_name="resultaat")
    resultaattype = models.ForeignKey(ResultaatType, models.PROTECT, related_name="resultaten")
    toelichting = models.CharField(max_length=1000, blank=True)


class ZaakEigenschap(Resource):
    """The value of one eigenschap for one zaak."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="eigenschappen")
    eigenschap = models.ForeignKey(Eigenschap, models.PROTECT, related_name="zaakeigenschappen")
    # A copy of the eigenschap, which never changes once a zaak can use it.
    naam = models.CharField(max_length=20)
    waarde = models.TextField(blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaak", "eigenschap"], name="zaakeigenschap_once"),
            filled("zaakeigenschap", "naam"),
        ]


class ZaakInformatieObject(Resource):
    """That a document belongs to a zaak. `aardRelatieWeergave` is the same for every row."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakinformatieobjecten")
    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.PROTECT, related_name="zaakinformatieobjecten"
    )
    titel = models.CharField(max_length=200, blank=True)
    beschrijving = models.TextField(blank=True)
    registratiedatum = models.DateTimeField()
    vernietigingsdatum = models.DateTimeField(null=True, blank=True)
    status = models.ForeignKey(
        Status, models.SET_NULL, null=True, blank=True, related_name="zaakinformatieobjecten"
    )

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaak", "informatieobject"], name="zaakinformatieobject_once"),
        ]


class ZaakObject(Resource):
    """What a zaak is about: the URL of an object, or what identifies it."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakobjecten")
    object = models.URLField(max_length=1000, blank=True)
    zaakobjecttype = models.ForeignKey(
        ZaakObjectType, models.PROTECT, null=True, blank=True, related_name="zaakobjecten"
    )
    object_type = models.CharField(max_length=50, choices=Objecttype)
    object_type_overige = models.CharField(
        max_length=100, blank=True, validators=[RegexValidator(r"\A[a-z_]+\Z")]
    )
    object_type_overige_definitie_url = models.URLField(max_length=1000, blank=True)
    object_type_overige_definitie_schema = models.CharField(max_length=100, blank=True)
    object_type_overige_definitie_object_data = models.CharField(max_length=100, blank=True)
    relatieomschrijving = models.CharField(max_length=80, blank=True)
    # objectIdentificatie has another shape per objectType, and may be a person or an address.
    object_identificatie = SealedJSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            one_of("zaakobject", "object_type", Objecttype),
            models.CheckConstraint(
                condition=Q(object_type=Objecttype.OVERIGE) ^ Q(object_type_overige=""),
                name="zaakobject_object_type_overige_when",
            ),
        ]
        indexes = [models.Index(fields=["object"], name="zaakobject_object")]


class ZaakBesluit(Resource):
    """That a besluit was taken in a zaak."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakbesluiten")
    besluit = models.URLField(max_length=1000)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["zaak", "besluit"], name="zaakbesluit_once"),
            filled("zaakbesluit", "besluit"),
        ]
