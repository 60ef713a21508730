"""What the tests of events share: a fixed moment, a notebook of what ran, a way to publish."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from zaakspoor.events import reactions

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def installed() -> Iterator[None]:
    """Give every test an empty set of reactions, and the process its own back."""
    before = [reactions.by_name(name) for name in reactions.names()]
    reactions.install([])
    yield
    reactions.install(before)
