"""Every name that a blueprint uses must exist: an arrow to nowhere is no arrow."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from zaakspoor.process.blueprints.definition import Action, Blueprint, Status
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.lint.places import Path, actions_of, conditions, resident_texts
from zaakspoor.process.blueprints.vocabulary import (
    EFFECTS,
    FACTS,
    GENERIC_RESULTS,
    PREFILLS,
    RETRY,
    ROLES,
    STEPS,
)

# What a name is used for, the name, where, and the rule that it breaks when it is unknown.
Use = tuple[str, str, Path, Collection[str]]


def check_names(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield a finding for every name that leads nowhere, with the nearest one that does."""
    for rule, name, path, known in _uses(blueprint):
        if name not in known:
            near = get_close_matches(name, list(known), n=1)
            hint = f"bedoelt u '{near[0]}'?" if near else _choices(known)
            yield Finding(rule, lines.of(*path), f"'{name}' bestaat niet; {hint}")


def _choices(known: Collection[str]) -> str:
    return f"kies uit: {', '.join(sorted(known))}" if known else "er is er nog geen"


def _uses(blueprint: Blueprint) -> Iterator[Use]:
    statuses = blueprint.statuses
    yield "onbekende-status", blueprint.begin, ("begin",), statuses
    for key, clock in blueprint.clocks.items():
        for name in (clock.starts_at, *clock.stops_at):
            yield "onbekende-status", name, ("klokken", key), statuses
    for path, action in actions_of(blueprint):
        yield from _of_action(blueprint, path, action)
    for key, status in statuses.items():
        yield from _of_status(blueprint, ("statussen", key), status)
    yield from _of_conditions(blueprint)
    for key, result in blueprint.results.items():
        word = result.resultaattypeomschrijving
        yield "onbekend-resultaat", word, ("resultaten", key, "generiek"), GENERIC_RESULTS
    for place in resident_texts(blueprint):
        for name in sorted(place.used()):
            yield "onbekende-variabele", name, place.path, place.variables


def _of_action(blueprint: Blueprint, path: Path, action: Action) -> Iterator[Use]:
    known_facts = {*FACTS, *blueprint.documents}
    yield "onbekende-status", action.to, (*path, "naar"), blueprint.statuses
    for role in action.by:
        yield "onbekende-rol", role, (*path, "door"), ROLES
    for fact in (*action.requires, *([action.on_fact] if action.on_fact else [])):
        yield "onbekend-feit", fact, path, known_facts
    for effect in action.effects:
        verb, _, clock = effect.partition(".")
        yield "onbekend-effect", verb, (*path, "effect"), EFFECTS
        yield "onbekende-klok", clock, (*path, "effect"), blueprint.clocks


def _of_status(blueprint: Blueprint, path: Path, status: Status) -> Iterator[Use]:
    milestones = [milestone.key for milestone in blueprint.milestones]
    yield "onbekende-mijlpaal", status.milestone, (*path, "mijlpaal"), milestones
    if status.message:
        yield "onbekend-bericht", status.message, (*path, "bericht"), blueprint.messages
    if status.result:
        yield "onbekend-resultaat", status.result, (*path, "resultaat"), blueprint.results
    for reminder in status.reminders:
        yield "onbekend-bericht", reminder.message, (*path, "herinneringen"), blueprint.messages
        yield "onbekend-feit", reminder.fact, (*path, "herinneringen"), FACTS
    yield from _of_automatic(blueprint, (*path, "automatisch"), status)


def _of_automatic(blueprint: Blueprint, path: Path, status: Status) -> Iterator[Use]:
    if status.automatic is None:
        return
    actions = status.actions
    for step in status.automatic.steps:
        where = (*path, "stappen", step.key)
        yield "onbekende-stap", step.key, where, STEPS
        for word, target in step.failures.items():
            known = STEPS[step.key].failures if step.key in STEPS else {word}
            yield "onbekende-fout", word, where, known
            yield "onbekende-actie", target, where, {*actions, RETRY}
    yield from _all("onbekende-actie", (n.action for n in status.automatic.then), path, actions)
    retry = status.automatic.retry
    if retry:
        yield "onbekende-actie", retry.then, (*path, "herprobeer", "daarna"), actions
        if retry.message:
            where = (*path, "herprobeer", "bericht")
            yield "onbekend-bericht", retry.message, where, blueprint.messages


def _of_conditions(blueprint: Blueprint) -> Iterator[Use]:
    fields = blueprint.form.fields
    in_form = [
        (("formulier", "velden", field.key), field.when) for field in fields.values() if field.when
    ]
    for path, condition in [*conditions(blueprint), *in_form]:
        yield "onbekend-veld", condition.field, path, fields
        field = fields.get(condition.field)
        if field and field.kind == "keuze" and condition.operator in ("=", "!="):
            options = [option.key for option in field.options]
            yield "onbekende-optie", condition.value, path, options
    for field in fields.values():
        if field.prefill:
            yield "onbekend-woord", field.prefill, ("formulier", "velden", field.key), PREFILLS


def _all(rule: str, names: Iterable[str], path: Path, known: Collection[str]) -> Iterator[Use]:
    for name in names:
        yield rule, name, path, known
