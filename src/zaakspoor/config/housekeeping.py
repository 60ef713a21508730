"""What is tidied up once a day, by the worker, without anybody looking at it."""

import logging
from datetime import UTC, datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from zaakspoor.events import outbox
from zaakspoor.events.reactions import RetryAt, Work
from zaakspoor.process.intake import operations as intake
from zaakspoor.registers.documenten import operations as documenten

log = logging.getLogger(__name__)

REACTION = "housekeeping"
EVERY = timedelta(days=1)
# Younger bytes may belong to a document that is being stored right now.
ORPHAN_AFTER = timedelta(days=1)


def plan_housekeeping() -> None:
    """See to it that the daily job is there; one that waits already stays as it is."""
    with transaction.atomic():
        outbox.schedule(REACTION, key=REACTION, due=datetime.now(UTC), subject=None, payload={})


def housekeep(work: Work) -> None:
    """Remove expired drafts and sessions, and bytes that a crash left without a row.

    :raises RetryAt: always: the same job comes back tomorrow.
    """
    drafts = intake.sweep_drafts(at=work.now)
    orphans = documenten.sweep_orphans(older_than=ORPHAN_AFTER, at=work.now)
    SessionStore.clear_expired()
    log.info("housekeeping drafts=%s orphans=%s", drafts, orphans)
    raise RetryAt(work.now + EVERY, reason="once a day")
