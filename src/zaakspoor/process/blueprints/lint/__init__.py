"""Judging a blueprint before it goes live: named rules, line numbers, words for its author.

First the shape (`loading`), then the names that must exist, then what it means: a rule may trust
that the ones before it passed.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.findings import BlueprintInvalid, Finding, Lines
from zaakspoor.process.blueprints.lint.catalogue import check_catalogue
from zaakspoor.process.blueprints.lint.facts import check_facts
from zaakspoor.process.blueprints.lint.machine import check_machine
from zaakspoor.process.blueprints.lint.names import check_names
from zaakspoor.process.blueprints.lint.paths import check_paths
from zaakspoor.process.blueprints.lint.promises import check_promises
from zaakspoor.process.blueprints.lint.questions import check_questions
from zaakspoor.process.blueprints.lint.texts import check_texts
from zaakspoor.process.blueprints.lint.waiting import check_waiting
from zaakspoor.process.blueprints.loading import read

__all__ = ["Finding", "errors_of", "lint", "lint_file"]

_MEANING: tuple[Callable[[Blueprint, Lines], Iterator[Finding]], ...] = (
    check_paths,
    check_waiting,
    check_machine,
    check_facts,
    check_promises,
    check_questions,
    check_texts,
    check_catalogue,
)


def lint(subject: Blueprint | str, *, name: str = "") -> list[Finding]:
    """Return everything that is wrong with a blueprint, by line; empty when it may go live.

    A text gives findings with line numbers, a blueprint gives them without. `name` of the file
    is for the message about a text that is no YAML.
    """
    if isinstance(subject, Blueprint):
        return _judge(subject, Lines({}))
    try:
        reading = read(subject, name=name)
    except BlueprintInvalid as invalid:
        return list(invalid.findings)
    return _judge(reading.blueprint, reading.lines)


def lint_file(path: Path) -> list[Finding]:
    """Return everything that is wrong with the blueprint in the file at `path`.

    :raises OSError: the file cannot be read.
    """
    return lint(path.read_text(encoding="utf-8"), name=path.name)


def errors_of(findings: list[Finding]) -> list[Finding]:
    """Return the findings that stop publishing."""
    return [finding for finding in findings if finding.severity == "fout"]


def _judge(blueprint: Blueprint, lines: Lines) -> list[Finding]:
    findings = list(check_names(blueprint, lines))
    if not findings:
        findings = [finding for check in _MEANING for finding in check(blueprint, lines)]
    return sorted(findings, key=lambda finding: (finding.line, finding.rule))
