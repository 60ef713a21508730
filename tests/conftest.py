"""What every test shares: a database and a data folder of its own, gone after the run."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

_FOLDER = Path(tempfile.mkdtemp(prefix="zaakspoor-test-"))


def pytest_configure(config: pytest.Config) -> None:
    database = settings.DATABASES["default"]
    # A file, not memory: threads and the worker must meet the same locks as in service.
    on_file = database["ENGINE"].endswith("sqlite3")
    name = str(_FOLDER / "test.sqlite3") if on_file else f"test_zaakspoor_{os.getpid()}"
    database.setdefault("TEST", {})["NAME"] = name
    # What a power cut would lose may be lost here; a killed process still loses nothing.
    database.setdefault("OPTIONS", {})["init_command" if on_file else "options"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
        if on_file
        else "-c synchronous_commit=off"
    )
    settings.DATA_DIR = _FOLDER
    settings.DOCUMENT_ROOT = _FOLDER / "documenten"
    settings.STORAGES["default"]["OPTIONS"] = {"location": settings.DOCUMENT_ROOT}
    # whitenoise warns when the folder it serves from is not there.
    settings.STATIC_ROOT = _FOLDER / "static"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    # The hashed names come from `collectstatic`; the browser tests use those, these do not.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """A page in English leaves its language to the thread; the next test starts in Dutch."""
    with translation.override("nl"):
        yield


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)
