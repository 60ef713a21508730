"""The start of a route."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zaakspoor.core.actors import Actor
from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.route.operations.entering import Arrival, enter


@transaction.atomic
def begin(
    *, zaak_id: UUID, blueprint: Blueprint, answers: Mapping[str, str], actor: Actor, at: datetime
) -> None:
    """Put a new zaak at the beginning of its blueprint, with the team that the rules choose.

    `answers` are the form's answers that routing rules compare.
    """
    team, rule = engine.route(blueprint, answers)
    route = CaseRoute(
        zaak_id=zaak_id,
        blueprint_key=blueprint.key,
        blueprint_version=blueprint.version,
        status=blueprint.begin,
        entry=0,
        entered_at=at,
        team=team,
        route_rule=rule,
    )
    enter(route, blueprint, blueprint.statuses[blueprint.begin], Arrival("begin", actor, "", at))
