"""The answers of one form together: which count, and how they read."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints.dates import spoken_day
from zaakspoor.process.blueprints.engine import holds
from zaakspoor.process.blueprints.form_definition import Field, Form, FormStep
from zaakspoor.process.blueprints.forms.cleaning import BadAnswer, clean, without_unreadable

_NOT_TYPED = frozenset({"bestand", "gegeven"})


class UnknownField(Refused):
    """The form does not have this question: no page of ours sent it."""

    code: ClassVar[str] = "onbekend-veld"


def visible_fields(form: Form, answers: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the questions that somebody with these answers sees, in order.

    An answer to a question that disappeared does not count: what hung on it disappears too.
    """
    seen: dict[str, str] = {}
    visible = []
    for step in form.steps:
        for field in step.fields:
            if field.when is None or holds(field.when, seen):
                visible.append(field)
                seen[field.key] = answers.get(field.key, "")
    return tuple(visible)


def visible_answers(form: Form, answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers to visible questions only, without the open ones, in form order."""
    return {
        field.key: answers[field.key]
        for field in visible_fields(form, answers)
        if answers.get(field.key)
    }


def clean_step(form: Form, step_key: str, raw: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed on one page as we keep it: clean where it is right, else as typed.

    A tick box that was not sent is an open answer; any other question that was not sent is
    left out, so that what was kept before stays.

    :raises UnknownField: `raw` has a question that is not on this page.
    """
    fields = {field.key: field for field in _step(form, step_key).fields}
    if any(key not in fields or fields[key].kind in _NOT_TYPED for key in raw):
        raise UnknownField("Dit formulier klopt niet meer. Open de pagina opnieuw.")
    boxes = {key: "" for key, field in fields.items() if field.kind == "verklaring"}
    return {key: _kept(fields[key], value) for key, value in {**boxes, **raw}.items()}


def shown(field: Field, answer: str, language: str) -> str:
    """Return an answer as people read it: the label of an option, a date in words."""
    if field.kind == "keuze":
        labels = {option.key: option.label.in_language(language) for option in field.options}
        return labels.get(answer, answer)
    if field.kind == "verklaring" and answer:
        return "Yes" if language.startswith("en") else "Ja"
    if field.kind == "datum" and answer:
        return _spoken(answer, language)
    return answer


def _step(form: Form, step_key: str) -> FormStep:
    for step in form.steps:
        if step.key == step_key:
            return step
    raise UnknownField("Deze stap is er niet meer. Begin bij de eerste stap.")


def _kept(field: Field, value: str) -> str:
    try:
        return clean(field, value)
    except BadAnswer:
        # Room to show the mistake again, not to fill a disk.
        return without_unreadable(value)[: 2 * max(field.max_length, 200)]


def _spoken(answer: str, language: str) -> str:
    try:
        day = date.fromisoformat(answer)
    except ValueError:
        return answer
    return spoken_day(day, language)
