"""Facts that become known between two actions."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.events import outbox
from zaakspoor.process.route.models import CaseRoute


@transaction.atomic
def put_facts(*, zaak_id: UUID, facts: Mapping[str, str], at: datetime) -> None:
    """Add `facts` to those of the case: for example the id of a document made by hand."""
    route = by_key.lock(CaseRoute, zaak_id)
    route.facts = {**route.facts, **facts}
    route.save(update_fields=["facts"])
    outbox.publish("route.facts", subject=zaak_id, payload={"facts": sorted(facts)}, at=at)
