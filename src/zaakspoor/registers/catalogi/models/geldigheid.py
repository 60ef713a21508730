"""When a type may be used. Shared by everything in a catalogus that has versions.

A row is one version. It is valid from beginGeldigheid up to and including eindeGeldigheid; a
version that was replaced on the day it began has an eindeGeldigheid one day before its begin,
which is no day at all.
"""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from zaakspoor.registers.resource import Resource


class VersieQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.filter(concept=False)

    def valid_on(self, day: date) -> Self:
        still = Q(einde_geldigheid=None) | Q(einde_geldigheid__gte=day)
        return self.published().filter(still, begin_geldigheid__lte=day)


VersieManager = models.Manager.from_queryset(VersieQuerySet)


class HoofdType(Resource):
    """A type with a life of its own: zaaktype, besluittype, informatieobjecttype.

    `begin_object` and `einde_object` span all its versions together.
    """

    begin_geldigheid = models.DateField()
    einde_geldigheid = models.DateField(null=True, blank=True)
    begin_object = models.DateField(null=True, blank=True)
    einde_object = models.DateField(null=True, blank=True)
    # A concept may still change and may not be used outside the catalogus (ztc-009).
    concept = models.BooleanField(default=True)

    class Meta:
        abstract = True


class OnderdeelType(Resource):
    """A type that belongs to one version of a zaaktype and follows its validity."""

    begin_geldigheid = models.DateField(null=True, blank=True)
    einde_geldigheid = models.DateField(null=True, blank=True)
    begin_object = models.DateField(null=True, blank=True)
    einde_object = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
