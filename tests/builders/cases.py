"""Cases of the extract at every place of its route, made by the operations themselves."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from simulators.people import person_with
from tests.builders.applications import ANS, FOR_ANOTHER, MORNING, NONE, apply
from zaakspoor.core.actors import SYSTEM, Actor
from zaakspoor.events.worker import drain
from zaakspoor.process.route import operations as route
from zaakspoor.process.route.models import CaseRoute

SOON = MORNING + timedelta(seconds=5)
COME_BY = {"vraagtekst": "Wij willen uw paspoort zien.", "reactiedatum": "2026-12-08"}
REFUSE = {"uitleg": "De machtiging klopt niet.", "brief": "made-by-hand"}


def act(
    zaak_id: UUID,
    action: str,
    actor: Actor = ANS,
    *,
    facts: Mapping[str, str] = NONE,
    at: datetime = SOON,
) -> str:
    """Press one button."""
    return route.act(zaak_id=zaak_id, action=action, actor=actor, at=at, facts=facts)


def case_in(status: str, *, person: str = "nieuw") -> UUID:
    """Return a new case of `person` in this status; what is due has run.

    In an automatic status the machine has not begun yet.
    """
    automatic = ("aangevraagd", "gegevens", "maken")
    answers = NONE if status in automatic else FOR_ANOTHER
    zaak_id = apply(person_with(person), answers=answers).zaak_id
    if status in automatic:
        for action in ("ophalen", "maken")[: automatic.index(status)]:
            route.act(zaak_id=zaak_id, action=action, actor=SYSTEM, at=MORNING, goes_on=True)
        return zaak_id
    drain(SOON)
    _on_from_a_person(zaak_id, status)
    drain(SOON)
    assert status_of(zaak_id) == status
    return zaak_id


def status_of(zaak_id: UUID) -> str:
    """Return the key of the status in which the case is."""
    return CaseRoute.objects.get(zaak_id=zaak_id).status


def _on_from_a_person(zaak_id: UUID, status: str) -> None:
    if status == "wacht_op_balie":
        act(zaak_id, "naar_balie", facts=COME_BY)
    if status == "na_balie":
        act(zaak_id, "naar_balie", facts=COME_BY)
        act(zaak_id, "verschenen")
    if status == "versturen":
        act(zaak_id, "per_post", facts={"uittreksel": "made-by-hand"})
    if status == "klaar":
        act(zaak_id, "klaar", facts={"uittreksel": "made-by-hand"})
    if status == "niet_verstrekt":
        act(zaak_id, "niet_verstrekken", facts=REFUSE)
