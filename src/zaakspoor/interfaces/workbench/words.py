"""The words of the machine in the words of a colleague."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zaakspoor.process.automatic.queries import StepFailure
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.route.queries import HistoryLine

_STEPS = {
    "toets_aanvraag": "De aanvraag toetsen",
    "haal_persoon": "Gegevens ophalen uit de BRP",
    "toets_persoon": "De gegevens toetsen",
    "maak_uittreksel": "Het uittreksel maken",
}
_OUTCOMES = {
    "onbereikbaar": "De BRP gaf geen antwoord.",
    "storing": "Er ging iets mis in onze software.",
}


@dataclass(frozen=True, slots=True)
class FailureLine:
    """A failed try as a colleague reads it."""

    at: datetime
    step: str
    outcome: str
    number: int


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line of the history: what was pressed, and where it led."""

    at: datetime
    who: str
    what: str
    status_title: str
    note: str


def failure_lines(blueprint: Blueprint, failures: Sequence[StepFailure]) -> list[FailureLine]:
    """Return the failures with readable names; an outcome is a reason of the blueprint or ours."""
    return [
        FailureLine(
            failure.at,
            _STEPS.get(failure.step, failure.step),
            _outcome(blueprint, failure.outcome),
            failure.number,
        )
        for failure in failures
    ]


def history_rows(blueprint: Blueprint, lines: Sequence[HistoryLine]) -> list[HistoryRow]:
    """Return the history newest first, with the labels of the buttons."""
    labels = {"begin": "Aanvraag ontvangen"}
    for status in blueprint.statuses.values():
        labels |= {key: action.label.nl for key, action in status.actions.items()}
    labels |= {key: action.label.nl for key, action in blueprint.everywhere.items()}
    return [
        HistoryRow(
            line.at, line.who, labels.get(line.what, line.what), line.status_title, line.note
        )
        for line in reversed(lines)
    ]


def _outcome(blueprint: Blueprint, word: str) -> str:
    if word in blueprint.reasons:
        return blueprint.reasons[word].nl
    return _OUTCOMES.get(word, word)
