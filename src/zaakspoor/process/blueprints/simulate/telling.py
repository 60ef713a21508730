"""What the resident sees and gets during a simulated case, and how it is printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.dates import spoken_day, spoken_moment
from zaakspoor.process.blueprints.definition import Blueprint, Status

NUMBER = "ZAAK-2026-0000000001"
_MARKS = {"done": "✓", "current": "▸", "coming": "·"}
_TURNS = {
    "aanvrager": "u bent aan zet",
    "gemeente": "de gemeente is aan zet",
    "derde": "een ander is aan zet",
    "niemand": "niemand hoeft iets te doen",
}


@dataclass(frozen=True, slots=True)
class Promised:
    """The dates told: what we aim at (`expected_at` when in minutes), and the last day."""

    expected_on: date
    expected_at: datetime | None
    latest_on: date

    def variables(self, language: str) -> dict[str, str]:
        """Return the dates as texts name them."""
        at, on = self.expected_at, self.expected_on
        return {
            "verwacht": spoken_moment(at, language) if at else spoken_day(on, language),
            "uiterlijk": spoken_day(self.latest_on, language),
        }


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as the resident gets it."""

    key: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Something happened: by which cause, what the case page shows now, what was sent."""

    at: datetime
    cause: str
    status: str
    title: str
    text: str
    turn: str
    steps: Sequence[tuple[str, str]]
    promised: Promised | None
    mails: Sequence[Mail]


def page_text(
    blueprint: Blueprint, status: Status, facts: Mapping[str, str], promised: Promised | None
) -> str:
    """Return the Dutch text of a status as the case page shows it."""
    reason = blueprint.reasons.get(facts.get("reden", ""))
    day = facts.get("reactiedatum", "")
    variables = {
        **facts,
        **_general(blueprint, promised),
        "reden": reason.nl if reason else "",
        "reactiedatum": spoken_day(date.fromisoformat(day)) if day else "",
    }
    return engine.fill(status.text, "nl", variables)


def mail_of(blueprint: Blueprint, key: str, promised: Promised | None) -> Mail:
    """Return message `key` in Dutch: only the safe variables exist here."""
    message = blueprint.messages[key]
    variables = {
        **_general(blueprint, promised),
        "link": "https://gemeente.example/zaken/1/",
        "telefoon": "14 0999",
        "gemeente": "Voorbeeldstad",
    }
    return Mail(
        key,
        engine.fill(message.subject, "nl", variables),
        engine.fill(message.text, "nl", variables),
    )


def steps_of(blueprint: Blueprint, reached: int) -> list[tuple[str, str]]:
    """Return the milestones with their state, `reached` being the number of the current one."""

    def state(number: int) -> str:
        return "done" if number < reached else "current" if number == reached else "coming"

    return [(m.title.nl, state(number)) for number, m in enumerate(blueprint.milestones, 1)]


def told(moment: Moment) -> Iterator[str]:
    """Yield one moment as lines of text."""
    yield f"{spoken_moment(moment.at)} · {moment.cause}"
    yield f"    {moment.title} ({_TURNS[moment.turn]})"
    yield f"    {moment.text}"
    yield "    " + "   ".join(f"{_MARKS[state]} {title}" for title, state in moment.steps)
    # While the resident is to move, a date of ours would promise what we cannot keep.
    if moment.promised and moment.turn in ("gemeente", "derde"):
        dates = moment.promised.variables("nl")
        yield f"    wij verwachten {dates['verwacht']}, uiterlijk {dates['uiterlijk']}"
    for mail in moment.mails:
        yield f"    ✉ {mail.subject}"
        yield f"      {mail.text}"


def _general(blueprint: Blueprint, promised: Promised | None) -> dict[str, str]:
    dates = promised.variables("nl") if promised else {}
    return {"zaaknummer": NUMBER, "dienst": blueprint.title.nl, **dates}
