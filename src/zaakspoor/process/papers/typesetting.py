"""From a template and data to a PDF that is tagged (PDF/UA-1) and archivable (PDF/A-3a).

The data never becomes part of the template's source: typst reads it as JSON, so a name with
signs that mean something to typst prints as it is written. Only typst's own fonts are used, so
the same data gives the same bytes on every machine.
"""

import json
import threading
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).resolve().parent / "templates"
_STANDARDS: list[Any] = ["ua-1", "a-3a"]
# What typst says when no font has a sign, or when PDF/A forbids it.
_LACKING = ("could not be displayed", "contains the codepoint")
# Signs that do not print but change what is around them: a name in reverse is not that name.
_STEERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})

_warm = threading.local()


class Unprintable(Exception):
    """A text holds a sign that our fonts lack or that must not be on paper.

    A person has to look at it: a box on an official paper in place of a letter is wrong.
    """


def render(template: str, data: dict[str, Any], *, at: datetime) -> bytes:
    """Return the PDF of `templates/<template>.typ` filled with `data`.

    `at` becomes the document's date, so that the same data and moment give the same bytes.

    :raises Unprintable: a text in `data` holds a sign that cannot be printed.
    """
    for text in _texts(data):
        _refuse_steering(text)
    try:
        pdf = _compiler().compile(
            input=TEMPLATES / f"{template}.typ",
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=_STANDARDS,
            timestamp=int(at.astimezone(UTC).timestamp()),
        )
    except typst.TypstError as error:
        if any(sign in str(error) for sign in _LACKING):
            # Not the error itself: it holds the text, which may be somebody's name.
            raise Unprintable("a sign is not in our fonts") from None
        raise
    assert isinstance(pdf, bytes)
    return pdf


def is_printable(text: str) -> bool:
    """Tell whether every sign of `text` can be printed."""
    try:
        render("probe", {"text": text}, at=datetime(2000, 1, 1, tzinfo=UTC))
    except Unprintable:
        return False
    return True


def printable(text: str) -> str:
    """Return `text` with each sign that cannot be printed as its code: [U+1F600].

    For what somebody sent us, which must be printed whatever it holds.
    """
    lacking = _lacking("".join(sorted({sign for sign in text if not sign.isascii()})))
    lacking |= {sign for sign in text if _is_steering(sign)}
    if not lacking:
        return text
    return "".join(f"[U+{ord(sign):04X}]" if sign in lacking else sign for sign in text)


def _lacking(signs: str) -> set[str]:
    # Halving finds the few lacking signs among many with few probes.
    if not signs or is_printable(" ".join(signs)):
        return set()
    if len(signs) == 1:
        return {signs}
    middle = len(signs) // 2
    return _lacking(signs[:middle]) | _lacking(signs[middle:])


def _compiler() -> typst.Compiler:
    # A compiler keeps fonts and templates warm but serves one thread at a time.
    if not hasattr(_warm, "compiler"):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
        _warm.compiler = typst.Compiler(root=TEMPLATES, font_paths=fonts)
    compiler: typst.Compiler = _warm.compiler
    return compiler


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _texts(part)
        case list() | tuple():
            for part in value:
                yield from _texts(part)


def _refuse_steering(text: str) -> None:
    if not text.isascii() or not text.isprintable():
        for sign in text:
            if _is_steering(sign):
                raise Unprintable(f"U+{ord(sign):04X} must not be on paper")


def _is_steering(sign: str) -> bool:
    if sign in "\n\t":
        return False
    return sign in _STEERING or unicodedata.category(sign) in _FORBIDDEN_CATEGORIES
