"""Trying a blueprint without a database: what would the resident see and get, step by step?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zaakspoor.core.calendar import Calendar
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.forms import check_all
from zaakspoor.process.blueprints.simulate.scenario import (
    Scenario,
    load_scenarios,
    scenarios_path,
)
from zaakspoor.process.blueprints.simulate.telling import Moment, told
from zaakspoor.process.blueprints.simulate.walking import Walk

__all__ = [
    "Moment",
    "Scenario",
    "SimulationRun",
    "differences",
    "lines",
    "load_scenarios",
    "scenarios_path",
    "simulate",
]


@dataclass(frozen=True, slots=True)
class SimulationRun:
    """What came of one scenario."""

    blueprint: Blueprint
    scenario: Scenario
    moments: Sequence[Moment]
    statuses: tuple[str, ...]
    messages: tuple[str, ...]
    result: str | None
    ended: bool
    problems: Sequence[str]


def simulate(
    blueprint: Blueprint, scenario: Scenario, calendar: Calendar | None = None
) -> SimulationRun:
    """Walk a blueprint that passed the lint through `scenario`, in virtual time.

    `calendar` knows the days that this municipality equates with a public holiday.
    """
    walk = Walk(blueprint, scenario, calendar or Calendar())
    files = {f.key: 1 for f in blueprint.form.fields.values() if f.kind == "bestand"}
    for key, text in check_all(blueprint.form, scenario.answers, files).items():
        walk.problems.append(f"antwoord op '{key}': {text.nl}")
    walk.walk()
    status = blueprint.statuses[walk.status]
    return SimulationRun(
        blueprint=blueprint,
        scenario=scenario,
        moments=walk.moments,
        statuses=tuple(walk.entered),
        messages=tuple(mail.key for moment in walk.moments for mail in moment.mails),
        result=status.result,
        ended=status.is_end,
        problems=walk.problems,
    )


def differences(run: SimulationRun) -> list[str]:
    """Return where a run is not what its scenario expects; empty when all is well."""
    expected = run.scenario.expected
    promised = run.moments[-1].promised
    latest = promised.latest_on if promised else None
    pairs: list[tuple[str, object, object]] = [
        ("statussen", expected.statuses, run.statuses),
        ("berichten", expected.messages, run.messages),
        ("resultaat", expected.result, run.result),
        ("eind", expected.ended, run.ended),
        ("uiterlijk", expected.latest or latest, latest),
    ]
    found = [f"{what}: verwacht {want}, het werd {got}" for what, want, got in pairs if want != got]
    return [*run.problems, *found]


def lines(run: SimulationRun) -> Iterator[str]:
    """Yield a run as text: what the resident sees and gets, and whether that was expected."""
    yield f"{run.blueprint.title.nl}, versie {run.blueprint.version}: {run.scenario.title}"
    yield ""
    for moment in run.moments:
        yield from told(moment)
        yield ""
    wrong = differences(run)
    yield from (f"FOUT {difference}" for difference in wrong)
    if not wrong:
        yield f"Zoals verwacht: {run.result or 'nog niet klaar'}."
