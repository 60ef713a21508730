"""The modules of the project as the convention tests read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "zaakspoor"


@dataclass(frozen=True)
class Module:
    """One Python file: where it stands, and what it says.

    `place` is the path inside the package: "registers/zaken/models.py", "simulators/town.py".
    """

    place: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text)

    @property
    def name(self) -> str:
        """The file name without .py."""
        return Path(self.place).stem

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders on the way to it, the outermost first."""
        return Path(self.place).parts[:-1]

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Give each call with the text of what is called: "Zaak.objects.create"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node, ast.unparse(node.func)

    def imports(self) -> Iterator[str]:
        """Give the outermost name of everything that is imported."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0]

    def classes(self) -> Iterator[ast.ClassDef]:
        """Give each class, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Give each function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def product() -> list[Module]:
    """Return the modules of the product, without migrations."""
    return _modules(SOURCE, base=SOURCE)


def simulators() -> list[Module]:
    """Return the modules of the simulated outside world."""
    return _modules(ROOT / "simulators", base=ROOT)


def the_rest() -> list[Module]:
    """Return the modules of the tests and of the build."""
    return _modules(ROOT / "tests", base=ROOT) + _modules(ROOT / "scripts", base=ROOT)


def _modules(folder: Path, *, base: Path) -> list[Module]:
    return [
        Module(str(path.relative_to(base)), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.py"))
        if "migrations" not in path.parts
    ]
