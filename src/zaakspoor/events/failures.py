"""Words for a failure that are safe to keep: enough to find the cause, nobody's number."""

import re
from pathlib import Path
from types import TracebackType

from zaakspoor.core.identities import is_valid_bsn

MESSAGE_LENGTH = 300
# What the column for it holds.
TOTAL_LENGTH = 400


def describe(error: BaseException) -> str:
    """Return the class, the place and the first 300 characters of the message of `error`."""
    message = blot(" ".join(str(error).split()))[:MESSAGE_LENGTH]
    text = f"{type(error).__name__}: {message}{_place(error.__traceback__)}"
    return text[:TOTAL_LENGTH]


def blot(text: str) -> str:
    """Return `text` without anything that could be a BSN: nine digits that pass the elfproef.

    Finds them with dots, dashes or spaces inside too, and without their leading zero.
    """
    return re.sub(r"\d+(?:[ .\-]\d+)*", _blot_groups, text)


def _blot_groups(match: re.Match[str]) -> str:
    """Blot whole neighbouring groups of digits: the tail of a longer number is no BSN."""
    parts = re.split(r"([ .\-])", match.group())
    for start in range(0, len(parts), 2):
        for end in range(start + 1, len(parts) + 1, 2):
            digits = "".join(parts[start:end:2])
            if len(digits) in (8, 9) and is_valid_bsn(digits.zfill(9)):
                before, after = "".join(parts[:start]), "".join(parts[end:])
                return before + "●" * 9 + blot(after)
    return match.group()


def _place(trace: TracebackType | None) -> str:
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})"
