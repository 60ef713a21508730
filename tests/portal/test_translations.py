"""Every Dutch text of a page has an English one, and every English text is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import zaakspoor

SOURCE = Path(zaakspoor.__file__).parent
TRANSLATING = {"gettext", "gettext_lazy", "ngettext", "_"}
# How Django writes down what a template asks to translate.
CALL = re.compile(r"""\b(?:gettext|ngettext|_)\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
VARIABLE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
# Its readers are employees of a Dutch municipality.
DUTCH_ONLY = "workbench"

CATALOGS = sorted(SOURCE.rglob("locale/en/LC_MESSAGES/django.po"))
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
MODULES = sorted((SOURCE / "interfaces").rglob("*.py"))


def read(path: Path) -> Catalog:
    with path.open("rb") as text:
        return read_po(text, locale="en")


def entries() -> Iterator[Message]:
    for path in CATALOGS:
        yield from (message for message in read(path) if message.id)


def key(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def in_template(path: Path) -> set[str]:
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return {ast.literal_eval(found) for found in CALL.findall(text)}


def in_module(path: Path) -> set[str]:
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    return {
        call.args[0].value
        for call in calls
        if ast.unparse(call.func) in TRANSLATING
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def used() -> dict[str, Path]:
    """Give each text with one of the files that shows it."""
    found: dict[str, Path] = {}
    for path in TEMPLATES:
        found |= dict.fromkeys(in_template(path), path)
    for path in MODULES:
        found |= dict.fromkeys(in_module(path), path)
    return found


def test_every_text_has_an_english_one() -> None:
    translated = {key(message) for message in entries() if message.string}
    missing = {
        text: path.relative_to(SOURCE).as_posix()
        for text, path in used().items()
        if text not in translated and DUTCH_ONLY not in path.parts
    }
    assert missing == {}


def test_every_english_text_is_used() -> None:
    unused = {key(message) for message in entries()} - set(used())
    assert unused == set()


@pytest.mark.parametrize("message", list(entries()), ids=lambda message: key(message)[:40])
def test_a_translation_keeps_the_variables(message: Message) -> None:
    dutch = message.id if isinstance(message.id, str) else " ".join(message.id)
    english = message.string if isinstance(message.string, str) else " ".join(message.string or ())
    assert set(VARIABLE.findall(dutch)) == set(VARIABLE.findall(english))


def test_what_a_template_says_is_found(tmp_path: Path) -> None:
    template = tmp_path / "page.html"
    template.write_text(
        '{% load i18n %}{% translate "Een" %}{% include "x" with a=_("Twee") %}'
        "{% blocktranslate count n=n trimmed %}\n drie\n{% plural %}\n drieën\n"
        "{% endblocktranslate %}"
    )
    assert in_template(template) == {"Een", "Twee", "drie"}
