"""What the tests of the workbench share."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from tests.workbench import builders
from zaakspoor.config.subscriptions import REACTIONS
from zaakspoor.core.actors import Actor
from zaakspoor.events import reactions
from zaakspoor.process.papers import ports
from zaakspoor.process.route import library


@pytest.fixture(autouse=True)
def registry() -> Iterator[builders.Registry]:
    """The door to the civil registry, opened on one that needs no network."""
    before = ports.persons()
    registry = builders.Registry()
    ports.install_persons(registry)
    yield registry
    ports.install_persons(before)


@pytest.fixture(autouse=True)
def without_post() -> Iterator[None]:
    """Everything reacts as in service, except that no mail leaves: there is no mail server."""
    reactions.install(one for one in REACTIONS if one.name != "messages.send")
    yield
    reactions.install(REACTIONS)


@pytest.fixture
def make_case(db: None) -> Iterator[Callable[..., UUID]]:
    """Return how to make a case that waits for a person."""
    builders.publish_extract()
    yield builders.make_waiting_case
    library.clear()


@pytest.fixture
def zaak_id(make_case: Callable[..., UUID]) -> UUID:
    """A case that waits for a person."""
    return make_case()


@pytest.fixture
def at_work(db: None) -> Callable[..., Client]:
    """Return how to get a browser in which a colleague has logged in."""

    def log_in(actor: Actor = builders.ANS, teams: tuple[str, ...] = ("burgerzaken",)) -> Client:
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = builders.session_of(actor, teams)
        return client

    return log_in
