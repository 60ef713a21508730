"""The machine at work: carry out the steps of a status, and take the way out they lead to."""

from datetime import timedelta

from zaakspoor.core import by_key
from zaakspoor.core.actors import SYSTEM
from zaakspoor.events.reactions import RetryAt, Work
from zaakspoor.process.automatic import operations
from zaakspoor.process.automatic.steps import GOOD, STEPS, Run, run_for
from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.definition import Automatic, Blueprint, Status
from zaakspoor.process.blueprints.vocabulary import RETRY
from zaakspoor.process.route import library
from zaakspoor.process.route import operations as route_operations
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.registers.zaken.models import Zaak


def automatic_due(work: Work) -> None:
    """Work through the automatic statuses of a case until a person or the end is reached.

    The registry is asked once per run and the answer stays in memory, so one run walks through
    several statuses under one job. What was done is in the route: a run after a crash goes on
    from there, and a job for a status that the case has left finds nothing to do.

    :raises RetryAt: a step has to wait, by the blueprint's schedule.
    """
    assert work.subject is not None
    route = by_key.get(CaseRoute, work.subject)
    blueprint = library.blueprint_of(route.blueprint_key, route.blueprint_version)
    run = run_for(
        zaak_id=route.zaak_id,
        identificatie=by_key.get(Zaak, work.subject).identificatie,
        entry=route.entry,
        at=work.now,
    )
    status: Status | None = blueprint.statuses[route.status]
    while status is not None and status.automatic is not None:
        status = _carry_out(blueprint, status, status.automatic, run)


def _carry_out(
    blueprint: Blueprint, status: Status, automatic: Automatic, run: Run
) -> Status | None:
    """Do the steps of one status and return the status that follows, or None when it is left
    to somebody else."""
    for step in automatic.steps:
        outcome = STEPS[step.key](run)
        if outcome != GOOD:
            out = engine.way_out(step, outcome)
            retried = out == RETRY
            if retried:
                out = _wait_or_give_up(automatic, step.key, outcome, run)
            reason = engine.reason_for(outcome, retried=retried)
            return _take(blueprint, status, out, run, {"reden": reason})
    return _take(blueprint, status, engine.next_action(automatic, run.answers), run, run.facts)


def _take(
    blueprint: Blueprint, status: Status, action: str, run: Run, facts: dict[str, str]
) -> Status | None:
    try:
        key = route_operations.act(
            zaak_id=run.zaak_id,
            action=action,
            actor=SYSTEM,
            at=run.at,
            facts=facts,
            expected_status=status.key,
            expected_entry=run.entry,
            goes_on=True,
        )
    except route_operations.CaseMoved:
        # Withdrawn meanwhile, for example: then the machine stops.
        return None
    run.entry += 1
    return blueprint.statuses[key]


def _wait_or_give_up(automatic: Automatic, step: str, outcome: str, run: Run) -> str:
    """Return the action for when all retries are used up.

    :raises RetryAt: there is a next try; the resident is told at the first long wait.
    """
    assert automatic.retry is not None
    number = operations.record_failure(
        zaak_id=run.zaak_id, entry=run.entry, step=step, outcome=outcome, at=run.at
    )
    wait = engine.retry_wait(automatic.retry, number)
    if wait is None:
        return automatic.retry.then
    if automatic.retry.message and engine.tells_delay(automatic.retry, number):
        operations.tell_delay(
            zaak_id=run.zaak_id, entry=run.entry, message=automatic.retry.message, at=run.at
        )
    raise RetryAt(run.at + timedelta(seconds=wait.seconds), reason=f"{step}: {outcome}")
