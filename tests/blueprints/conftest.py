"""Every test has a database of its own, so what was read from another one is forgotten."""

from collections.abc import Iterator

import pytest

from zaakspoor.process.route import library


@pytest.fixture(autouse=True)
def forgotten_library() -> Iterator[None]:
    library.clear()
    yield
    library.clear()
