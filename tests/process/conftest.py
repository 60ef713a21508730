"""The published extract, and the outside world over its real protocols."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from pytest_django import Settings

from simulators.brp.behaviour import Mode
from simulators.demo.running import publish_blueprints
from simulators.town import Town, start_town
from tests.builders.applications import MORNING
from zaakspoor.config import subscriptions, wiring
from zaakspoor.process.route import library


@dataclass(frozen=True, slots=True)
class Registry:
    """The switches of the simulated civil registry."""

    url: str

    def be(self, mode: Mode) -> None:
        """Behave like this from now on."""
        answer = httpx.post(f"{self.url}/simulator/", data={"mode": mode, "seconds": "0"})
        assert answer.status_code == 303


@dataclass(frozen=True, slots=True)
class Inbox:
    """What the simulated mail server holds, and the faults it may have."""

    url: str

    def mails(self, address: str = "") -> list[dict[str, Any]]:
        """Return the mails to `address`, the oldest first."""
        found: list[dict[str, Any]] = httpx.get(
            f"{self.url}/api/messages", params={"to": address}
        ).json()
        return found[::-1]

    def fail(self, **faults: Any) -> None:
        """Ask for faults: `delay=1`, `reject=[...]`, `lose_answer=1`, ..."""
        assert httpx.post(f"{self.url}/api/faults", json=faults).status_code == 200

    def empty(self) -> None:
        """Forget mails and faults."""
        assert httpx.delete(f"{self.url}/api/messages").status_code == 204


@pytest.fixture(scope="session")
def town() -> Iterator[Town]:
    with start_town(environment={"BRP_SIM_OUTAGE_SECONDS": "0"}) as running:
        yield running


@pytest.fixture
def registry(town: Town) -> Iterator[Registry]:
    switches = Registry(f"http://127.0.0.1:{town.brp}")
    yield switches
    switches.be("normal")


@pytest.fixture
def inbox(town: Town) -> Inbox:
    box = Inbox(f"http://127.0.0.1:{town.mail}")
    box.empty()
    return box


@pytest.fixture
def extract(db: None, settings: Settings, town: Town) -> Iterator[None]:
    """The service "uittreksel-brp" is published; registry and mail server answer."""
    addresses = town.environment()
    settings.BRP_URL = addresses["BRP_URL"]
    settings.SMTP_PORT = int(addresses["SMTP_PORT"])
    library.clear()
    subscriptions.subscribe()
    wiring.connect()
    publish_blueprints(at=MORNING)
    yield
    library.clear()
    # A test may have opened a door on something else.
    subscriptions.subscribe()
    wiring.connect()
