"""The YAML file as parts that know their line and refuse what they do not know.

Every read gives a usable value, also when it is wrong or absent: the fault goes to the report,
so that one look at a file tells its author everything.
"""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TypeVar

import yaml

from zaakspoor.process.blueprints.definition import Span
from zaakspoor.process.blueprints.findings import Finding
from zaakspoor.process.blueprints.form_definition import Condition, Text
from zaakspoor.process.blueprints.loading import values

Path = tuple[str, ...]
Value = TypeVar("Value")
Word = TypeVar("Word", bound=str)
QUOTES = (
    "Staat er een komma, dubbele punt of vraagteken in de tekst? Zet hem tussen aanhalingstekens."
)
_NO_NAME = "kan geen naam zijn: kleine letters, cijfers en _, te beginnen met een letter"


class Report:
    """What was found while reading, and on which line each part stands."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.lines: dict[Path, int] = {}
        self._seen: set[int] = set()

    def fault(self, rule: str, line: int, text: str) -> None:
        """Add a fault of `rule` on `line`."""
        self.findings.append(Finding(rule, line, text))

    def first_time(self, node: yaml.Node) -> bool:
        """Whether this node was not read before: an alias (`*name`) leads to the same node."""
        if id(node) in self._seen:
            self.fault("geen-verwijzingen", _line(node), "schrijf het uit: * en & kunnen hier niet")
            return False
        self._seen.add(id(node))
        return True


class Entry:
    """One value in the file, or the absence of one."""

    def __init__(self, node: yaml.Node | None, report: Report, path: Path, line: int) -> None:
        self._node = node
        self.report = report
        self.path = path
        self.line = line
        if node is not None:
            report.lines[path] = line

    @property
    def given(self) -> bool:
        """Whether the file has this value at all."""
        return self._node is not None

    @property
    def is_list(self) -> bool:
        """Whether this is a list, where a single value may stand too."""
        return isinstance(self._node, yaml.SequenceNode)

    def has(self, key: str) -> bool:
        """Whether this is a mapping with `key`."""
        return isinstance(self._node, yaml.MappingNode) and any(
            found.value == key for found, _ in self._node.value
        )

    def fault(self, rule: str, text: str) -> None:
        """Report that this value breaks `rule`."""
        place = ".".join(self.path)
        self.report.fault(rule, self.line, f"{place}: {text}" if place else text)

    def part(self, *, need: str, may: str = "") -> "Part":
        """Read a mapping with a closed set of keys: all words of `need`, any of `may`."""
        known = need.split() + may.split()
        found = self._pairs()
        for key in [key for key in found if key not in known]:
            found.pop(key).fault("onbekende-sleutel", _unknown(key, known))
        missing = [key for key in need.split() if key not in found]
        if missing and self.given:
            self.fault("sleutel-ontbreekt", f"hier ontbreekt: {', '.join(missing)}")
        return Part(self, found)

    def named(self) -> "dict[str, Entry]":
        """Read a mapping whose keys are names that the author chose."""
        found = self._pairs()
        for key, entry in found.items():
            if not values.KEY.fullmatch(key):
                entry.fault("ongeldige-naam", f"'{key}' {_NO_NAME}")
        return found

    def listed(self, name_key: str = "") -> "list[Entry]":
        """Read a list; with `name_key` each item is called by that key instead of its number."""
        if self._node is None:
            return []
        if not isinstance(self._node, yaml.SequenceNode):
            self.fault("verkeerde-vorm", "hier hoort een lijst, met een streepje per regel")
            return []
        return [
            Entry(node, self.report, (*self.path, _name(node, name_key, number)), _line(node))
            for number, node in enumerate(self._node.value, 1)
            if self.report.first_time(node)
        ]

    def word(self) -> str:
        """Read one word or line of text; "" when absent."""
        if self._node is None:
            return ""
        if not isinstance(self._node, yaml.ScalarNode):
            self.fault("verkeerde-vorm", "hier hoort één woord of één tekst")
            return ""
        text: str = self._node.value
        if not text.strip():
            self.fault("leeg", "hier staat niets")
        return text.strip()

    def name(self, *, hyphens: bool = False) -> str:
        """Read a name that the author chose."""
        name = self.word()
        if name and not values.KEY.fullmatch(name.replace("-", "_") if hyphens else name):
            self.fault("ongeldige-naam", f"'{name}' {_NO_NAME}")
        return name

    def words(self) -> tuple[str, ...]:
        """Read a list of words; a single word counts as a list of one."""
        if isinstance(self._node, yaml.ScalarNode):
            return (self.word(),)
        return tuple(item.word() for item in self.listed())

    def choice(self, options: Sequence[Word], default: Word) -> Word:
        """Read one word out of a closed list; `default` when absent or wrong."""
        if not self.given:
            return default
        word = self.word()
        for option in options:
            if option == word:
                return option
        self.fault("onbekend-woord", _unknown(word, options))
        return default

    def yes(self, *, default: bool = False) -> bool:
        """Read ja or nee."""
        return self.choice(("ja", "nee"), "ja" if default else "nee") == "ja"

    def number(self, default: int = 0) -> int:
        """Read a whole number, zero or more."""
        if not self.given:
            return default
        word = self.word()
        if not (word.isascii() and word.isdigit() and len(word) < 10):
            self.fault("geen-getal", f"'{word}' is geen heel getal")
            return default
        return int(word)

    def text(self) -> Text:
        """Read a text in two languages; one in Dutch only is read, the lint will ask for more."""
        if isinstance(self._node, yaml.ScalarNode):
            return Text(self.word(), "")
        found = self._pairs()
        for key in [key for key in found if key not in ("nl", "en")]:
            found.pop(key).fault("onbekende-sleutel", f"onbekende taal '{key}'. {QUOTES}")
        nl, en = (found[code].word() if code in found else "" for code in ("nl", "en"))
        return Text(nl, en)

    def text_or_none(self) -> Text | None:
        """Read a text that may be absent."""
        return self.text() if self.given else None

    def span(self, units: Sequence[str] = ()) -> Span | None:
        """Read a span of time in one of `units` (none given: any)."""
        problem = "is geen tijdvak, zoals 30s, 5min, 1u, 3d, 1wd of 8w"
        found = self._read(values.span, "geen-tijdvak", problem)
        if found and units and found.unit not in units:
            self.fault("geen-tijdvak", f"{found} kan hier niet, kies uit: {', '.join(units)}")
        return found

    def condition(self) -> Condition | None:
        """Read a condition that may be absent."""
        example = "voor_wie=ander of bedrag<=75000"
        return self._read(
            values.condition, "geen-voorwaarde", f"is geen voorwaarde, zoals {example}"
        )

    def size(self) -> int:
        """Read a file size in bytes; 0 when absent."""
        return self._read(values.size, "geen-grootte", "is geen grootte, zoals 5 MB") or 0

    def _read(self, reader: Callable[[str], Value | None], rule: str, problem: str) -> Value | None:
        if not self.given:
            return None
        word = self.word()
        found = reader(word)
        if found is None:
            self.fault(rule, f"'{word}' {problem}")
        return found

    def _pairs(self) -> "dict[str, Entry]":
        if self._node is None:
            return {}
        if not isinstance(self._node, yaml.MappingNode):
            self.fault("verkeerde-vorm", "hier horen sleutels met een dubbele punt")
            return {}
        found: dict[str, Entry] = {}
        for key_node, node in self._node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            line = _line(key_node)
            if key in found:
                self.report.fault("dubbele-sleutel", line, f"'{key}' staat hier al eerder")
            elif self.report.first_time(node):
                found[key] = Entry(node, self.report, (*self.path, key), line)
        return found


class Part:
    """A mapping that was read: give it a key, get the entry, present or absent."""

    def __init__(self, entry: Entry, found: dict[str, Entry]) -> None:
        self._entry = entry
        self._found = found

    def __getitem__(self, key: str) -> Entry:
        if key in self._found:
            return self._found[key]
        return Entry(None, self._entry.report, (*self._entry.path, key), self._entry.line)


def _line(node: yaml.Node) -> int:
    line: int = node.start_mark.line
    return line + 1


def _name(node: yaml.Node, name_key: str, number: int) -> str:
    if name_key and isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name_key and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return str(number)


def _unknown(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    if near:
        return f"'{word}' kennen wij niet; bedoelt u '{near[0]}'?"
    return f"'{word}' kennen wij niet; kies uit: {', '.join(known)}"
