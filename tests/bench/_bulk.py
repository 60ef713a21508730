"""A register as large as that of a city: copies of two real cases, made fast."""

import copy
from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, models, transaction

from zaakspoor.core import vault
from zaakspoor.process.messages.models import Message
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.terms.models import Promise
from zaakspoor.registers.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
)
from zaakspoor.registers.zaken.models import Rol, Status, Zaak, ZaakInformatieObject

_BATCH = 2000
# Every third case keeps its papers; rows of the others would only make the measurement longer.
_WITH_PAPERS = 3
Rows = dict[type[models.Model], list[Any]]


def resident_hash(number: int) -> str:
    """Return the keyed hash of resident `number` of the city."""
    return vault.keyed_hash(f"inwoner {number}")


class Mould:
    """The rows of one real case, to make more of."""

    def __init__(self, zaak_id: UUID) -> None:
        self.zaak = Zaak.objects.get(uuid=zaak_id)
        self.statussen = list(Status.objects.filter(zaak=zaak_id).order_by("datum_status_gezet"))
        self.rest = [
            row
            for model in (Rol, CaseRoute, Promise, Message)
            for row in model._base_manager.filter(zaak=zaak_id)
        ]
        links = ZaakInformatieObject.objects.filter(zaak=zaak_id)
        self.papers = [
            (link, version.informatieobject, version)
            for link in links
            for version in link.informatieobject.versies.select_related("informatieobject")
        ]

    def cast(self, number: int, owner: str) -> Iterator[Any]:
        """Yield the rows of copy `number`, which belongs to `owner`."""
        zaak = _fresh(self.zaak, identificatie=f"KOPIE-{number:010d}")
        statussen = [_fresh(status, zaak_id=zaak.uuid) for status in self.statussen]
        zaak.huidige_status_id = statussen[-1].uuid
        yield zaak
        yield from statussen
        for row in self.rest:
            changes = {"inp_bsn_hash": owner} if isinstance(row, Rol) else {}
            yield _fresh(row, zaak_id=zaak.uuid, **changes)
        if number % _WITH_PAPERS == 0:
            yield from self._papers(zaak.uuid)

    def _papers(self, zaak_id: UUID) -> Iterator[Any]:
        for link, document, version in self.papers:
            paper = _fresh(document, identificatie=f"DOC-{uuid4().hex}", actueel_id=None)
            yield paper
            yield _fresh(link, zaak_id=zaak_id, informatieobject_id=paper.uuid)
            yield _fresh(version, pk=None, informatieobject_id=paper.uuid)


def fill(cases: Iterator[tuple[Mould, int, str]]) -> None:
    """Write copies: of which mould, which number, whose."""
    while batch := list(islice(cases, _BATCH)):
        rows: Rows = {}
        for mould, number, owner in batch:
            for row in mould.cast(number, owner):
                rows.setdefault(type(row), []).append(row)
        with transaction.atomic():
            for model in _IN_ORDER:
                model._base_manager.bulk_create(rows.get(model, []), batch_size=500)
            _point_at_newest(rows.get(EnkelvoudigInformatieObject, []))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


_IN_ORDER: tuple[type[models.Model], ...] = (
    Zaak,
    Status,
    Rol,
    CaseRoute,
    Promise,
    Message,
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    ZaakInformatieObject,
)


def _point_at_newest(documents: list[EnkelvoudigInformatieObject]) -> None:
    ids = [document.uuid for document in documents]
    for start in range(0, len(ids), 500):
        versions = EnkelvoudigInformatieObjectVersie.objects.filter(
            informatieobject=models.OuterRef("uuid")
        )
        EnkelvoudigInformatieObject.objects.filter(uuid__in=ids[start : start + 500]).update(
            actueel=models.Subquery(versions.values("id")[:1])
        )


def _fresh(row: Any, **changes: Any) -> Any:
    """Return a copy of `row` with a key of its own; a key that is the zaak's comes by `changes`."""
    new = copy.copy(row)
    # A copy shares Django's note of where the row came from, and would be one row with it.
    new._state = copy.copy(row._state)
    new._state.fields_cache = {}
    new._state.adding = True
    if isinstance(new._meta.pk, models.UUIDField):
        new.pk = uuid4()
    for name, value in changes.items():
        setattr(new, name, value)
    return new
