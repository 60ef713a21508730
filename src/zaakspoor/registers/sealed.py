"""A column that holds JSON about a person, encrypted at rest."""

import json
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression

from zaakspoor.core import vault

if TYPE_CHECKING:
    JSON = dict[str, Any]
    JSONColumn = models.Field[JSON, JSON]
else:  # Django's own class takes no type parameters at run time
    JSONColumn = models.Field


class SealedJSONField(JSONColumn):
    """JSON in Python, an opaque token in the database. Cannot be searched: keep a hash for that."""

    empty_strings_allowed = False

    def get_internal_type(self) -> str:
        return "TextField"

    def from_db_value(
        self, value: str | None, expression: Expression, connection: BaseDatabaseWrapper
    ) -> Any:
        return {} if not value else json.loads(vault.decrypt(value))

    def get_prep_value(self, value: Any) -> str:
        if not value:
            return ""
        return vault.encrypt(json.dumps(value, ensure_ascii=False, sort_keys=True))
