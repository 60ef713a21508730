"""Uploads of drafts leave nothing behind: bytes that no draft holds any more are removed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from zaakspoor.process.intake.models import DraftFile
from zaakspoor.registers.documenten.bytes import remove_bytes, stored_names

# The folder of the document store in which uploads wait until the application is sent.
FOLDER = "concepten"
# Younger bytes may be of a page that is being saved right now.
ORPHAN_AFTER = timedelta(days=1)


def remove_after_commit(names: Iterable[str]) -> None:
    """Remove these bytes once the rows that named them are gone for certain.

    A store that is away must not undo what was committed: then the sweep removes them.
    """
    for name in names:
        transaction.on_commit(partial(remove_bytes, name), robust=True)


def sweep_uploads(*, at: datetime) -> int:
    """Remove uploads that a crash left without a draft, and return how many there were."""
    removed = 0
    for stored in stored_names(FOLDER):
        if stored.modified >= at - ORPHAN_AFTER:
            continue
        if not DraftFile.objects.filter(stored_as=stored.name).exists():
            remove_bytes(stored.name)
            removed += 1
    return removed
