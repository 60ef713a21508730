"""Bytes that no row names are removed."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from zaakspoor.registers.documenten.bytes import (
    StoredName,
    is_of_a_document,
    remove_bytes,
    stored_names,
)
from zaakspoor.registers.documenten.models import BestandsDeel, EnkelvoudigInformatieObjectVersie

# Names asked of the database at once; SQLite takes no more than a few thousand parameters.
_BATCH = 500


def sweep_orphans(*, older_than: timedelta, at: datetime) -> int:
    """Remove what a crash left in the storage, and return how many that were.

    Only what was written more than `older_than` before `at`: younger bytes may belong to a
    document that is being stored right now. A day is ample. Bytes that are no document's stay:
    whoever put them there looks after them.
    """
    removed = 0
    for batch in _batches(_older(stored_names(), at - older_than)):
        for name in set(batch) - _named_by_a_row(batch):
            remove_bytes(name)
            removed += 1
    return removed


def _older(names: Iterable[StoredName], limit: datetime) -> Iterator[str]:
    return (
        stored.name for stored in names if stored.modified < limit and is_of_a_document(stored.name)
    )


def _batches(names: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(names, _BATCH)):
        yield batch


def _named_by_a_row(names: list[str]) -> set[str]:
    versies = EnkelvoudigInformatieObjectVersie.objects.filter(inhoud__in=names)
    parts = BestandsDeel.objects.filter(inhoud__in=names)
    return {*versies.values_list("inhoud", flat=True), *parts.values_list("inhoud", flat=True)}
