"""Starting and stopping the clocks of a case, and keeping what was promised."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from zaakspoor.core.calendar import Calendar
from zaakspoor.core.clock import local_date
from zaakspoor.process.blueprints import spans
from zaakspoor.process.blueprints.definition import Clock
from zaakspoor.process.terms.models import Promise, RunningClock
from zaakspoor.registers.zaken import operations as zaken


def calendar() -> Calendar:
    """Return the legal calendar with the days that this municipality equates to holidays."""
    return Calendar(frozenset(settings.EQUATED_DAYS))


@transaction.atomic
def start_clock(*, zaak_id: UUID, clock: Clock, at: datetime) -> None:
    """Start a clock and tell its dates: the expected moment and the last day.

    A clock that already runs, or has run, is left alone: a legal clock starts once. The dates
    are also written to the zaak (einddatumGepland, uiterlijkeEinddatumAfdoening).
    """
    if RunningClock.objects.filter(zaak_id=zaak_id, key=clock.key).exists():
        return
    target_at = spans.moment_after(at, clock.target, calendar())
    fatal_on = spans.day_after(local_date(at), clock.fatal, calendar())
    RunningClock.objects.create(
        zaak_id=zaak_id, key=clock.key, started_at=at, target_at=target_at, fatal_on=fatal_on
    )
    Promise.objects.create(
        zaak_id=zaak_id,
        number=Promise.objects.filter(zaak_id=zaak_id).count() + 1,
        clock=clock.key,
        expected_at=target_at if clock.target.is_instant else None,
        expected_on=local_date(target_at),
        latest_on=fatal_on,
        told_at=at,
    )
    zaken.set_dates(
        zaak_id=zaak_id,
        einddatum_gepland=local_date(target_at),
        uiterlijke_einddatum_afdoening=fatal_on,
        at=at,
    )


@transaction.atomic
def stop_clocks(*, zaak_id: UUID, keys: Collection[str], at: datetime) -> None:
    """Stop the clocks named in `keys` that still run."""
    RunningClock.objects.filter(zaak_id=zaak_id, key__in=keys, stopped_at=None).update(
        stopped_at=at
    )
