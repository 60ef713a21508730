"""The zaak itself."""

from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models import ZaakType
from zaakspoor.registers.choices import (
    Archiefnominatie,
    OmschrijvingGeneriek,
    Vertrouwelijkheidaanduiding,
)
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.fields import duration, rsin
from zaakspoor.registers.resource import Resource


class Archiefstatus(models.TextChoices):
    NOG_TE_ARCHIVEREN = "nog_te_archiveren", "Nog te archiveren"
    GEARCHIVEERD = "gearchiveerd", "Gearchiveerd"
    GEARCHIVEERD_PROCESTERMIJN_ONBEKEND = (
        "gearchiveerd_procestermijn_onbekend",
        "Gearchiveerd, procestermijn onbekend",
    )
    OVERGEDRAGEN = "overgedragen", "Overgedragen"


class Betalingsindicatie(models.TextChoices):
    NVT = "nvt", "Er is geen sprake van te betalen kosten"
    NOG_NIET = "nog_niet", "De kosten zijn nog niet betaald"
    GEDEELTELIJK = "gedeeltelijk", "De kosten zijn gedeeltelijk betaald"
    GEHEEL = "geheel", "De kosten zijn geheel betaald"


class ZaakQuerySet(models.QuerySet["Zaak"]):
    def open(self) -> Self:
        return self.filter(einddatum=None)

    def closed(self) -> Self:
        return self.exclude(einddatum=None)

    def of_initiator(self, bsn_hash: str) -> Self:
        """Keep the zaken that the person with this keyed hash asked for."""
        # One condition on one join: the row that matches the hash is the initiator.
        return self.filter(
            rollen__inp_bsn_hash=bsn_hash,
            rollen__omschrijving_generiek=OmschrijvingGeneriek.INITIATOR,
        )


class Zaak(Resource):
    """One piece of work, from request to result. Changes only through `zaken.operations`.

    It keeps the version of the zaaktype that it was opened with.
    """

    zaaktype = models.ForeignKey(ZaakType, models.PROTECT, related_name="zaken")
    identificatie = models.CharField(max_length=40)
    bronorganisatie = rsin()
    omschrijving = models.CharField(max_length=80, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    registratiedatum = models.DateField()
    # Our own, beside the standard's date: the moment orders what arrived on one day.
    registered_at = models.DateTimeField()
    verantwoordelijke_organisatie = rsin()
    opdrachtgevende_organisatie = rsin(required=False)
    startdatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    einddatum_gepland = models.DateField(null=True, blank=True)
    uiterlijke_einddatum_afdoening = models.DateField(null=True, blank=True)
    publicatiedatum = models.DateField(null=True, blank=True)
    # The URL in a list of reference, and the word itself for who keeps no such list.
    communicatiekanaal = models.URLField(max_length=1000, blank=True)
    communicatiekanaalnaam = models.CharField(max_length=50, blank=True)
    producten_of_diensten = models.JSONField(default=list, blank=True)
    vertrouwelijkheidaanduiding = models.CharField(
        max_length=20, choices=Vertrouwelijkheidaanduiding
    )
    betalingsindicatie = models.CharField(max_length=12, blank=True, choices=Betalingsindicatie)
    laatste_betaaldatum = models.DateTimeField(null=True, blank=True)
    zaakgeometrie = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder)
    verlenging_reden = models.CharField(max_length=200, blank=True)
    verlenging_duur = duration()
    opschorting_indicatie = models.BooleanField(default=False)
    opschorting_reden = models.CharField(max_length=200, blank=True)
    selectielijstklasse = models.URLField(max_length=1000, blank=True)
    hoofdzaak = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="deelzaken", db_index=False
    )
    archiefnominatie = models.CharField(max_length=16, blank=True, choices=Archiefnominatie)
    archiefstatus = models.CharField(
        max_length=40, choices=Archiefstatus, default=Archiefstatus.NOG_TE_ARCHIVEREN
    )
    archiefactiedatum = models.DateField(null=True, blank=True)
    startdatum_bewaartermijn = models.DateField(null=True, blank=True)
    processobjectaard = models.CharField(max_length=200, blank=True)
    processobject_datumkenmerk = models.CharField(max_length=250, blank=True)
    processobject_identificatie = models.CharField(max_length=250, blank=True)
    processobject_objecttype = models.CharField(max_length=250, blank=True)
    processobject_registratie = models.CharField(max_length=250, blank=True)
    # The newest of `statussen`, kept here so that lists need no subquery per row.
    huidige_status = models.ForeignKey(
        "Status", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ZaakQuerySet.as_manager()

    class Meta:
        constraints = [
            # zrc-002
            UniqueConstraint(
                fields=["identificatie", "bronorganisatie"], name="zaak_identificatie"
            ),
            filled("zaak", "identificatie", "bronorganisatie", "verantwoordelijke_organisatie"),
            one_of("zaak", "vertrouwelijkheidaanduiding", Vertrouwelijkheidaanduiding),
            one_of("zaak", "betalingsindicatie", Betalingsindicatie, blank=True),
            one_of("zaak", "archiefnominatie", Archiefnominatie, blank=True),
            one_of("zaak", "archiefstatus", Archiefstatus),
            # zrc-013
            CheckConstraint(
                condition=Q(hoofdzaak=None) | ~Q(hoofdzaak=F("uuid")), name="zaak_not_its_own_part"
            ),
            # zrc-014
            CheckConstraint(
                condition=~Q(betalingsindicatie=Betalingsindicatie.NVT)
                | Q(laatste_betaaldatum=None),
                name="zaak_nothing_paid_when_nvt",
            ),
            # zrc-022
            CheckConstraint(
                condition=Q(archiefstatus=Archiefstatus.NOG_TE_ARCHIVEREN)
                | (~Q(archiefnominatie="") & Q(archiefactiedatum__isnull=False)),
                name="zaak_archived_with_regime",
            ),
        ]
        indexes = [
            Index(fields=["einddatum", "-registered_at"]),
            Index(fields=["-startdatum"]),
            Index(fields=["archiefactiedatum"]),
            # Hardly any zaak is a part of another; the index holds only those that are.
            Index(
                fields=["hoofdzaak"], condition=Q(hoofdzaak__isnull=False), name="zaak_hoofdzaak"
            ),
        ]

    @property
    def is_closed(self) -> bool:
        return self.einddatum is not None
