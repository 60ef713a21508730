"""The resultaattypen of a zaaktype: how it can end, and how long it is kept."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from zaakspoor.registers.catalogi.models.geldigheid import OnderdeelType
from zaakspoor.registers.catalogi.models.zaaktype import ZaakType
from zaakspoor.registers.choices import Archiefnominatie, Objecttype
from zaakspoor.registers.constraints import filled, one_of, only_when
from zaakspoor.registers.fields import duration
from zaakspoor.registers.resource import Resource


class Afleidingswijze(models.TextChoices):
    """Where the first day of the archive term comes from."""

    AFGEHANDELD = "afgehandeld", "Afgehandeld"
    ANDER_DATUMKENMERK = "ander_datumkenmerk", "Ander datumkenmerk"
    EIGENSCHAP = "eigenschap", "Eigenschap"
    GERELATEERDE_ZAAK = "gerelateerde_zaak", "Gerelateerde zaak"
    HOOFDZAAK = "hoofdzaak", "Hoofdzaak"
    INGANGSDATUM_BESLUIT = "ingangsdatum_besluit", "Ingangsdatum besluit"
    TERMIJN = "termijn", "Termijn"
    VERVALDATUM_BESLUIT = "vervaldatum_besluit", "Vervaldatum besluit"
    ZAAKOBJECT = "zaakobject", "Zaakobject"


_GROEP = "brondatum_archiefprocedure"
_OTHER_DATE = [Afleidingswijze.ANDER_DATUMKENMERK, Afleidingswijze.ZAAKOBJECT]


def _derived_by(*ways: str) -> Q:
    return Q(**{f"{_GROEP}_afleidingswijze__in": ways})


class ResultaatType(OnderdeelType):
    """A way in which a zaak of this type can end."""

    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="resultaattypen")
    omschrijving = models.CharField(max_length=30)
    resultaattypeomschrijving = models.URLField(max_length=1000)
    # Read from the list that resultaattypeomschrijving points to, at the moment of publishing.
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    selectielijstklasse = models.URLField(max_length=1000)
    toelichting = models.TextField(blank=True)
    archiefnominatie = models.CharField(max_length=16, blank=True, choices=Archiefnominatie)
    archiefactietermijn = duration()
    brondatum_archiefprocedure_afleidingswijze = models.CharField(
        max_length=20, blank=True, choices=Afleidingswijze
    )
    brondatum_archiefprocedure_datumkenmerk = models.CharField(max_length=80, blank=True)
    brondatum_archiefprocedure_einddatum_bekend = models.BooleanField(default=False)
    brondatum_archiefprocedure_objecttype = models.CharField(
        max_length=30, blank=True, choices=Objecttype
    )
    brondatum_archiefprocedure_registratie = models.CharField(max_length=80, blank=True)
    brondatum_archiefprocedure_procestermijn = duration()
    procesobjectaard = models.CharField(max_length=200, blank=True)
    indicatie_specifiek = models.BooleanField(null=True, blank=True)
    procestermijn = duration()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["zaaktype", "omschrijving"], name="resultaattype_omschrijving"
            ),
            filled(
                "resultaattype",
                "omschrijving",
                "resultaattypeomschrijving",
                "selectielijstklasse",
            ),
            one_of("resultaattype", "archiefnominatie", Archiefnominatie, blank=True),
            one_of("resultaattype", f"{_GROEP}_afleidingswijze", Afleidingswijze, blank=True),
            one_of("resultaattype", f"{_GROEP}_objecttype", Objecttype, blank=True),
            # ztc-004, ztc-006, ztc-007 and ztc-008: which attribute goes with which way.
            only_when(
                "resultaattype",
                f"{_GROEP}_datumkenmerk",
                _derived_by(Afleidingswijze.EIGENSCHAP, *_OTHER_DATE),
            ),
            only_when("resultaattype", f"{_GROEP}_objecttype", _derived_by(*_OTHER_DATE)),
            only_when(
                "resultaattype",
                f"{_GROEP}_registratie",
                _derived_by(Afleidingswijze.ANDER_DATUMKENMERK),
            ),
            only_when(
                "resultaattype", f"{_GROEP}_procestermijn", _derived_by(Afleidingswijze.TERMIJN)
            ),
            CheckConstraint(
                condition=Q(**{f"{_GROEP}_einddatum_bekend": False})
                | ~_derived_by(Afleidingswijze.AFGEHANDELD, Afleidingswijze.TERMIJN),
                name="resultaattype_einddatum_bekend_when",
            ),
        ]


class ResultaatTypeBesluitType(Resource):
    """A besluittype, named by omschrijving, that leads to this result."""

    resultaattype = models.ForeignKey(ResultaatType, models.CASCADE, related_name="besluittypen")
    besluittype_omschrijving = models.CharField(max_length=80)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["resultaattype", "besluittype_omschrijving"],
                name="resultaattype_besluittype_once",
            ),
        ]


class ResultaatTypeInformatieObjectType(Resource):
    """A kind of document, named by omschrijving, to which this result's archive rule applies."""

    resultaattype = models.ForeignKey(
        ResultaatType, models.CASCADE, related_name="informatieobjecttypen"
    )
    informatieobjecttype_omschrijving = models.CharField(max_length=80)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["resultaattype", "informatieobjecttype_omschrijving"],
                name="resultaattype_informatieobjecttype_once",
            ),
        ]
