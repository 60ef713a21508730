"""Both providers running, and a browser that can log in at them."""

from collections.abc import Generator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from simulators import digid, staff
from simulators.oidc_provider import Provider, create_provider_app
from tests.simulators.logging_in import choose
from tests.simulators.running import served

if TYPE_CHECKING:
    # Only the type stubs know what the test client returns.
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

LEVELS = dict(zip(["basis", "midden", "substantieel", "hoog"], digid.LEVELS, strict=True))


@pytest.fixture(scope="session")
def running() -> Generator[tuple[Provider, str, Provider, str]]:
    residents, employees = digid.create_provider(), staff.create_provider()
    with (
        served(create_provider_app(residents, digid.LOOK)) as digid_address,
        served(create_provider_app(employees, staff.LOOK)) as staff_address,
    ):
        yield residents, digid_address, employees, staff_address


@pytest.fixture(autouse=True)
def addresses(running: tuple[Provider, str, Provider, str], settings: Settings) -> None:
    settings.DIGID_ISSUER, settings.STAFF_ISSUER = running[1], running[3]
    settings.ROOT_URLCONF = "tests.interfaces.probes"
    settings.SESSION_MINUTES = 15


@pytest.fixture
def digid_provider(running: tuple[Provider, str, Provider, str]) -> Generator[Provider]:
    yield running[0]
    running[0].faults.clear()


@pytest.fixture
def staff_provider(running: tuple[Provider, str, Provider, str]) -> Generator[Provider]:
    yield running[2]
    running[2].faults.clear()


class Browser(Client):
    """A test client that knows the way through a provider."""

    def leave(self, door: str = "/inloggen/", **fields: str) -> str:
        """Press the button of the login page; returns the provider's address."""
        answer = self.post(door, fields)
        assert answer.status_code == 303, answer.content.decode()
        return answer["Location"]

    def arrive(self, query: dict[str, str], door: str = "/inloggen/") -> "Answer":
        """Come back from the provider with `query`."""
        back = {"/inloggen/": "/inloggen/terug/", "/werkplek/inloggen/": "/werkplek/terug/"}[door]
        return self.get(f"{back}?{urlencode(query)}")

    def enter(
        self, person: str = "nieuw", *, level: str = "midden", next: str = "/proef/inwoner/"
    ) -> "Answer":
        """Log in as a resident."""
        url = self.leave(next=next, niveau=level)
        return self.arrive(choose(url, person, level=LEVELS[level][0]))

    def enter_as_employee(self, person: str = "bea", *, next: str = "/werkplek/proef/") -> "Answer":
        """Log in as an employee."""
        door = "/werkplek/inloggen/"
        return self.arrive(choose(self.leave(door, next=next), person), door)

    def let_pass(self, minutes: float, kind: str = "resident", *, also_since: bool = False) -> None:
        """Make the login older, as if nobody did anything for so many minutes."""
        session = self.session
        person: dict[str, Any] = session[kind]
        for name in ("seen", "since") if also_since else ("seen",):
            earlier = datetime.fromisoformat(person[name]) - timedelta(minutes=minutes)
            person[name] = earlier.isoformat()
        session[kind] = person
        session.save()


@pytest.fixture
def browser(db: None) -> Browser:
    return Browser()


def path_of(response: "Answer") -> str:
    """Return the path that a redirect goes to."""
    return urlsplit(response["Location"]).path
