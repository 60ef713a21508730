"""The steps of a track: what is done, where it is now, what is still to come."""

from collections.abc import Mapping, Sequence
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

    Trying again is no step back: current is the furthest milestone that was reached. One that
    was passed over (a case withdrawn early) has no moment and is left out once the case has
    ended: nobody should think that it happened.
    """
    closed = blueprint.statuses[route.status].is_end
    words = [
        (number, milestone.title.in_language(language), milestone.text.in_language(language))
        for number, milestone in enumerate(blueprint.milestones, start=1)
    ]
    return _steps(words, _first_moments(statussen), route.reached, closed=closed)


def steps_from_catalogue(zaak: Zaak, statussen: Sequence[StatusRow]) -> Sequence[TrackStep]:
    """Return the steps of a zaak that another system handles: its statustypen and statussen.

    The statustekst is shown where there is one: that is the text meant for the initiator. The
    newest status is current, also when it is an earlier one (the zaak was opened again); a zaak
    without any status is at its first step.
    """
    types = StatusType.objects.filter(zaaktype_id=zaak.zaaktype_id).order_by("volgnummer")
    words = [(kind.volgnummer, kind.omschrijving, kind.statustekst) for kind in types]
    first = words[0][0] if words else 0
    current = statussen[-1].volgnummer if statussen else first
    return _steps(words, _first_moments(statussen), current, closed=zaak.is_closed)


def _steps(
    words: Sequence[tuple[int, str, str]],
    moments: Mapping[int, datetime],
    current: int,
    *,
    closed: bool,
) -> Sequence[TrackStep]:
    steps = []
    for number, title, text in words:
        reached_at = moments.get(number) if number <= current else None
        if number < current and reached_at is None and closed:
            continue
        steps.append(TrackStep(number, title, text, _state(number, current), reached_at))
    return steps


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
