"""What the documents say is so."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from django.apps import apps

from tests.support.modules import ROOT, SOURCE, product, simulators
from zaakspoor.cli import parser

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RECORDS = sorted((ROOT / "docs" / "adr").glob("*.md"))


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def identity(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_setting_is_documented_and_nothing_else() -> None:
    settings = (SOURCE / "config" / "settings.py").read_text(encoding="utf-8")
    asked = set(re.findall(r'env\.\w+\(\s*"(\w+)"', settings))
    table = text_of("docs/operations.md").split("## Settings")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == asked


def test_every_table_of_the_registers_is_in_the_glossary() -> None:
    glossary = text_of("docs/glossary.md")
    models = [
        model.__name__
        for app in apps.get_app_configs()
        if app.name.startswith("zaakspoor.registers.")
        for model in app.get_models()
    ]
    assert models
    assert [name for name in models if not re.search(rf"\b{name}\b", glossary)] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *text_of("requirements/build.in").split()]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    names = {re.split(r"[^\w-]", entry)[0].lower() for entry in wanted}
    (record,) = (path for path in RECORDS if "dependencies" in path.name)
    documented = re.findall(r"^\| ([\w-]+) \|", record.read_text("utf-8"), re.MULTILINE)
    assert names - {name.lower() for name in documented} == set()


def test_every_import_of_the_product_is_a_declared_dependency() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["demo"]]
    names = {re.split(r"[^\w-]", entry)[0].lower() for entry in declared}
    owners = packages_distributions()
    foreign = {
        name
        for module in product() + simulators()
        for name in module.imports()
        if name not in sys.stdlib_module_names and name not in {"zaakspoor", "simulators"}
    }
    undeclared = {
        name
        for name in foreign
        if not {owner.lower() for owner in owners.get(name, [name])} & names
    }
    assert undeclared == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=identity)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=identity)
def test_commands_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets
    commands = set(re.findall(r"^\s{4}(\S+)(?: |$)", parser().format_help(), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)zaakspoor ([a-z][a-z-]+)", text, re.MULTILINE)) <= commands


@pytest.mark.parametrize("document", DOCUMENTS, ids=identity)
def test_files_that_are_named_exist(document: Path) -> None:
    # `core/calendar.py` is short for src/zaakspoor/core/calendar.py.
    named = re.findall(r"`([\w.-]+(?:/[\w.-]+)+/?)`", document.read_text(encoding="utf-8"))
    files = [name for name in named if name.endswith(("/", ".py", ".md", ".yaml", ".yml"))]
    missing = [
        name for name in files if not (ROOT / name).exists() and not (SOURCE / name).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("record", RECORDS, ids=identity)
def test_a_decision_has_its_three_parts_and_a_date(record: Path) -> None:
    lines = record.read_text(encoding="utf-8").splitlines()
    number = int(record.name[:4])
    assert lines[0].startswith(f"# {number}. ")
    assert re.match(r"\d{4}-\d{2}-\d{2}, ", lines[2])
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == ["## Context", "## Decision", "## Consequence"]
    assert len(lines) <= 80


def test_the_description_for_catalogues_of_public_code_is_complete() -> None:
    description = yaml.safe_load(text_of("publiccode.yml"))
    assert description["legal"]["license"] == "EUPL-1.2"
    version = re.search(r'^version = "(.+)"', text_of("pyproject.toml"), re.MULTILINE)
    assert version
    assert description["softwareVersion"] == version[1]
    for language in ("nl", "en"):
        words = description["description"][language]
        assert len(words["genericName"]) <= 35
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000


def test_lock_files_name_no_registry() -> None:
    assert '"resolved"' not in text_of("package-lock.json")
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert not re.search(r"https?://", lock.read_text(encoding="utf-8")), lock.name
