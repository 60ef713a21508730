"""Builds what is not kept in the repository: styles, translations and static files.

Each step remembers a fingerprint of what it was made from, and is skipped while that is the same.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
SOURCE = ROOT / "src" / "zaakspoor"
BUILT = SOURCE / "interfaces" / "design" / "built"
STATIC = Path(os.environ.get("DATA_DIR", str(ROOT / "var"))) / "static"
MEMORY = ROOT / ".venv" / "prepared.json"
OLDEST_NODE = 20


@dataclass(frozen=True)
class Step:
    """Something to build: from which files, into what, and how."""

    name: str
    sources: Callable[[], Iterable[Path]]
    results: Callable[[], Iterable[Path]]
    build: Callable[[], None]


def main() -> None:
    """Carry out the steps whose sources changed since the last time."""
    memory = json.loads(MEMORY.read_text()) if MEMORY.exists() else {}
    for step in STEPS:
        fingerprint = _fingerprint(step.sources())
        results = list(step.results())
        if memory.get(step.name) == fingerprint and all(path.exists() for path in results):
            continue
        sys.stderr.write(f"==> {step.name}\n")
        step.build()
        memory[step.name] = fingerprint
        MEMORY.write_text(json.dumps(memory, indent=1))


def install_node_packages() -> None:
    """Install the design system's packages as package-lock.json pins them."""
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    _run(*command, path=f"{BIN}{os.pathsep}{os.environ['PATH']}" if not _has_node() else None)


def build_design() -> None:
    """Copy and prune the styles and fonts of the design system."""
    _run(sys.executable, "scripts/build_design.py")


def compile_translations() -> None:
    """Make a .mo of each .po, with babel: not every machine has gettext."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in _translations():
        with source.open("rb") as text:
            catalog = read_po(text, locale=source.parent.parent.name)
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)


def collect_static() -> None:
    """Gather, hash and compress the static files."""
    _run(
        *(sys.executable, "-m", "django", "collectstatic", "--noinput", "--clear", "-v0"),
        DJANGO_SETTINGS_MODULE="zaakspoor.config.settings",
    )


def _has_node() -> bool:
    """Look for a node and npm that will do; put one from PyPI into .venv when there is none."""
    version = _output("node", "--version").removeprefix("v").partition(".")[0]
    if version.isdigit() and int(version) >= OLDEST_NODE and shutil.which("npm"):
        return True
    if not (BIN / "npm").exists():
        _run(*(sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes"),
             *("-r", "requirements/node.txt"))  # fmt: skip
    return False


def _output(*command: str) -> str:
    if not shutil.which(command[0]):
        return ""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _run(*command: str, path: str | None = None, **environment: str) -> None:
    if path:
        environment["PATH"] = path
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False)
    if done.returncode:
        sys.exit(f"This did not work: {' '.join(command)}")


def _fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _node_lock() -> Iterator[Path]:
    yield ROOT / "package-lock.json"


def _design_sources() -> Iterator[Path]:
    # What our own style sheets read decides which tokens of the theme are kept.
    yield from (ROOT / "package-lock.json", ROOT / "scripts" / "build_design.py")
    yield from (SOURCE / "interfaces").rglob("static/**/*.css")


def _translations() -> list[Path]:
    return list(SOURCE.rglob("locale/*/LC_MESSAGES/django.po"))


def _static_sources() -> Iterator[Path]:
    folders = [BUILT, *(SOURCE / "interfaces").rglob("static")]
    return (path for folder in folders for path in folder.rglob("*") if path.is_file())


STEPS = [
    Step(
        "installing node packages",
        _node_lock,
        lambda: [ROOT / "node_modules"],
        install_node_packages,
    ),
    Step("building the design system", _design_sources, lambda: [BUILT], build_design),
    Step(
        "compiling translations",
        _translations,
        lambda: [path.with_suffix(".mo") for path in _translations()],
        compile_translations,
    ),
    Step(
        "collecting static files",
        _static_sources,
        lambda: [STATIC / "staticfiles.json"],
        collect_static,
    ),
]

if __name__ == "__main__":
    main()
