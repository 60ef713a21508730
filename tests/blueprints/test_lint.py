import re
from pathlib import Path

import pytest

from tests.blueprints.lint_examples import BAD, WARNED
from tests.blueprints.shipped import SHIPPED
from tests.blueprints.small import SMALL, changed, rules_broken_by, small
from zaakspoor.process.blueprints import lint as lint_package
from zaakspoor.process.blueprints.lint import errors_of, lint, lint_file

SOURCES = Path(str(lint_package.__file__)).parent.glob("*.py")
NAMED = {
    rule
    for source in SOURCES
    for rule in re.findall(
        r'(?:Finding\(|yield |_all\()\s*"([a-z]+(?:-[a-z]+)*)"', source.read_text()
    )
}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_blueprint_is_clean(path: Path) -> None:
    assert lint_file(path) == []


def test_the_small_service_is_clean() -> None:
    assert lint(SMALL) == []
    assert lint(small()) == []


@pytest.mark.parametrize(("rule", "old", "new"), BAD, ids=lambda value: str(value)[:40])
def test_a_mistake_is_found(rule: str, old: str, new: str) -> None:
    findings = lint(changed(old, new))

    broken = [finding for finding in errors_of(findings) if finding.rule == rule]
    assert broken, findings
    assert all(finding.line > 0 for finding in broken)


@pytest.mark.parametrize(("rule", "old", "new"), WARNED, ids=lambda value: str(value)[:40])
def test_hard_reading_is_a_warning_that_does_not_stop_publishing(
    rule: str, old: str, new: str
) -> None:
    findings = lint(changed(old, new))

    assert [finding.rule for finding in findings] == [rule]
    assert errors_of(findings) == []


def test_every_rule_has_an_example_that_breaks_it() -> None:
    shown = {rule for rule, _, _ in [*BAD, *WARNED]}

    assert len(NAMED) > 40
    assert NAMED - shown == set()


def test_a_finding_points_at_the_line_where_its_author_must_be() -> None:
    text = changed("door: [aanvrager], naar: bekijken", "door: [aanvrager], naar: bekijke")

    (finding,) = lint(text)

    assert text.splitlines()[finding.line - 1].strip().startswith("antwoord:")
    assert "bedoelt u 'bekijken'?" in finding.text


def test_a_name_that_leads_nowhere_is_told_before_what_follows_from_it() -> None:
    assert rules_broken_by(changed("begin: ontvangen", "begin: ergens")) == {"onbekende-status"}


def test_a_message_can_never_tell_what_was_answered() -> None:
    text = changed('{nl: "Wij gaan door."', '{nl: "Wij gaan door in {wijk}."')

    assert rules_broken_by(text) == {"onbekende-variabele"}


def test_a_clock_whose_start_comes_back_is_fine_because_it_starts_once() -> None:
    text = changed("door: [aanvrager], naar: bekijken", "door: [aanvrager], naar: ontvangen")

    assert "klok-zonder-stop" not in rules_broken_by(text)


def test_a_person_may_send_a_case_back_and_the_machine_may_not() -> None:
    by_hand = changed("door: [behandelaar, balie], naar: geregeld", "door: [balie], naar: bekijken")

    assert "mijlpaal-terug" not in rules_broken_by(by_hand)
