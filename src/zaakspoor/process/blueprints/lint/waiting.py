"""Nobody waits for ever: not for the resident, not for a colleague, not for time."""

from collections.abc import Iterator

from zaakspoor.process.blueprints.definition import Blueprint, Status
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.lint.places import actions_of
from zaakspoor.process.blueprints.vocabulary import MACHINE, PEOPLE, TIME


def check_waiting(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield the statuses in which a case could stay unseen, and timers that never ring."""
    for key, status in blueprint.statuses.items():
        if not status.is_end:
            yield from _waiting(status, lines.of("statussen", key))
    yield from _timers(blueprint, lines)


def _waiting(status: Status, line: int) -> Iterator[Finding]:
    others = PEOPLE | {TIME}
    ways_out = any(action.by & others for action in status.actions.values())
    if status.turn == "aanvrager" and not status.reminders:
        text = f"in '{status.key}' is de aanvrager aan zet: stuur een herinnering"
        yield Finding("wacht-zonder-herinnering", line, text)
    if status.turn in ("aanvrager", "derde") and not ways_out:
        text = f"wat als er in '{status.key}' niets gebeurt? geef een collega of de tijd een actie"
        yield Finding("wacht-zonder-uitweg", line, text)
    if status.turn == "gemeente" and not status.automatic and not status.tasks:
        text = f"'{status.key}' staat in geen werkvoorraad: geef een taak of automatische stappen"
        yield Finding("wacht-zonder-taak", line, text)
    if status.turn == "niemand":
        text = f"in '{status.key}' is niemand aan zet, maar de zaak is niet klaar"
        yield Finding("niemand-aan-zet", line, text)


def _timers(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    for path, action in actions_of(blueprint):
        moments = [moment for moment in (action.after, action.on_fact) if moment]
        if bool(moments) != (TIME in action.by) or len(moments) > 1:
            text = f"'{action.key}': door tijd hoort bij precies één moment (na of op)"
            yield Finding("tijd-zonder-moment", lines.of(*path), text)
        elif moments and action.by != {TIME}:
            text = f"'{action.key}': geef een mens een eigen actie naast die van de tijd"
            yield Finding("tijd-en-mens", lines.of(*path), text)
        if moments and path[0] == "overal":
            text = f"'{action.key}': een actie van de tijd hoort bij één status"
            yield Finding("tijd-overal", lines.of(*path), text)
    for key, status in blueprint.statuses.items():
        for action in status.actions.values():
            if action.by == {MACHINE} and action.key not in _machine_actions(status):
                text = (
                    f"'{action.key}' is van het systeem, maar geen automatische stap leidt ernaar"
                )
                yield Finding("actie-zonder-doener", lines.of("statussen", key, "acties"), text)


def _machine_actions(status: Status) -> set[str]:
    automatic = status.automatic
    if automatic is None:
        return set()
    ways_out = {target for step in automatic.steps for target in step.failures.values()}
    given_up = {automatic.retry.then} if automatic.retry else set()
    return ways_out | given_up | {follow_up.action for follow_up in automatic.then}
