"""The last page before sending: every answer as it will be sent, each with a way back to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from zaakspoor.process.blueprints import forms
from zaakspoor.process.blueprints.form_definition import Field
from zaakspoor.process.intake.queries import DraftView


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A question and what was answered; an open question that may stay open has no answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class AnsweredStep:
    """A page of the form with what was answered on it; `can_change`: something was typed there."""

    key: str
    title: str
    lines: Sequence[AnswerLine]
    can_change: bool


def answered_steps(draft: DraftView, language: str) -> list[AnsweredStep]:
    """Return the whole form as it was filled in, without the questions that were not asked."""
    visible = {field.key for field in forms.visible_fields(draft.blueprint.form, draft.answers)}
    return [
        AnsweredStep(
            key=step.key,
            title=step.title.in_language(language),
            lines=[_line(draft, field, language) for field in step.fields if field.key in visible],
            can_change=any(field.kind != "gegeven" for field in step.fields),
        )
        for step in draft.blueprint.form.steps
    ]


def _line(draft: DraftView, field: Field, language: str) -> AnswerLine:
    if field.kind == "bestand":
        answer = "\n".join(file.name for file in draft.files.get(field.key, ()))
    else:
        answer = forms.shown(field, draft.answers.get(field.key, ""), language)
    return AnswerLine(field.label.in_language(language), answer)
