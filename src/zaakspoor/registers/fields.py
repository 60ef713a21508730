"""Kinds of column that the registers share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from zaakspoor.core.identities import is_valid_bsn
from zaakspoor.registers.durations import parse_duration


def validate_duration(value: str) -> None:
    """Accept an ISO 8601 duration."""
    try:
        parse_duration(value)
    except ValueError as error:
        raise ValidationError("Dit is geen ISO 8601-duur, zoals P8W of P1Y.") from error


def validate_rsin(value: str) -> None:
    """Accept an RSIN: nine digits that pass the same test as a BSN."""
    if not is_valid_bsn(value):
        raise ValidationError("Dit is geen geldig RSIN.")


def duration(*, required: bool = False) -> "models.CharField[Any, Any]":
    """Return a column for an ISO 8601 duration; empty stands for null in the standard."""
    return models.CharField(max_length=50, blank=not required, validators=[validate_duration])


def rsin(*, required: bool = True) -> "models.CharField[Any, Any]":
    """Return a column for the RSIN of an organisation."""
    return models.CharField(max_length=9, blank=not required, validators=[validate_rsin])
