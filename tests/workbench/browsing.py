"""A real browser for tests that prepare their rows in this process.

Playwright keeps an event loop running in the thread that uses it, and Django refuses the database
there. So rows are made before the browser starts, and what a test wants to know it reads from the
page.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support import browser as found

AXE = Path("node_modules/axe-core/axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Generator[Browser, None, None]:
    """Run the browser that the set-up found, for as long as the block lasts."""
    here = found.browser()
    if here is None:
        pytest.skip("there is no browser here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=here.path, args=["--no-sandbox"])
        yield browser
        browser.close()


def faults(page: Page) -> list[str]:
    """Return the rules of axe that the page breaks, with where."""
    page.evaluate(AXE.read_text())
    result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{one['id']}: {one['nodes'][0]['target']}" for one in result["violations"]]


def sideways(page: Page) -> int:
    """Return how many pixels the page is wider than the screen."""
    wider: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wider
