"""What the tests of live updates share."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def static_folder(settings: Settings, tmp_path: Path) -> None:
    """Let the pages find a folder of static files, though an empty one."""
    settings.STATIC_ROOT = tmp_path
