"""From a YAML file to a blueprint, or to everything that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.findings import BlueprintInvalid, Finding, Lines
from zaakspoor.process.blueprints.loading.parts import read_blueprint
from zaakspoor.process.blueprints.loading.tree import QUOTES, Entry, Report

__all__ = ["BlueprintInvalid", "Reading", "load", "parse", "read", "tree_of"]

# More is no blueprint; a service of thirty statuses is 40 kB.
MAX_CHARACTERS = 500_000
# libyaml's parser where the wheel has it: 3 ms instead of 25 for the extract.
_LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A blueprint, and on which line each part of it stands."""

    blueprint: Blueprint
    lines: Lines


def load(path: Path) -> Blueprint:
    """Return the blueprint in the file at `path`.

    :raises OSError: the file cannot be read.
    :raises BlueprintInvalid: the text is no blueprint.
    """
    return parse(path.read_text(encoding="utf-8"), name=path.name)


def parse(text: str, *, name: str = "") -> Blueprint:
    """Return the blueprint that `text` describes; `name` of the file is for the error message.

    Only the shape is judged here: what it says is the lint's business.

    :raises BlueprintInvalid: the text is no blueprint; all faults at once.
    """
    return read(text, name=name).blueprint


def read(text: str, *, name: str = "") -> Reading:
    """Return the blueprint of `text` with its lines.

    :raises BlueprintInvalid: the text is no blueprint; all faults at once.
    """
    root = tree_of(text, name=name)
    blueprint = read_blueprint(root)
    if root.report.findings:
        raise BlueprintInvalid(root.report.findings)
    return Reading(blueprint, Lines(root.report.lines))


def tree_of(text: str, *, name: str = "") -> Entry:
    """Return the root of a YAML text as an entry that knows its lines.

    :raises BlueprintInvalid: the text is empty, too long or no YAML.
    """
    where = f" in {name}" if name else ""
    if len(text) > MAX_CHARACTERS:
        raise BlueprintInvalid([Finding("te-lang", 0, f"meer dan {MAX_CHARACTERS} tekens{where}")])
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise BlueprintInvalid([_broken(error, where)]) from error
    if node is None:
        raise BlueprintInvalid([Finding("leeg", 1, f"er staat niets{where}")])
    return Entry(node, Report(), (), 1)


def _broken(error: yaml.YAMLError, where: str) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 0
    problem = getattr(error, "problem", None) or "onleesbaar teken"
    return Finding("geen-yaml", line, f"hier houdt YAML{where} op ({problem}). {QUOTES}")
