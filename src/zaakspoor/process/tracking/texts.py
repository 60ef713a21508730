"""The words a resident reads about a status, with the facts of the case filled in."""

from collections.abc import Mapping
from datetime import date

from django.utils import translation
from django.utils.formats import date_format

from zaakspoor.process.blueprints.definition import Blueprint, Status


def status_text(
    blueprint: Blueprint, status: Status, facts: Mapping[str, str], language: str
) -> str:
    """Return the text of `status` with reason, question, date and explanation filled in.

    A fact that is not there leaves nothing behind: no braces are ever shown.
    """
    template = status.text.in_language(language)
    reason = blueprint.reasons.get(facts.get("reden", ""))
    values = {
        "reden": reason.in_language(language) if reason else "",
        "vraagtekst": facts.get("vraagtekst", ""),
        "uitleg": facts.get("uitleg", ""),
        "reactiedatum": _day(facts.get("reactiedatum", ""), language),
    }
    for name, value in values.items():
        template = template.replace("{" + name + "}", value)
    return " ".join(template.split())


def _day(text: str, language: str) -> str:
    if not text:
        return ""
    with translation.override(language):
        return date_format(date.fromisoformat(text), "j F Y")
