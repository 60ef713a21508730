"""One press of a button, by whomever: resident, employee, timer or machine."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.core.actors import Actor
from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.definition import Action, Blueprint
from zaakspoor.process.route import library
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.route.operations.entering import Arrival, enter
from zaakspoor.registers.documenten import operations as documenten
from zaakspoor.registers.zaken import queries as zaken

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class CaseMoved(Refused):
    """Somebody else acted first; the button belonged to a status that the case has left."""

    code: ClassVar[str] = "zaak-verder"


@transaction.atomic
def act(
    *,
    zaak_id: UUID,
    action: str,
    actor: Actor,
    at: datetime,
    facts: Mapping[str, str] | None = None,
    expected_status: str | None = None,
    expected_entry: int | None = None,
    note: str = "",
    goes_on: bool = False,
) -> str:
    """Carry out an action of the blueprint and return the key of the status it led to.

    `facts` are added to those of the case before the action's requirements are judged.
    `expected_status` and `expected_entry` are what the actor saw when choosing. `goes_on` says
    that the caller carries on with the automatic steps itself, in a job that is kept until then.

    :raises CaseRoute.DoesNotExist: the zaak follows no blueprint.
    :raises CaseMoved: the case is not any more where the actor saw it.
    :raises engine.ActionNotAllowed: the blueprint gives this actor no such action now.
    :raises engine.FactsMissing: the action requires more.
    :raises DateRefused: a date among the facts is no date.
    """
    # The lock makes the second of two simultaneous clicks see the first one's status.
    route = by_key.lock(CaseRoute, zaak_id)
    if expected_status not in (None, route.status) or expected_entry not in (None, route.entry):
        raise CaseMoved("Een collega was u voor. Bekijk de zaak opnieuw.")
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    known = {**route.facts, **(facts or {})}
    step = engine.step(
        blueprint,
        status=route.status,
        action=action,
        roles=actor.roles,
        facts=known,
        reached=route.reached,
        answers=_answers(blueprint, route, action),
    )
    if step.to.automatic:
        # The machine begins anew: why a person had to look is history.
        known.pop("reden", None)
    route.facts = known
    if actor.kind == "employee":
        _hand_over_papers(blueprint, step.action, known, at)
    enter(route, blueprint, step.to, Arrival(action, actor, note, at, goes_on))
    return step.to.key


def _hand_over_papers(
    blueprint: Blueprint, action: Action, known: Mapping[str, str], at: datetime
) -> None:
    """Make what a colleague made by hand final: only now may the resident see it.

    Until the button is pressed a paper made by hand is in the making; the machine's are not.
    """
    for fact in action.requires:
        if fact in blueprint.documents and _UUID.fullmatch(known[fact]):
            documenten.finalise(document_id=UUID(known[fact]), at=at)


def _answers(blueprint: Blueprint, route: CaseRoute, action: str) -> Mapping[str, str] | None:
    """Return what was answered when the action depends on it; most do not, and ask nothing."""
    here = {**blueprint.everywhere, **blueprint.statuses[route.status].actions}.get(action)
    return zaken.eigenschappen_of(route.zaak_id) if here and here.when else None
