"""What every browser test shares: one running municipality, a fresh page each."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.serving import Site, start_site
from tests.support.browser import browser as find_browser

expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # One municipality is enough: all browser tests go to the same process.
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The municipality, on the database that this run is about."""
    url = os.environ.get("DATABASE_URL", "sqlite")
    with start_site(tmp_path_factory.mktemp("site"), url) as site:
        yield site


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """A browser without a window, only as long as the test: Django refuses its database to a
    thread in which playwright is at work."""
    found = find_browser()
    if found is None:
        pytest.skip("there is no browser here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Return how to open a page as a new visitor; `width` in CSS pixels."""
    contexts = []

    def opened(*, width: int = 1200, language: str = "nl-NL", script: bool = True) -> Page:
        context = chromium.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 900},
            locale=language,
            java_script_enabled=script,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page of a new visitor on a wide screen."""
    return open_page()
