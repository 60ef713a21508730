"""A document: what stays the same, and what each version says."""

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models import InformatieObjectType
from zaakspoor.registers.choices import Vertrouwelijkheidaanduiding
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.fields import rsin
from zaakspoor.registers.resource import Resource


class DocumentStatus(models.TextChoices):
    IN_BEWERKING = "in_bewerking", "In bewerking"
    TER_VASTSTELLING = "ter_vaststelling", "Ter vaststelling"
    DEFINITIEF = "definitief", "Definitief"
    GEARCHIVEERD = "gearchiveerd", "Gearchiveerd"


class OndertekeningSoort(models.TextChoices):
    ANALOOG = "analoog", "Analoog"
    DIGITAAL = "digitaal", "Digitaal"
    PKI = "pki", "PKI"


class Algoritme(models.TextChoices):
    CRC_16 = "crc_16", "CRC-16"
    CRC_32 = "crc_32", "CRC-32"
    CRC_64 = "crc_64", "CRC-64"
    FLETCHER_4 = "fletcher_4", "Fletcher-4"
    FLETCHER_8 = "fletcher_8", "Fletcher-8"
    FLETCHER_16 = "fletcher_16", "Fletcher-16"
    FLETCHER_32 = "fletcher_32", "Fletcher-32"
    HMAC = "hmac", "HMAC"
    MD5 = "md5", "MD5"
    SHA_1 = "sha_1", "SHA-1"
    SHA_256 = "sha_256", "SHA-256"
    SHA_512 = "sha_512", "SHA-512"
    SHA_3 = "sha_3", "SHA-3"


class EnkelvoudigInformatieObject(Resource):
    """A document through all its versions: what others refer to, and what is locked."""

    identificatie = models.CharField(max_length=40)
    bronorganisatie = rsin()
    # The lockId of drc-009; empty when nobody holds it.
    lock = models.CharField(max_length=100, blank=True)
    # The newest version, kept here so that lists need no subquery per row.
    actueel = models.ForeignKey(
        "EnkelvoudigInformatieObjectVersie", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["identificatie", "bronorganisatie"],
                name="enkelvoudiginformatieobject_identificatie",
            ),
            filled("enkelvoudiginformatieobject", "identificatie", "bronorganisatie"),
        ]

    @property
    def locked(self) -> bool:
        return self.lock != ""


class EnkelvoudigInformatieObjectVersie(models.Model):
    """What a document says in one version. A version never changes; a change is a new one."""

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="versies", db_index=False
    )
    versie = models.PositiveIntegerField()
    informatieobjecttype = models.ForeignKey(
        InformatieObjectType, models.PROTECT, related_name="informatieobjecten"
    )
    creatiedatum = models.DateField()
    titel = models.CharField(max_length=200)
    vertrouwelijkheidaanduiding = models.CharField(
        max_length=20, choices=Vertrouwelijkheidaanduiding
    )
    is_gereed_voor_publicatie = models.BooleanField(null=True, blank=True)
    tonen_aan_initiator = models.BooleanField(default=False)
    auteur = models.CharField(max_length=200)
    status = models.CharField(max_length=20, blank=True, choices=DocumentStatus)
    inhoud_is_vervallen = models.BooleanField(null=True, blank=True)
    formaat = models.CharField(max_length=255, blank=True)
    taal = models.CharField(max_length=3)
    begin_registratie = models.DateTimeField()
    bestandsnaam = models.CharField(max_length=255, blank=True)
    # The name of the bytes in the storage; empty as long as a large upload is not complete.
    inhoud = models.CharField(max_length=255, blank=True)
    # Our own: what the bytes must hash to, whatever algorithm the integriteit below names.
    sha256 = models.CharField(max_length=64, blank=True)
    bestandsomvang = models.PositiveBigIntegerField(null=True, blank=True)
    link = models.URLField(max_length=200, blank=True)
    beschrijving = models.CharField(max_length=1000, blank=True)
    ontvangstdatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    indicatie_gebruiksrecht = models.BooleanField(null=True, blank=True)
    verschijningsvorm = models.TextField(blank=True)
    ondertekening_soort = models.CharField(max_length=10, blank=True, choices=OndertekeningSoort)
    ondertekening_datum = models.DateField(null=True, blank=True)
    integriteit_algoritme = models.CharField(max_length=20, blank=True, choices=Algoritme)
    integriteit_waarde = models.CharField(max_length=128, blank=True)
    integriteit_datum = models.DateField(null=True, blank=True)
    trefwoorden = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["informatieobject", "versie"],
                name="enkelvoudiginformatieobjectversie_versie",
            ),
            filled("eioversie", "titel", "auteur", "taal"),
            one_of("eioversie", "vertrouwelijkheidaanduiding", Vertrouwelijkheidaanduiding),
            one_of("eioversie", "status", DocumentStatus, blank=True),
            one_of("eioversie", "ondertekening_soort", OndertekeningSoort, blank=True),
            one_of("eioversie", "integriteit_algoritme", Algoritme, blank=True),
            # drc-005: what was received is no draft of ours.
            CheckConstraint(
                condition=Q(ontvangstdatum=None)
                | ~Q(status__in=[DocumentStatus.IN_BEWERKING, DocumentStatus.TER_VASTSTELLING]),
                name="eioversie_received_is_no_draft",
            ),
            CheckConstraint(
                condition=Q(inhoud="", sha256="")
                | (~Q(inhoud="") & ~Q(sha256="") & Q(bestandsomvang__isnull=False)),
                name="eioversie_bytes_with_hash",
            ),
        ]
        indexes = [Index(fields=["inhoud"])]

    def __str__(self) -> str:
        return f"{self.informatieobject_id} versie {self.versie}"


class BestandsDeel(Resource):
    """A part of a file too large for one request; `lock` is that of the document."""

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="bestandsdelen"
    )
    volgnummer = models.PositiveIntegerField()
    omvang = models.PositiveBigIntegerField()
    voltooid = models.BooleanField(default=False)
    inhoud = models.CharField(max_length=255, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["informatieobject", "volgnummer"], name="bestandsdeel_volgnummer"
            ),
        ]

    @property
    def lock(self) -> str:
        return self.informatieobject.lock
