"""A small service that uses everything a blueprint can say, and ways to break it."""

from pathlib import Path

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.lint import lint
from zaakspoor.process.blueprints.loading import parse

SMALL = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")


def changed(old: str, new: str) -> str:
    """Return the small service with one piece of text, that occurs once, replaced."""
    assert SMALL.count(old) == 1, f"{SMALL.count(old)} times: {old}"
    return SMALL.replace(old, new)


def small() -> Blueprint:
    """Return the small service."""
    return parse(SMALL)


def rules_broken_by(text: str) -> set[str]:
    """Return the names of the rules that a text breaks."""
    return {finding.rule for finding in lint(text)}
