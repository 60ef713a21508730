"""The signs of life of a worker, and the housekeeping that it does on the side."""

from collections.abc import Collection
from datetime import datetime, timedelta

from zaakspoor.events import claims, operations

SWEEP_EVERY = timedelta(hours=1)
KEEP_EVENTS = timedelta(days=30)


class Heart:
    """What a worker does every quarter of a lease, beside its jobs."""

    def __init__(self, *, worker: str, lease: timedelta) -> None:
        self._worker = worker
        self._lease = lease
        self._swept_at: datetime | None = None

    def beat(self, held: Collection[int], *, now: datetime) -> None:
        """Hold on to the jobs `held`, tell that the worker lives, and sweep once an hour."""
        if held:
            claims.renew(job_ids=held, worker=self._worker, now=now, lease=self._lease)
        operations.see_worker(name=self._worker, at=now)
        if self._swept_at is None or now - self._swept_at >= SWEEP_EVERY:
            operations.sweep(older_than=KEEP_EVENTS, at=now)
            self._swept_at = now

    def stop(self) -> None:
        """Tell that the worker has ended."""
        operations.forget_worker(name=self._worker)
