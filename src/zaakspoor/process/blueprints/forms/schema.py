"""The form as JSON Schema (draft 2020-12), for programs that fill it in."""

from typing import Any

from zaakspoor.process.blueprints.form_definition import Condition, Field, Form

_NOT_TYPED = frozenset({"bestand", "gegeven"})
_FORMATS = {"email": "email", "datum": "date"}


def json_schema(form: Form) -> dict[str, Any]:
    """Return the schema of the answers to `form`.

    Files travel apart from the answers and what a register knows is not asked: neither has a
    property. What a schema cannot say, such
    as the elfproef of a BSN, is checked when the answers come in.
    """
    fields = [field for field in form.fields.values() if field.kind not in _NOT_TYPED]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _property(field) for field in fields},
        "required": [field.key for field in fields if field.required and not field.when],
        "allOf": [_required_when(field, field.when) for field in fields if _depends(field)],
    }


def _property(field: Field) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "title": field.label.nl}
    if field.hint:
        schema["description"] = field.hint.nl
    if field.kind in _FORMATS:
        schema["format"] = _FORMATS[field.kind]
    if field.kind == "keuze":
        schema["enum"] = [option.key for option in field.options]
    elif field.kind == "bsn":
        schema["pattern"] = "^[0-9]{9}$"
    elif field.kind == "verklaring":
        schema["const"] = "ja"
    elif field.max_length:
        schema["maxLength"] = field.max_length
    return schema


def _depends(field: Field) -> bool:
    # A comparison of numbers has no place in a schema of strings.
    return field.required and field.when is not None and field.when.operator in ("=", "!=")


def _required_when(field: Field, condition: Condition | None) -> dict[str, Any]:
    assert condition is not None
    value: dict[str, Any] = {"const": condition.value}
    if condition.operator == "!=":
        value = {"not": value}
    return {
        "if": {
            "properties": {condition.field: value},
            "required": [condition.field],
        },
        "then": {"required": [field.key]},
    }
