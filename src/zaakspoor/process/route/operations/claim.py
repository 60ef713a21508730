"""Who works on a case, and who looked at it."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.core.actors import Actor
from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.process.route.models import CaseRoute, CaseView


class AlreadyClaimed(Refused):
    """A colleague works on this case already."""

    code: ClassVar[str] = "al-in-behandeling"


@transaction.atomic
def claim(*, zaak_id: UUID, employee: Actor, at: datetime) -> None:
    """Put the case on the name of `employee`. Claiming one's own case again changes nothing.

    :raises AlreadyClaimed: a colleague was first.
    """
    route = by_key.lock(CaseRoute, zaak_id)
    if route.claimed_by not in ("", employee.id):
        raise AlreadyClaimed(f"{route.claimed_name} is al met deze zaak bezig.")
    route.claimed_by, route.claimed_name, route.claimed_at = employee.id, employee.name, at
    route.save(update_fields=["claimed_by", "claimed_name", "claimed_at"])
    outbox.publish("route.claimed", subject=zaak_id, payload={}, at=at)


@transaction.atomic
def release(*, zaak_id: UUID, employee: Actor, at: datetime) -> None:
    """Give the case back to the team.

    :raises AlreadyClaimed: the case is on a colleague's name.
    """
    route = by_key.lock(CaseRoute, zaak_id)
    if route.claimed_by not in ("", employee.id):
        raise AlreadyClaimed(f"{route.claimed_name} is met deze zaak bezig.")
    route.claimed_by = route.claimed_name = ""
    route.claimed_at = None
    route.save(update_fields=["claimed_by", "claimed_name", "claimed_at"])
    outbox.publish("route.released", subject=zaak_id, payload={}, at=at)


def log_view(*, zaak_id: UUID, employee: Actor, purpose: str, at: datetime) -> None:
    """Record that `employee` looked at this resident's case, and for what `purpose`."""
    CaseView.objects.create(
        zaak_id=zaak_id,
        employee=employee.id,
        employee_name=employee.name,
        purpose=purpose,
        at=at,
    )
