"""What people answer: which questions they see, what they may say, how it is kept and shown."""

from zaakspoor.process.blueprints.forms.answers import (
    UnknownField,
    clean_step,
    shown,
    visible_answers,
    visible_fields,
)
from zaakspoor.process.blueprints.forms.checking import check_all, check_step
from zaakspoor.process.blueprints.forms.cleaning import BadAnswer, clean
from zaakspoor.process.blueprints.forms.schema import json_schema

__all__ = [
    "BadAnswer",
    "UnknownField",
    "check_all",
    "check_step",
    "clean",
    "clean_step",
    "json_schema",
    "shown",
    "visible_answers",
    "visible_fields",
]
