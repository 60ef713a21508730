"""The limits of the standard, checked before a row is written.

SQLite keeps a text of any length in a VARCHAR(80); so the check is here, once, for both databases.
"""

from typing import ClassVar, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from zaakspoor.core.refusals import Refused

Row = TypeVar("Row", bound=models.Model)


class Invalid(Refused):
    """A value breaks a limit of the standard. Names the attribute, never the value."""

    code: ClassVar[str] = "ongeldig"

    def __init__(self, model: str, fields: list[str]) -> None:
        self.fields = fields
        super().__init__(f"Controleer deze gegevens van {model}: {', '.join(fields)}.")


def checked(row: Row) -> Row:
    """Return `row` when every column keeps its limits: length, enumeration, required.

    Relations are left to the database, which refuses an unknown one without another query.

    :raises Invalid: with the names of the columns that do not.
    """
    relations = {field.name for field in row._meta.get_fields() if field.is_relation}
    try:
        row.clean_fields(exclude=relations)
    except ValidationError as error:
        raise Invalid(type(row).__name__, sorted(error.message_dict)) from None
    return row
