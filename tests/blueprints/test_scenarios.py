from pathlib import Path

import pytest

from tests.blueprints.shipped import EXTRACT, SHIPPED
from tests.blueprints.small import small
from zaakspoor.core.calendar import Calendar
from zaakspoor.core.clock import AMSTERDAM
from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.findings import BlueprintInvalid
from zaakspoor.process.blueprints.lint.places import transitions
from zaakspoor.process.blueprints.loading import load
from zaakspoor.process.blueprints.simulate import (
    SimulationRun,
    differences,
    lines,
    load_scenarios,
    scenarios_path,
    simulate,
)

ALL = [(path, key) for path in SHIPPED for key in load_scenarios(scenarios_path(path))]


def run_of(key: str) -> SimulationRun:
    return simulate(load(EXTRACT), load_scenarios(scenarios_path(EXTRACT))[key])


@pytest.mark.parametrize(("path", "key"), ALL, ids=lambda value: str(getattr(value, "stem", value)))
def test_a_shipped_service_does_what_its_scenario_says(path: Path, key: str) -> None:
    run = simulate(load(path), load_scenarios(scenarios_path(path))[key])

    assert differences(run) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_scenarios_come_through_every_status_and_every_end(path: Path) -> None:
    blueprint = load(path)
    scenarios = load_scenarios(scenarios_path(path)).values()
    seen = {key for scenario in scenarios for key in simulate(blueprint, scenario).statuses}

    assert seen == set(blueprint.statuses)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_failure_of_every_step_is_in_a_scenario(path: Path) -> None:
    blueprint = load(path)
    scenarios = load_scenarios(scenarios_path(path)).values()
    tried = {
        (step, word)
        for scenario in scenarios
        for step, outcomes in scenario.outcomes.items()
        for word in outcomes.words
    }
    possible = {
        (step.key, word)
        for status in blueprint.statuses.values()
        if status.automatic
        for step in status.automatic.steps
        for word in step.failures
    }

    assert possible <= tried


def test_the_happy_path_takes_seconds_two_messages_and_nobody() -> None:
    run = run_of("digitaal")

    assert (run.moments[-1].at - run.moments[0].at).total_seconds() < 10
    assert len(run.messages) == 2
    assert {moment.cause.split(":")[0] for moment in run.moments[1:]} == {"automatisch"}


def test_the_resident_always_sees_exactly_one_current_step_and_never_goes_back() -> None:
    for key in load_scenarios(scenarios_path(EXTRACT)):
        numbers = []
        for moment in run_of(key).moments:
            states = [state for _, state in moment.steps]
            assert states.count("current") == 1
            numbers.append(states.index("current"))
        assert numbers == sorted(numbers)


def test_no_date_that_is_told_lies_in_the_past() -> None:
    for key in load_scenarios(scenarios_path(EXTRACT)):
        for moment in run_of(key).moments:
            if moment.mails and moment.turn == "gemeente" and moment.promised:
                assert moment.promised.latest_on >= moment.at.astimezone(AMSTERDAM).date()


def test_messages_say_nothing_about_the_person_or_the_answers() -> None:
    for key, scenario in load_scenarios(scenarios_path(EXTRACT)).items():
        run = run_of(key)
        told = " ".join(mail.subject + mail.text for m in run.moments for mail in m.mails)
        secrets = {"overleden", "curat", "onderzoek", "erfgenamen", scenario.answers["email"]}
        assert not [secret for secret in secrets if secret in told.lower()]


def test_a_second_visit_does_not_start_the_clock_again() -> None:
    run = run_of("collega_probeert_opnieuw")

    latest = {moment.promised.latest_on.isoformat() for moment in run.moments if moment.promised}
    assert latest == {"2026-11-25", "2026-11-27"}


def test_a_day_that_the_municipality_equates_with_a_holiday_moves_the_promise() -> None:
    scenario = load_scenarios(scenarios_path(EXTRACT))["digitaal"]
    day_after = (scenario.start.date()).replace(day=25)

    run = simulate(load(EXTRACT), scenario, Calendar(frozenset({day_after})))

    assert run.moments[0].promised and run.moments[0].promised.latest_on.isoformat() == "2026-11-26"


def test_what_is_printed_is_what_the_resident_reads() -> None:
    told = "\n".join(lines(run_of("register_lang_weg")))

    assert "24 november 2026 om 10.00 uur · de aanvraag komt binnen" in told
    assert "▸ Aangevraagd   · Gegevens ophalen" in told
    assert "✉ Uw aanvraag ZAAK-2026-0000000001 duurt langer" in told
    assert "wij verwachten 24 november 2026 om 10.05 uur, uiterlijk 25 november 2026" in told
    assert told.endswith("Zoals verwacht: verstrekt.")


def test_a_surprise_is_printed_as_a_mistake() -> None:
    scenario = load_scenarios(scenarios_path(EXTRACT))["digitaal"]
    blueprint = load(EXTRACT)
    other = load_scenarios(scenarios_path(EXTRACT))["per_post"]
    mixed = type(scenario)(
        scenario.key,
        scenario.title,
        scenario.start,
        {**scenario.answers, "soort": "alles"},
        scenario.outcomes,
        other.deeds,
        other.expected,
    )

    wrong = differences(simulate(blueprint, mixed))

    assert any("antwoord op 'soort'" in line for line in wrong)
    assert any("berichten" in line or "statussen" in line for line in wrong)


def test_a_scenario_file_with_mistakes_says_where(tmp_path: Path) -> None:
    path = tmp_path / "x.scenarios.yaml"
    path.write_text(
        "scenarios:\n  een:\n    titel: Een\n    start: morgen\n    antwoorden: {a: b}\n"
        "    verwacht: {statussen: [a], berichten: [b], uiterlijk: ooit, eindd: ja}\n"
    )

    with pytest.raises(BlueprintInvalid) as caught:
        load_scenarios(path)

    rules = {(finding.rule, finding.line) for finding in caught.value.findings}
    assert rules == {("geen-moment", 4), ("geen-datum", 6), ("onbekende-sleutel", 6)}


def test_every_transition_of_a_linted_blueprint_can_be_made() -> None:
    for blueprint in (small(), load(EXTRACT)):
        facts = dict.fromkeys(
            [fact for _, action, _ in transitions(blueprint) for fact in action.requires], "x"
        )
        for status, action, _ in transitions(blueprint):
            step = engine.step(
                blueprint, status=status.key, action=action.key, roles=action.by, facts=facts
            )
            assert step.to.key == action.to
