"""What the resident will see when an action is carried out: shown before the button is pressed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zaakspoor.process.blueprints.definition import Action, Blueprint, Status
from zaakspoor.process.blueprints.form_definition import Text
from zaakspoor.process.blueprints.vocabulary import FACTS
from zaakspoor.process.tracking.texts import status_text

TURNS = {
    "aanvrager": "De aanvrager is aan zet.",
    "gemeente": "De gemeente is aan zet.",
    "derde": "Iemand anders is aan zet.",
    "niemand": "De zaak is klaar.",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """Status and message as the resident will read them. An empty subject: no message."""

    status_title: str
    status_text: str
    turn: str
    message_subject: str
    is_automatic: bool
    is_end: bool


def preview_of(
    blueprint: Blueprint, action: Action, facts: Mapping[str, str], *, identificatie: str
) -> Preview:
    """Return what follows for the resident from `action` with `facts` filled in."""
    status = blueprint.statuses[action.to]
    message = blueprint.messages[status.message] if status.message else None
    return Preview(
        status_title=status.title.nl,
        status_text=status_text(blueprint, _with_gaps(status, facts), facts, "nl"),
        turn=TURNS[status.turn],
        message_subject=message.subject.nl.replace("{zaaknummer}", identificatie)
        if message
        else "",
        is_automatic=status.automatic is not None,
        is_end=status.is_end,
    )


def _with_gaps(status: Status, facts: Mapping[str, str]) -> Status:
    """Show where something still has to be filled in, instead of a sentence that misses a word."""
    words = status.text.nl
    for name in FACTS:
        if not facts.get(name):
            words = words.replace("{" + name + "}", "[…]")
    return replace(status, text=Text(nl=words, en=status.text.en))
