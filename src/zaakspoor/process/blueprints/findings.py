"""What is wrong with a blueprint: which rule, on which line, in words for its author."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fout", "waarschuwing"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. A `fout` stops publishing, a `waarschuwing` does not. Line 0: no line known."""

    rule: str
    line: int
    text: str
    severity: Severity = "fout"

    def __str__(self) -> str:
        return f"regel {self.line}: {self.text} [{self.rule}]"


class BlueprintInvalid(Exception):
    """The text cannot become a blueprint; `findings` says why, in the order of the file."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings, key=lambda finding: finding.line)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class Lines:
    """On which line each part of a blueprint stands, by the Dutch keys that lead to it."""

    def __init__(self, lines: Mapping[tuple[str, ...], int]) -> None:
        self._lines = lines

    def of(self, *path: str) -> int:
        """Return the line of `path`, or of the nearest part around it that has one."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)
