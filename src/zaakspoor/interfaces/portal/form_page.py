"""A page of a form as the browser draws it: each question with its answer and its mistake."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zaakspoor.process.blueprints.engine import holds
from zaakspoor.process.blueprints.form_definition import Condition, Field, FormStep, Option, Text
from zaakspoor.process.intake.models import DraftFile
from zaakspoor.process.intake.queries import DraftView

# With more options than this a list that opens is easier to use than a row of buttons.
MOST_BUTTONS = 8
# kind of question: type of input, autocomplete, inputmode
INPUTS: Mapping[str, tuple[str, str, str]] = {
    "email": ("email", "email", "email"),
    "telefoon": ("tel", "tel", "tel"),
    "datum": ("date", "", ""),
    "bsn": ("text", "off", "numeric"),
    "tekst": ("text", "", ""),
}


@dataclass(frozen=True, slots=True)
class OptionView:
    """An answer to choose; `reveals` are the questions that only this answer brings."""

    key: str
    id: str
    label: str
    hint: str
    checked: bool
    reveals: Sequence["FieldView"]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A question with all that its HTML says. `room`: how many files may still be added."""

    key: str
    kind: str
    id: str
    label: str
    hint: str
    why: str
    error: str
    value: str
    required: bool
    is_select: bool
    options: Sequence[OptionView]
    files: Sequence[DraftFile]
    room: int
    accept: str
    max_length: int
    input_type: str
    autocomplete: str
    inputmode: str

    @property
    def described_by(self) -> str:
        """The ids of the hint and the error, for aria-describedby."""
        ids = [(self.hint, f"{self.id}-hulp"), (self.error, f"{self.id}-fout")]
        return " ".join(place for words, place in ids if words)

    @property
    def focus_id(self) -> str:
        """The id of the element to go to when there is a mistake."""
        has_buttons = self.kind == "keuze" and not self.is_select and self.options
        return self.options[0].id if has_buttons else self.id


@dataclass(frozen=True, slots=True)
class StepPage:
    """Draws the questions of one step, in one language."""

    step: FormStep
    draft: DraftView
    answers: Mapping[str, str]
    errors: Mapping[str, Text]
    language: str

    def fields(self) -> list[FieldView]:
        """Return the questions to draw, those that hang on an answer inside that answer."""
        loose = [field for field in self.step.fields if self._hangs_on(field.when) is None]
        return [self._field(field) for field in loose if self._is_shown(field)]

    def mistakes(self) -> list[tuple[str, str]]:
        """Return (id to go to, what is wrong) of every mistake, in the order of the page."""
        return [(field.focus_id, field.error) for field in _all(self.fields()) if field.error]

    def _hangs_on(self, condition: Condition | None) -> Field | None:
        """Return the question of this page whose buttons open the one with this condition."""
        if condition is None or condition.operator != "=":
            return None
        for field in self.step.fields:
            if field.key == condition.field and field.kind == "keuze" and not _is_select(field):
                return field
        return None

    def _is_shown(self, field: Field) -> bool:
        return field.when is None or holds(field.when, self.answers)

    def _field(self, field: Field) -> FieldView:
        files = self.draft.files.get(field.key, ())
        kind, autocomplete, inputmode = INPUTS.get(field.kind, ("text", "", ""))
        return FieldView(
            key=field.key,
            kind=field.kind,
            id=f"veld-{field.key}",
            label=self._say(field.label),
            hint=self._say(field.hint),
            why=self._say(field.why),
            error=self._say(self.errors.get(field.key)),
            value=self.answers.get(field.key, ""),
            required=field.required,
            is_select=_is_select(field),
            options=[self._option(field, option) for option in field.options],
            files=files,
            room=max(0, field.max_files - len(files)),
            accept=",".join(field.accept),
            max_length=field.max_length,
            input_type=kind,
            autocomplete=autocomplete,
            inputmode=inputmode,
        )

    def _option(self, field: Field, option: Option) -> OptionView:
        opened = [
            inner
            for inner in self.step.fields
            if inner.when and self._hangs_on(inner.when) == field and inner.when.value == option.key
        ]
        return OptionView(
            key=option.key,
            id=f"veld-{field.key}-{option.key}",
            label=self._say(option.label),
            hint=self._say(option.hint),
            checked=self.answers.get(field.key) == option.key,
            reveals=[self._field(inner) for inner in opened],
        )

    def _say(self, words: Text | None) -> str:
        return words.in_language(self.language) if words else ""


def _is_select(field: Field) -> bool:
    return len(field.options) > MOST_BUTTONS


def _all(fields: Sequence[FieldView]) -> Iterator[FieldView]:
    for field in fields:
        yield field
        for option in field.options:
            yield from _all(option.reveals)
