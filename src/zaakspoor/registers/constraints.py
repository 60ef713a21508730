"""Database constraints for what the standard calls required, and for its enumerations."""

from django.db import models
from django.db.models import CheckConstraint, Q


def filled(model: str, *fields: str) -> CheckConstraint:
    """Return the constraint that none of the text columns `fields` is empty."""
    condition = Q()
    for field in fields:
        condition &= ~Q(**{field: ""})
    return CheckConstraint(condition=condition, name=f"{model}_filled")


def one_of(
    model: str, field: str, choices: type[models.TextChoices], *, blank: bool = False
) -> CheckConstraint:
    """Return the constraint that `field` holds one of `choices`, or nothing when `blank`."""
    allowed = [*choices.values, ""] if blank else choices.values
    return CheckConstraint(condition=Q(**{f"{field}__in": allowed}), name=f"{model}_{field}_enum")


def only_when(model: str, field: str, condition: Q, *, empty: str | bool = "") -> CheckConstraint:
    """Return the constraint that `field` has a value exactly when `condition` holds."""
    is_empty = Q(**{field: empty})
    return CheckConstraint(
        condition=(condition & ~is_empty) | (~condition & is_empty), name=f"{model}_{field}_when"
    )
