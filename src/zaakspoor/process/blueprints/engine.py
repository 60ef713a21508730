"""How a case travels: pure functions over a blueprint that passed the lint."""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints.definition import (
    Action,
    Automatic,
    Blueprint,
    Clock,
    Retry,
    Span,
    Status,
    Step,
)
from zaakspoor.process.blueprints.form_definition import Condition, Text
from zaakspoor.process.blueprints.vocabulary import FACTS, REASON_AFTER_RETRIES, RETRY

__all__ = [
    "RETRY",
    "ActionNotAllowed",
    "FactsMissing",
    "Transition",
    "VariableMissing",
    "actions_for",
    "clocks_stopped_at",
    "fill",
    "holds",
    "next_action",
    "reason_for",
    "retry_wait",
    "route",
    "step",
    "tells_delay",
    "way_out",
]

VARIABLE = re.compile(r"\{(\w+)\}")
_COMPARE: Mapping[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class ActionNotAllowed(Refused):
    """The blueprint gives this actor no such action in this status."""

    code: ClassVar[str] = "actie-niet-toegestaan"


class FactsMissing(Refused):
    """The action requires more than is known; `missing` names the facts."""

    code: ClassVar[str] = "gegevens-ontbreken"

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        words = [FACTS.get(fact, f"het document '{fact}'") for fact in missing]
        super().__init__(f"Dit kan nog niet. Vul eerst in: {', '.join(words)}.")


class VariableMissing(LookupError):
    """A text names a variable that nobody gave a value."""


@dataclass(frozen=True, slots=True)
class Transition:
    """What one action does. `milestone_advances`: the resident's track gets a new step."""

    action: Action
    to: Status
    effects: tuple[str, ...]
    result: str | None
    milestone: str
    milestone_advances: bool
    starts: tuple[Clock, ...]
    stops: tuple[str, ...]


def step(
    blueprint: Blueprint,
    *,
    status: str,
    action: str,
    roles: frozenset[str],
    facts: Mapping[str, str],
    reached: int = 0,
    answers: Mapping[str, str] | None = None,
) -> Transition:
    """Return what `action` does to a case that is in `status`.

    `facts` are what is known, the new ones included. `reached` is the highest milestone number
    that the case ever had (0: that of `status`); a track never goes back, so a case that does
    only advances beyond it. With `answers` an action whose condition does not hold is refused.
    `starts` names the clocks that the new status starts: one that ran before is left alone by
    whoever keeps them.

    :raises ActionNotAllowed: the blueprint gives these roles no such action here.
    :raises FactsMissing: the action requires facts that are absent or empty.
    """
    found = _reachable(blueprint, status).get(action)
    if found is None or not found.by & roles or not _offered(found, answers):
        raise ActionNotAllowed("Dit kan nu niet met deze aanvraag. Bekijk de pagina opnieuw.")
    missing = tuple(fact for fact in found.requires if not facts.get(fact, "").strip())
    if missing:
        raise FactsMissing(missing)
    to = blueprint.statuses[found.to]
    return Transition(
        action=found,
        to=to,
        effects=found.effects,
        result=to.result,
        milestone=to.milestone,
        milestone_advances=blueprint.milestone_number(to.key)
        > max(reached, blueprint.milestone_number(status)),
        starts=tuple(clock for clock in blueprint.clocks.values() if clock.starts_at == to.key),
        stops=clocks_stopped_at(blueprint, to),
    )


def actions_for(
    blueprint: Blueprint, *, status: str, roles: frozenset[str], answers: Mapping[str, str]
) -> tuple[Action, ...]:
    """Return the actions that these roles may choose in `status`, in the blueprint's order."""
    return tuple(
        action
        for action in _reachable(blueprint, status).values()
        if action.by & roles and _offered(action, answers)
    )


def clocks_stopped_at(blueprint: Blueprint, status: Status) -> tuple[str, ...]:
    """Return the keys of the clocks that stop when `status` is entered; an end stops them all."""
    return tuple(
        clock.key
        for clock in blueprint.clocks.values()
        if status.is_end or status.key in clock.stops_at
    )


def holds(condition: Condition, answers: Mapping[str, str]) -> bool:
    """Tell whether the answers meet the condition; an absent answer is the empty one.

    `=` and `!=` compare text, the others whole numbers: what is no number never holds.
    """
    answer = answers.get(condition.field, "")
    if condition.operator == "=":
        return answer == condition.value
    if condition.operator == "!=":
        return answer != condition.value
    try:
        return _COMPARE[condition.operator](int(answer), int(condition.value))
    except ValueError:
        return False


def route(blueprint: Blueprint, answers: Mapping[str, str]) -> tuple[str, int]:
    """Return the team of the first routing rule that holds, and the number of that rule.

    :raises LookupError: no rule holds; the lint asks for a last rule without a condition.
    """
    for rule in blueprint.routing:
        if rule.when is None or holds(rule.when, answers):
            return rule.team, rule.number
    raise LookupError(f"no routing rule of {blueprint.key} holds")


def next_action(automatic: Automatic, answers: Mapping[str, str]) -> str:
    """Return the key of the action that follows when every automatic step succeeded.

    :raises LookupError: none holds; the lint asks for a last one without a condition.
    """
    for follow_up in automatic.then:
        if follow_up.when is None or holds(follow_up.when, answers):
            return follow_up.action
    raise LookupError("no next action holds")


def way_out(step: Step, failure: str) -> str:
    """Return what to do after `failure`: an action key, or "herprobeer".

    :raises LookupError: the blueprint does not know this failure; the lint knows them all.
    """
    return step.failures[failure]


def reason_for(failure: str, *, retried: bool) -> str:
    """Return the reason word that a person reads after `failure`.

    `retried`: the schedule of retries was used up, which is another story than a first refusal.
    """
    return REASON_AFTER_RETRIES.get(failure, failure) if retried else failure


def retry_wait(retry: Retry, attempt: int) -> Span | None:
    """Return how long to wait after failed attempt number `attempt` (from 1); None: give up."""
    return retry.waits[attempt - 1] if attempt <= len(retry.waits) else None


def tells_delay(retry: Retry, attempt: int) -> bool:
    """Whether the wait after failed attempt `attempt` is the first that the resident hears of."""
    if retry.tell_from is None or attempt > len(retry.waits):
        return False
    telling = [wait.seconds >= retry.tell_from.seconds for wait in retry.waits]
    return telling[attempt - 1] and not any(telling[: attempt - 1])


def fill(text: Text, language: str, variables: Mapping[str, str]) -> str:
    """Return the text in `language` with its `{variables}` filled in, once and literally.

    :raises VariableMissing: the text names a variable without a value.
    """

    def value(match: re.Match[str]) -> str:
        if match[1] not in variables:
            raise VariableMissing(match[1])
        return variables[match[1]]

    return VARIABLE.sub(value, text.in_language(language))


def _offered(action: Action, answers: Mapping[str, str] | None) -> bool:
    return action.when is None or answers is None or holds(action.when, answers)


def _reachable(blueprint: Blueprint, status: str) -> dict[str, Action]:
    here = blueprint.statuses[status]
    return dict(here.actions) if here.is_end else {**blueprint.everywhere, **here.actions}
