"""What is still wrong with the answers, per question."""

from collections.abc import Mapping

from zaakspoor.process.blueprints.form_definition import Field, Form, Text
from zaakspoor.process.blueprints.forms import wording
from zaakspoor.process.blueprints.forms.answers import visible_fields
from zaakspoor.process.blueprints.forms.cleaning import BadAnswer, clean


def check_step(
    form: Form, step_key: str, answers: Mapping[str, str], files_count: Mapping[str, int]
) -> dict[str, Text]:
    """Return what is wrong on one page; empty when it is in order.

    `answers` are those of the whole form, `files_count` the number of files per question:
    whether a question counts may depend on an earlier page.
    """
    on_page = {field.key for step in form.steps if step.key == step_key for field in step.fields}
    errors = check_all(form, answers, files_count)
    return {key: text for key, text in errors.items() if key in on_page}


def check_all(
    form: Form, answers: Mapping[str, str], files_count: Mapping[str, int]
) -> dict[str, Text]:
    """Return what is wrong in the whole form, in its order; empty when it can be sent."""
    errors: dict[str, Text] = {}
    for field in visible_fields(form, answers):
        error = _error(field, answers.get(field.key, ""), files_count.get(field.key, 0))
        if error:
            errors[field.key] = error
    return errors


def _error(field: Field, answer: str, files: int) -> Text | None:
    if field.kind == "bestand":
        if files > field.max_files:
            return wording.too_many_files(field.max_files)
        return wording.missing(field) if field.required and not files else None
    try:
        cleaned = clean(field, answer)
    except BadAnswer as bad:
        return bad.text
    return wording.missing(field) if field.required and not cleaned else None
