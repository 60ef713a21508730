"""What the machine tried, for the employee who takes over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zaakspoor.process.automatic.models import StepAttempt


@dataclass(frozen=True, slots=True)
class StepFailure:
    """A failed try of an automatic step."""

    at: datetime
    step: str
    outcome: str
    number: int


def failures_of(zaak_id: UUID) -> Sequence[StepFailure]:
    """Return the failed tries of a case, newest first, in one SQL statement."""
    rows = StepAttempt.objects.filter(zaak_id=zaak_id).order_by("-at", "-number")
    return [StepFailure(row.at, row.step, row.outcome, row.number) for row in rows]
