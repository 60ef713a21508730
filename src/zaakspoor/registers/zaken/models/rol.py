"""Who has a part in a zaak.

Everything about a person is encrypted. What one must be able to find somebody by stands beside
it: for the personal numbers a keyed hash, for numbers of organisations the number itself.
"""

from typing import Any

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from zaakspoor.core import vault
from zaakspoor.registers.catalogi.models import RolType
from zaakspoor.registers.choices import OmschrijvingGeneriek
from zaakspoor.registers.constraints import filled, one_of
from zaakspoor.registers.resource import Resource
from zaakspoor.registers.sealed import SealedJSONField
from zaakspoor.registers.zaken.models.zaak import Zaak


class BetrokkeneType(models.TextChoices):
    NATUURLIJK_PERSOON = "natuurlijk_persoon", "Natuurlijk persoon"
    NIET_NATUURLIJK_PERSOON = "niet_natuurlijk_persoon", "Niet-natuurlijk persoon"
    VESTIGING = "vestiging", "Vestiging"
    ORGANISATORISCHE_EENHEID = "organisatorische_eenheid", "Organisatorische eenheid"
    MEDEWERKER = "medewerker", "Medewerker"


class IndicatieMachtiging(models.TextChoices):
    GEMACHTIGDE = "gemachtigde", "Gemachtigde"
    MACHTIGINGGEVER = "machtiginggever", "Machtiginggever"


class Rol(Resource):
    """The part that one party has in one zaak."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="rollen")
    roltype = models.ForeignKey(RolType, models.PROTECT, related_name="rollen")
    # Copies of the roltype, which never changes once a zaak can use it: the constraints below
    # and the question "whose zaak is this?" then need no join.
    omschrijving = models.CharField(max_length=100)
    omschrijving_generiek = models.CharField(max_length=20, choices=OmschrijvingGeneriek)
    betrokkene = models.URLField(max_length=1000, blank=True)
    betrokkene_type = models.CharField(max_length=30, choices=BetrokkeneType)
    afwijkende_naam_betrokkene = models.CharField(max_length=625, blank=True)
    roltoelichting = models.CharField(max_length=1000)
    registratiedatum = models.DateTimeField()
    indicatie_machtiging = models.CharField(max_length=20, blank=True, choices=IndicatieMachtiging)
    # {emailadres, functie, telefoonnummer, naam}, or nothing.
    contactpersoon_rol = SealedJSONField(default=dict, blank=True)

    # betrokkeneIdentificatie: every attribute of the standard by its name in snake_case, except
    # inp_bsn. `zaken.betrokkenen` has the types.
    identificatie = SealedJSONField(default=dict, blank=True, db_column="betrokkene_identificatie")
    # A token of core.vault; never the number.
    inp_bsn = models.CharField(max_length=200, blank=True)
    inp_bsn_hash = models.CharField(max_length=64, blank=True)
    inp_a_nummer_hash = models.CharField(max_length=64, blank=True)
    # Null where a party has no such number: the indexes below then hold only who has one.
    anp_identificatie = models.CharField(max_length=17, null=True, blank=True)
    inn_nnp_id = models.CharField(max_length=9, null=True, blank=True)
    ann_identificatie = models.CharField(max_length=17, null=True, blank=True)
    vestigings_nummer = models.CharField(max_length=24, null=True, blank=True)
    kvk_nummer = models.CharField(max_length=8, null=True, blank=True)
    # The identificatie of a medewerker or an organisatorische eenheid.
    interne_identificatie = models.CharField(max_length=254, null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["zaak"],
                condition=Q(omschrijving_generiek=OmschrijvingGeneriek.INITIATOR),
                name="rol_one_initiator",
            ),
            UniqueConstraint(
                fields=["zaak"],
                condition=Q(omschrijving_generiek=OmschrijvingGeneriek.ZAAKCOORDINATOR),
                name="rol_one_zaakcoordinator",
            ),
            filled("rol", "omschrijving", "roltoelichting"),
            one_of("rol", "omschrijving_generiek", OmschrijvingGeneriek),
            one_of("rol", "betrokkene_type", BetrokkeneType),
            one_of("rol", "indicatie_machtiging", IndicatieMachtiging, blank=True),
            models.CheckConstraint(
                condition=Q(inp_bsn="", inp_bsn_hash="") | ~(Q(inp_bsn="") | Q(inp_bsn_hash="")),
                name="rol_bsn_with_hash",
            ),
        ]
        # The conditions are IS NOT NULL because SQLite sees that this follows from an equality
        # with a value it does not know yet; of `<> ''` it does not, and reads the whole table.
        indexes = [
            # Every page of the portal asks this one; nearly every zaak has such a row.
            Index(fields=["inp_bsn_hash", "zaak"], name="rol_inp_bsn"),
            Index(
                fields=["interne_identificatie", "zaak"],
                condition=Q(interne_identificatie__isnull=False),
                name="rol_interne_identificatie",
            ),
            Index(
                fields=["vestigings_nummer"],
                condition=Q(vestigings_nummer__isnull=False),
                name="rol_vestigings_nummer",
            ),
            Index(
                fields=["inn_nnp_id"],
                condition=Q(inn_nnp_id__isnull=False),
                name="rol_inn_nnp_id",
            ),
        ]

    @property
    def bsn(self) -> str:
        """The BSN of a natuurlijk persoon, or an empty text. Never put it in a log or a URL."""
        return vault.decrypt(self.inp_bsn) if self.inp_bsn else ""

    @property
    def betrokkene_identificatie(self) -> dict[str, Any]:
        """What the standard answers for this party, by its names in snake_case."""
        if self.inp_bsn:
            return {"inp_bsn": self.bsn, **self.identificatie}
        return dict(self.identificatie)
