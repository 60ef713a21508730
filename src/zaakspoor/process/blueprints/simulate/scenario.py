"""What happens in a simulated case: the answers, how the machine fares, who does what, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zaakspoor.core.clock import AMSTERDAM
from zaakspoor.process.blueprints.definition import Span
from zaakspoor.process.blueprints.findings import BlueprintInvalid
from zaakspoor.process.blueprints.loading import tree_of
from zaakspoor.process.blueprints.loading.tree import Entry
from zaakspoor.process.blueprints.vocabulary import PEOPLE

GOOD = "goed"
# The step does not end at all: only time can help.
HANGS = "duurt"
_WHO = ("aanvrager", *sorted(PEOPLE))
_UNITS = ("s", "min", "u", "d", "wd", "w")


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How one automatic step ends: a word per try and then `goed`, or always the same word."""

    words: tuple[str, ...]
    always: bool

    def of_try(self, number: int) -> str:
        """Return the outcome of try `number`, from 1."""
        if self.always:
            return self.words[0]
        return self.words[number - 1] if number <= len(self.words) else GOOD


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person does, `after` the deed before it (or the start); `allowed` if it may be."""

    who: str
    action: str
    after: Span
    facts: Mapping[str, str]
    allowed: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out of it. `latest`: the last date told; None: not said."""

    statuses: tuple[str, ...]
    messages: tuple[str, ...]
    result: str | None
    ended: bool
    latest: date | None


@dataclass(frozen=True, slots=True)
class Scenario:
    """One story, from the moment that the application is sent."""

    key: str
    title: str
    start: datetime
    answers: Mapping[str, str]
    outcomes: Mapping[str, Outcomes]
    deeds: Sequence[Deed]
    expected: Expected


def scenarios_path(blueprint: Path) -> Path:
    """Return where the scenarios of the blueprint at this path stand: right beside it."""
    return blueprint.with_suffix(".scenarios.yaml")


def load_scenarios(path: Path) -> Mapping[str, Scenario]:
    """Return the scenarios in the file at `path`, by name.

    :raises OSError: the file cannot be read.
    :raises BlueprintInvalid: the text is no scenario file; all faults at once.
    """
    root = tree_of(path.read_text(encoding="utf-8"), name=path.name)
    part = root.part(need="scenarios")
    found = {key: _scenario(key, entry) for key, entry in part["scenarios"].named().items()}
    if root.report.findings:
        raise BlueprintInvalid(root.report.findings)
    return found


def _scenario(key: str, entry: Entry) -> Scenario:
    part = entry.part(need="titel start antwoorden verwacht", may="stappen acties")
    return Scenario(
        key=key,
        title=part["titel"].word(),
        start=_moment(part["start"]),
        answers={name: item.word() for name, item in part["antwoorden"].named().items()},
        outcomes={name: _outcomes(item) for name, item in part["stappen"].named().items()},
        deeds=[_deed(item) for item in part["acties"].listed()],
        expected=_expected(part["verwacht"]),
    )


def _outcomes(entry: Entry) -> Outcomes:
    return Outcomes(entry.words() or (GOOD,), always=not entry.is_list)


def _deed(entry: Entry) -> Deed:
    part = entry.part(need="wie doet", may="na met mag")
    return Deed(
        who=part["wie"].choice(_WHO, "behandelaar"),
        action=part["doet"].word(),
        after=part["na"].span(_UNITS) or Span(1, "u"),
        facts={name: item.word() for name, item in part["met"].named().items()},
        allowed=part["mag"].yes(default=True),
    )


def _expected(entry: Entry) -> Expected:
    part = entry.part(need="statussen berichten", may="resultaat eind uiterlijk")
    return Expected(
        statuses=part["statussen"].words(),
        messages=part["berichten"].words(),
        result=part["resultaat"].word() or None,
        ended=part["eind"].yes(),
        latest=_day(part["uiterlijk"]),
    )


def _moment(entry: Entry) -> datetime:
    try:
        return datetime.strptime(entry.word(), "%Y-%m-%d %H:%M").replace(tzinfo=AMSTERDAM)
    except ValueError:
        entry.fault("geen-moment", "schrijf een moment zo: 2026-11-24 10:00")
        return datetime(2026, 1, 1, tzinfo=AMSTERDAM)


def _day(entry: Entry) -> date | None:
    if not entry.given:
        return None
    try:
        return date.fromisoformat(entry.word())
    except ValueError:
        entry.fault("geen-datum", "schrijf een datum zo: 2026-11-24")
        return None
