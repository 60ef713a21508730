"""What the law and our own promises ask: clocks that stop, letters with a no, a reply date."""

from collections.abc import Iterator

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.lint.paths import reachable_from
from zaakspoor.process.blueprints.lint.places import actions_of, transitions
from zaakspoor.process.blueprints.vocabulary import REFUSALS


def check_promises(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield what is wrong with the clocks, the suspensions and the refusals."""
    yield from _clocks(blueprint, lines)
    yield from _suspensions(blueprint, lines)
    yield from _refusals(blueprint, lines)


def _clocks(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    if not any(clock.starts_at == blueprint.begin for clock in blueprint.clocks.values()):
        text = f"geen klok begint in '{blueprint.begin}': de inwoner hoort geen datum"
        yield Finding("zonder-belofte", lines.of("klokken"), text)
    for key, clock in blueprint.clocks.items():
        line = lines.of("klokken", key)
        if not clock.stops_at:
            yield Finding("klok-zonder-stop", line, f"wanneer stopt klok '{key}'?")
        for stop in clock.stops_at:
            # A clock starts once; coming back to its start does not restart it, so the only
            # mistake that can be made is a stop that never comes after the start.
            if stop == clock.starts_at or stop not in reachable_from(blueprint, clock.starts_at):
                text = f"vanuit '{clock.starts_at}' komt een zaak niet in '{stop}'"
                yield Finding("klok-zonder-stop", line, text)


def _suspensions(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    # Awb 4:15 lid 1: the term stands still until the reply, or until the date for it has passed.
    for path, action in actions_of(blueprint):
        suspends = any(effect.startswith("schors.") for effect in action.effects)
        if suspends and "reactiedatum" not in action.requires:
            text = f"'{action.key}' zet een termijn stil zonder te zeggen tot wanneer: reactiedatum"
            yield Finding("opschorting-zonder-datum", lines.of(*path), text)


def _refusals(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    # Awb 3:45 and 3:46: a no has reasons, and says how to object; both stand in a letter.
    letters = {key for key, doc in blueprint.documents.items() if doc.richting == "uitgaand"}
    shown = {key for key in letters if blueprint.documents[key].show_to_initiator}
    for _, action, path in transitions(blueprint):
        result = blueprint.statuses[action.to].result
        if result is None:
            continue
        refuses = blueprint.results[result].resultaattypeomschrijving in REFUSALS
        if refuses and not shown & set(action.requires):
            text = f"'{action.key}' is een afwijzing: eis een brief die de aanvrager kan lezen"
            yield Finding("besluit-zonder-document", lines.of(*path), text)
