"""The steps of a track: what is done, where it is now, what is still to come."""

from collections.abc import Sequence
from datetime import datetime

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.tracking.track import StepState, TrackStep
from zaakspoor.registers.catalogi.models import StatusType
from zaakspoor.registers.zaken.models import Zaak
from zaakspoor.registers.zaken.queries import StatusRow


def steps_from_blueprint(
    blueprint: Blueprint, route: CaseRoute, statussen: Sequence[StatusRow], language: str
) -> Sequence[TrackStep]:
    """Return the milestones of a case with exactly one current step.

    A milestone that was passed over (a case withdrawn early) has no moment and is left out once
    the case has ended: nobody should think that it happened.
    """
    moments = _first_moments(statussen)
    current = blueprint.milestone_number(route.status)
    closed = blueprint.statuses[route.status].is_end
    steps = []
    for number, milestone in enumerate(blueprint.milestones, start=1):
        reached = moments.get(number)
        if number < current and reached is None and closed:
            continue
        steps.append(
            TrackStep(
                number=number,
                title=milestone.title.in_language(language),
                text=milestone.text.in_language(language),
                state=_state(number, current),
                reached_at=reached if number <= current else None,
            )
        )
    return steps


def steps_from_catalogue(zaak: Zaak, statussen: Sequence[StatusRow]) -> Sequence[TrackStep]:
    """Return the steps of a zaak that another system handles: its statustypen and statussen.

    The statustekst is shown where there is one: that is the text meant for the initiator.
    """
    moments = _first_moments(statussen)
    types = list(StatusType.objects.filter(zaaktype_id=zaak.zaaktype_id).order_by("volgnummer"))
    reached = [kind.volgnummer for kind in types if kind.volgnummer in moments]
    current = max(reached, default=0)
    return [
        TrackStep(
            number=kind.volgnummer,
            title=kind.omschrijving,
            text=kind.statustekst,
            state=_state(kind.volgnummer, current),
            reached_at=moments.get(kind.volgnummer),
        )
        for kind in types
    ]


def _first_moments(statussen: Sequence[StatusRow]) -> dict[int, datetime]:
    # By volgnummer. A status that was set twice is one step, at the moment it was first reached.
    moments: dict[int, datetime] = {}
    for row in statussen:
        moments.setdefault(row.volgnummer, row.datum_status_gezet)
    return moments


def _state(number: int, current: int) -> StepState:
    if number < current:
        return "done"
    return "current" if number == current else "coming"
