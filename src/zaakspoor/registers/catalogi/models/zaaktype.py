"""The zaaktype: one version of one kind of work."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models.catalogus import Catalogus
from zaakspoor.registers.catalogi.models.geldigheid import HoofdType, VersieManager
from zaakspoor.registers.choices import Vertrouwelijkheidaanduiding
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.fields import duration


class IndicatieInternOfExtern(models.TextChoices):
    INTERN = "intern", "Intern"
    EXTERN = "extern", "Extern"


class ZaakType(HoofdType):
    """One version of a zaaktype. A zaak keeps the version that it was opened with."""

    catalogus = models.ForeignKey(Catalogus, models.PROTECT, related_name="zaaktypen")
    identificatie = models.CharField(max_length=50)
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    vertrouwelijkheidaanduiding = models.CharField(
        max_length=20, choices=Vertrouwelijkheidaanduiding
    )
    doel = models.TextField()
    aanleiding = models.TextField()
    toelichting = models.TextField(blank=True)
    indicatie_intern_of_extern = models.CharField(max_length=6, choices=IndicatieInternOfExtern)
    handeling_initiator = models.CharField(max_length=20)
    onderwerp = models.CharField(max_length=80)
    handeling_behandelaar = models.CharField(max_length=20)
    doorlooptijd = duration(required=True)
    servicenorm = duration()
    opschorting_en_aanhouding_mogelijk = models.BooleanField()
    verlenging_mogelijk = models.BooleanField()
    verlengingstermijn = duration()
    trefwoorden = models.JSONField(default=list, blank=True)
    publicatie_indicatie = models.BooleanField()
    publicatietekst = models.TextField(blank=True)
    verantwoordingsrelatie = models.JSONField(default=list, blank=True)
    producten_of_diensten = models.JSONField(default=list, blank=True)
    selectielijst_procestype = models.URLField(max_length=200, blank=True)
    referentieproces_naam = models.CharField(max_length=80)
    referentieproces_link = models.URLField(max_length=200, blank=True)
    verantwoordelijke = models.CharField(max_length=50)
    broncatalogus_url = models.URLField(max_length=200, blank=True)
    broncatalogus_domein = models.CharField(max_length=5, blank=True)
    broncatalogus_rsin = models.CharField(max_length=9, blank=True)
    bronzaaktype_url = models.URLField(max_length=200, blank=True)
    bronzaaktype_identificatie = models.CharField(max_length=50, blank=True)
    bronzaaktype_omschrijving = models.CharField(max_length=80, blank=True)
    versiedatum = models.DateField(null=True, blank=True)

    objects = VersieManager()

    class Meta:
        constraints = [
            # At most one version is valid without an end. The rest of ztc-016 (periods do not
            # overlap) is kept by `publish_zaaktype`, under a lock on the catalogus.
            UniqueConstraint(
                fields=["catalogus", "identificatie"],
                condition=Q(concept=False, einde_geldigheid=None),
                name="zaaktype_one_open_version",
            ),
            filled(
                "zaaktype",
                "identificatie",
                "omschrijving",
                "doel",
                "aanleiding",
                "handeling_initiator",
                "onderwerp",
                "handeling_behandelaar",
                "doorlooptijd",
                "referentieproces_naam",
                "verantwoordelijke",
            ),
            one_of("zaaktype", "vertrouwelijkheidaanduiding", Vertrouwelijkheidaanduiding),
            one_of("zaaktype", "indicatie_intern_of_extern", IndicatieInternOfExtern),
        ]
        indexes = [Index(fields=["catalogus", "identificatie", "begin_geldigheid"])]
