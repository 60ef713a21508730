"""What people do in the browser, step by step, and what no page may have."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

AXE = Path("node_modules/axe-core/axe.min.js")


def log_in(page: Page, person: str, *, place: str = "/") -> None:
    """Log in as a person of the cast (by key), and arrive at `place`."""
    page.goto(f"/inloggen/?next={place}")
    page.get_by_role("main").get_by_role("button", name="DigiD").click()
    page.locator(f"button[name=person][value={person}]").click()
    page.wait_for_url(f"**{place}")


def fill_in(page: Page, email: str, *, english: bool = False) -> None:
    """Start an application for an extract about oneself, up to the page that checks all."""
    page.goto("/aanvragen/uittreksel-brp/")
    words = _words(english)
    page.get_by_role("button", name=words["start"]).click()
    page.get_by_role("button", name=words["next"], exact=True).click()
    for answer in ("mijzelf", "adres", "nl"):
        page.locator(f"input[type=radio][value={answer}]").check()
    page.get_by_role("button", name=words["next"], exact=True).click()
    page.locator("input[value=digitaal]").check()
    page.locator("input[type=email]").fill(email)
    page.get_by_role("button", name=words["next"], exact=True).click()
    expect(page.locator("#verklaring")).to_be_visible()


def send(page: Page, *, english: bool = False) -> None:
    """Declare and send; the receipt is on the screen."""
    page.locator("#verklaring").check()
    page.get_by_role("button", name=_words(english)["send"], exact=True).click()
    expect(page.locator(".zs-receipt__number")).to_be_visible()


def mistakes_of(page: Page) -> list[dict[str, Any]]:
    """Return what axe finds wrong with the page as it is now."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run()")
    return [
        {"rule": one["id"], "where": [node["target"] for node in one["nodes"]]}
        for one in found["violations"]
    ]


def overflow_of(page: Page) -> int:
    """Return how many pixels the page is wider than the screen."""
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, width)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, and see that the focus is visible."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", selector
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def _words(english: bool) -> dict[str, str]:
    if english:
        return {"start": "Start", "next": "Next", "send": "Send"}
    return {"start": "Beginnen", "next": "Volgende", "send": "Versturen"}
