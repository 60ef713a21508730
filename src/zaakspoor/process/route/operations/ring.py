"""Time itself acts: the reaction to a timer that went off."""

from zaakspoor.core import by_key
from zaakspoor.core.actors import TIMER
from zaakspoor.events.reactions import Work
from zaakspoor.process.blueprints.vocabulary import TOO_LATE
from zaakspoor.process.route import library
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.route.operations.act import CaseMoved, act


def timer_rang(work: Work) -> None:
    """Carry out the timed action in `work`, unless the case has left the status it belonged to."""
    assert work.subject is not None
    route = by_key.get(CaseRoute, work.subject)
    if route.entry != work.payload["entry"]:
        return
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    action = blueprint.statuses[route.status].actions[work.payload["action"]]
    try:
        act(
            zaak_id=work.subject,
            action=action.key,
            actor=TIMER,
            at=work.now,
            facts={"reden": TOO_LATE} if "reden" in action.requires else {},
            expected_entry=route.entry,
        )
    except CaseMoved:
        # Somebody acted between our look and our lock: then the timer has nothing to do.
        return
