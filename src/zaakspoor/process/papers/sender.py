"""Who sends our papers: the municipality, as the settings name it."""

from datetime import datetime
from typing import Any

from django.conf import settings

from zaakspoor.core.clock import AMSTERDAM, local_date
from zaakspoor.process.papers.partial_date import PartialDate

# A text in one or two languages: [{"lang": "nl", "text": "..."}, ...].
Runs = list[dict[str, str]]

_DEMO = {
    "nl": "DEMO. Dit papier heeft geen waarde.",
    "en": "DEMO. This paper has no value.",
}
_PAGE = {"nl": "Pagina", "en": "Page"}


def runs(languages: tuple[str, ...], texts: dict[str, str]) -> Runs:
    """Return the texts in `languages`, in that order; texts that are the same count once."""
    found = {texts[language]: language for language in reversed(languages)}
    return [{"lang": language, "text": text} for text, language in reversed(found.items())]


def frame(*, languages: tuple[str, ...], title: dict[str, str], number: str) -> dict[str, Any]:
    """Return the data that every template needs; `number` stands at the foot of each page."""
    return {
        "lang": languages[0],
        "title": runs(languages, title),
        "number": number,
        "page": runs(languages, _PAGE),
        "demo": [] if settings.PRODUCTION else runs(languages, _DEMO),
        "sender": {
            "name": f"Gemeente {settings.MUNICIPALITY}",
            "contact": f"{settings.MUNICIPALITY_ADDRESS}, telefoon {settings.MUNICIPALITY_PHONE}",
        },
    }


def date_texts(at: datetime) -> dict[str, str]:
    """Return the Dutch calendar date of a moment in words, per language."""
    day = local_date(at)
    whole = PartialDate(day.year, day.month, day.day)
    return {language: whole.text(language) for language in ("nl", "en")}


def moment_texts(at: datetime) -> dict[str, str]:
    """Return the date and the time in the Netherlands in words, per language."""
    clock = at.astimezone(AMSTERDAM)
    days = date_texts(at)
    return {
        "nl": f"{days['nl']} om {clock:%H.%M} uur",
        "en": f"{days['en']} at {clock:%H:%M}",
    }
