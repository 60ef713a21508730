"""One row, read by its key, with SQL that is made once per process.

Django composes the SQL of every question anew, which takes five times as long as asking it. One
application asks for some forty rows by their key, in the one process that also serves the pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models.expressions import Col

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a model is read: the SQL, its attributes in order, and how values become Python.

    `converters` holds the position of a column, the column, and what to call with its value.
    """

    sql: str
    names: tuple[str, ...]
    converters: tuple[tuple[int, Col, tuple[Callable[..., Any], ...]], ...]


def get(model: type[Row], key: object) -> Row:
    """Return the row with this primary key, as `model.objects.get(pk=key)` does.

    :raises model.DoesNotExist: there is none.
    """
    # When there is none, Django says so in its own words.
    return find(model, key) or model._base_manager.get(pk=key)


def find(model: type[Row], key: object) -> Row | None:
    """Return the row with this primary key, or None."""
    return _read(model, key, _reading(model, connection.vendor, locked=False))


def lock(model: type[Row], key: object) -> Row:
    """Return the row with this primary key, locked until the transaction ends.

    SQLite has no locks on rows and needs none: there a transaction is the only one that writes.

    :raises model.DoesNotExist: there is none.
    :raises RuntimeError: there is no transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a row is locked until the end of a transaction, and there is none")
    row = _read(model, key, _reading(model, connection.vendor, locked=True))
    return row or model._base_manager.select_for_update().get(pk=key)


def _read(model: type[Row], key: object, reading: _Reading) -> Row | None:
    with connection.cursor() as cursor:
        cursor.execute(reading.sql, [model._meta.pk.get_db_prep_value(key, connection)])
        found = cursor.fetchone()
    if found is None:
        return None
    values = list(found)
    for position, column, converters in reading.converters:
        for convert in converters:
            values[position] = convert(values[position], column, connection)
    return model.from_db(connection.alias, reading.names, values)


@lru_cache(maxsize=500)
def _reading(model: type[models.Model], vendor: str, *, locked: bool) -> _Reading:
    meta, quote = model._meta, connection.ops.quote_name
    columns = [field.get_col(meta.db_table) for field in meta.concrete_fields]
    # A concrete field has a column; only the type of Django's fields does not say so.
    names = ", ".join(quote(str(field.column)) for field in meta.concrete_fields)
    key = quote(str(meta.pk.column))
    sql = f"SELECT {names} FROM {quote(meta.db_table)} WHERE {key} = %s"
    converters = (
        (
            number,
            column,
            (*connection.ops.get_db_converters(column), *column.get_db_converters(connection)),
        )
        for number, column in enumerate(columns)
    )
    return _Reading(
        sql=sql + (" FOR UPDATE" if locked and vendor == "postgresql" else ""),
        names=tuple(field.attname for field in meta.concrete_fields),
        converters=tuple(each for each in converters if each[2]),
    )
