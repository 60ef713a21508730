"""A fact is known before somebody reads it: by whichever door a case came in."""

from collections.abc import Iterator, Mapping

from zaakspoor.process.blueprints.definition import Action, Automatic, Blueprint, Status
from zaakspoor.process.blueprints.engine import VARIABLE
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.lint.places import transitions
from zaakspoor.process.blueprints.vocabulary import DATE_FACTS, FACTS, RETRY, STEPS

# What the machine and time say themselves when they act.
_SAID = frozenset({"reden"})


def check_facts(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield the texts, timers and automatic actions that count on a fact nobody gave."""
    known = facts_known(blueprint)
    for key, status in blueprint.statuses.items():
        here = known[key]
        line = lines.of("statussen", key)
        for fact in sorted(_read(status) - here):
            text = f"'{key}' noemt '{fact}', maar niet elke actie die ernaartoe leidt eist dat"
            yield Finding("feit-ontbreekt", line, text)
        for fact in sorted(_dates(status) - DATE_FACTS):
            yield Finding("feit-geen-datum", line, f"'{fact}' is geen datum")
        for action, given in _unasked(status):
            for fact in sorted(set(action.requires) - here - given):
                text = f"'{action.key}' eist '{fact}', maar niemand geeft dat op dat moment"
                yield Finding("feit-ontbreekt", lines.of("statussen", key), text)


def facts_known(blueprint: Blueprint) -> Mapping[str, frozenset[str]]:
    """Return, per status, the facts that are known whichever way a case came there."""
    everything = frozenset(FACTS) | frozenset(blueprint.documents)
    known = dict.fromkeys(blueprint.statuses, everything)
    known[blueprint.begin] = frozenset()
    changed = True
    while changed:
        changed = False
        for status, action, _ in transitions(blueprint):
            narrowed = known[action.to] & (known[status.key] | set(action.requires))
            changed = changed or narrowed != known[action.to]
            known[action.to] = narrowed
    return known


def _read(status: Status) -> set[str]:
    in_text = set(VARIABLE.findall(status.text.nl)) | set(VARIABLE.findall(status.text.en))
    return (in_text & set(FACTS)) | _dates(status)


def _dates(status: Status) -> set[str]:
    timed = {action.on_fact for action in status.actions.values() if action.on_fact}
    return timed | {reminder.fact for reminder in status.reminders}


def _unasked(status: Status) -> Iterator[tuple[Action, frozenset[str]]]:
    """Yield the actions that no person fills in, with the facts that come along by themselves."""
    for action in status.actions.values():
        if action.after or action.on_fact:
            yield action, _SAID
    if status.automatic:
        for key, given in _automatic(status.automatic):
            yield status.actions[key], given


def _automatic(automatic: Automatic) -> Iterator[tuple[str, frozenset[str]]]:
    made = frozenset(fact for step in automatic.steps for fact in STEPS[step.key].facts)
    for follow_up in automatic.then:
        yield follow_up.action, made
    failures = {target for step in automatic.steps for target in step.failures.values()}
    for target in sorted(failures - {RETRY}):
        yield target, _SAID
    if automatic.retry:
        yield automatic.retry.then, _SAID
