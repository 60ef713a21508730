"""The small notations inside a blueprint: a span of time, a condition, a file size."""

import re
from typing import cast

from zaakspoor.process.blueprints.definition import Span, Unit
from zaakspoor.process.blueprints.form_definition import Condition

KEY = re.compile(r"[a-z][a-z0-9_]{0,49}")
_SPAN = re.compile(r"(\d{1,4})\s*(s|min|u|d|wd|w|maand|jaar)")
_CONDITION = re.compile(r"([a-z][a-z0-9_]*)\s*(<=|>=|!=|=|<|>)\s*(\S.*)")
_SIZE = re.compile(r"(\d{1,4})\s*(kB|MB)")
_BYTES = {"kB": 1024, "MB": 1024 * 1024}


def span(text: str) -> Span | None:
    """Read a span such as 30s, 5min, 1u, 3d, 1wd, 8w; None when the text is none."""
    found = _SPAN.fullmatch(text)
    return Span(int(found[1]), cast("Unit", found[2])) if found and int(found[1]) else None


def condition(text: str) -> Condition | None:
    """Read a condition such as `voor_wie=ander` or `bedrag<=75000`; None when the text is none."""
    found = _CONDITION.fullmatch(text)
    if found is None:
        return None
    sign = found[2]
    if sign not in ("=", "!=") and not re.fullmatch(r"-?\d+", found[3]):
        return None
    return Condition(found[1], sign, found[3])  # type: ignore[arg-type]  # the pattern holds it


def size(text: str) -> int | None:
    """Read a file size such as 5 MB, in bytes; None when the text is none."""
    found = _SIZE.fullmatch(text)
    return int(found[1]) * _BYTES[found[2]] if found else None
