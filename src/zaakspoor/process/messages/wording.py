"""The words of a message: what the blueprint says, and what every message has."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from zaakspoor.core.clock import AMSTERDAM
from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.form_definition import Text
from zaakspoor.process.terms.models import Promise

_CLOSING = Text(
    nl=(
        "Bekijk uw aanvraag: {link}\n\n"
        "Liever bellen? Dat kan: {telefoon}. Noem uw zaaknummer.\n\n"
        "Met vriendelijke groet,\nGemeente {gemeente}\n\n"
        "U kunt niet antwoorden op dit bericht."
    ),
    en=(
        "See your application: {link}\n\n"
        "Rather call? You can: {telefoon}. Mention your case number.\n\n"
        "Kind regards,\nMunicipality of {gemeente}\n\n"
        "You cannot reply to this message."
    ),
)
_GREETING = Text("Beste inwoner,", "Dear resident,")


@dataclass(frozen=True, slots=True)
class Wording:
    """Subject and plain text of one message."""

    subject: str
    text: str


def word(
    blueprint: Blueprint, key: str, *, language: str, zaak_id: str, number: str, promise: Promise
) -> Wording:
    """Return message `key` in `language`, with the dates of the newest promise.

    Only the closed list of safe variables exists here: nothing of what was asked or answered
    can end up in a mail (Awb 2:9).
    """
    message = blueprint.messages[key]
    variables = {
        "zaaknummer": number,
        "dienst": blueprint.title.in_language(language),
        "verwacht": _expected(promise, language),
        "uiterlijk": _day(promise.latest_on, language),
        "link": f"{settings.BASE_URL}/zaken/{zaak_id}/",
        "telefoon": settings.MUNICIPALITY_PHONE,
        "gemeente": settings.MUNICIPALITY,
    }
    parts = [_GREETING, message.text, _CLOSING]
    filled = [engine.fill(part, language, variables) for part in parts]
    return Wording(
        subject=engine.fill(message.subject, language, variables),
        text="\n\n".join(filled) + "\n",
    )


def _expected(promise: Promise, language: str) -> str:
    if promise.expected_at is None:
        return _day(promise.expected_on, language)
    moment = promise.expected_at.astimezone(AMSTERDAM)
    with translation.override(language):
        day = date_format(moment, "j F Y")
        clock = date_format(moment, "H.i" if language == "nl" else "H:i")
    return f"{day}, {clock} uur" if language == "nl" else f"{day}, {clock}"


def _day(day: date, language: str) -> str:
    with translation.override(language):
        return date_format(day, "j F Y")
