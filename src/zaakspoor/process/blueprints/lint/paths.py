"""Where a case can get to: no status without a way in, none without a way to an end."""

from collections.abc import Iterator

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.lint.places import transitions
from zaakspoor.process.blueprints.vocabulary import MACHINE

MILESTONES = range(4, 7)


def check_paths(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield what is wrong with the map of statuses and milestones."""
    yield from _reach(blueprint, lines)
    yield from _ends(blueprint, lines)
    yield from _milestones(blueprint, lines)
    yield from _backwards(blueprint, lines)
    yield from _routing(blueprint, lines)


def reachable_from(blueprint: Blueprint, start: str) -> set[str]:
    """Return the statuses that a case in `start` can come to, `start` included."""
    arrows = [(status.key, action.to) for status, action, _ in transitions(blueprint)]
    found = {start}
    grown = True
    while grown:
        more = {to for origin, to in arrows if origin in found} - found
        found |= more
        grown = bool(more)
    return found


def _reach(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    reached = reachable_from(blueprint, blueprint.begin)
    ends = {key for key, status in blueprint.statuses.items() if status.is_end}
    for key in blueprint.statuses:
        line = lines.of("statussen", key)
        if key not in reached:
            yield Finding("onbereikbare-status", line, f"geen enkele actie leidt naar '{key}'")
        if not reachable_from(blueprint, key) & ends:
            yield Finding("doodlopend", line, f"uit '{key}' komt een zaak nooit aan een eind")


def _ends(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    last = len(blueprint.milestones)
    for key, status in blueprint.statuses.items():
        line = lines.of("statussen", key)
        if status.is_end and not status.result:
            yield Finding("eind-zonder-resultaat", line, f"wat is het resultaat van '{key}'?")
        if status.is_end and (status.actions or status.automatic or status.tasks):
            yield Finding("eind-met-vervolg", line, f"na '{key}' gebeurt er niets meer")
        if status.result and not status.is_end:
            yield Finding("resultaat-zonder-eind", line, f"'{key}' is geen eind (eind: ja)")
        if status.is_end != (blueprint.milestone_number(key) == last):
            text = "een eind hoort bij de laatste mijlpaal, en alleen een eind hoort daarbij"
            yield Finding("eind-mijlpaal", line, text)


def _milestones(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    count = len(blueprint.milestones)
    if count not in MILESTONES:
        text = f"dit zijn er {count}: een inwoner overziet 4 tot en met 6 mijlpalen"
        yield Finding("mijlpalen-aantal", lines.of("mijlpalen"), text)
    used = {status.milestone for status in blueprint.statuses.values()}
    for milestone in blueprint.milestones:
        if milestone.key not in used:
            line = lines.of("mijlpalen", milestone.key)
            yield Finding("mijlpaal-ongebruikt", line, f"geen status hoort bij '{milestone.key}'")


def _backwards(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    # Statustypen have one order, and the resident's track never goes back: a person may send a
    # case back (the track then waits where it was), the machine never does.
    for status, action, path in transitions(blueprint):
        back = blueprint.milestone_number(action.to) < blueprint.milestone_number(status.key)
        if back and MACHINE in action.by:
            text = f"alleen een mens zet een zaak terug, van '{status.key}' naar '{action.to}'"
            yield Finding("mijlpaal-terug", lines.of(*path), text)


def _routing(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    *earlier, last = [rule.when is None for rule in blueprint.routing] or [False]
    if not last:
        text = "de laatste regel heeft geen voorwaarde, anders valt een zaak tussen wal en schip"
        yield Finding("routering-zonder-terugval", lines.of("routering"), text)
    if any(earlier):
        text = "na een regel zonder voorwaarde komt geen andere meer aan de beurt"
        yield Finding("routering-onbereikbaar", lines.of("routering"), text)
