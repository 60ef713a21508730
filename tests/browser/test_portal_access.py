"""For everybody: no mistakes that axe can find, no sideways scrolling, and time enough."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Site
from tests.browser.steps import fill_in, log_in, mistakes_of, overflow_of, send

WIDTHS = [1200, 320]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_an_application_is_for_everybody(
    open_page: Callable[..., Page], width: int
) -> None:
    page = open_page(width=width)
    seen: dict[str, object] = {}

    def look(name: str) -> None:
        seen[name] = (mistakes_of(page), overflow_of(page))

    page.goto("/")
    look("welcome")
    page.goto("/inloggen/?next=/")
    look("login")
    log_in(page, "minderjarig")
    look("home")
    page.goto("/aanvragen/uittreksel-brp/")
    look("service")
    page.get_by_role("button", name="Beginnen").click()
    look("what we know")
    page.get_by_role("button", name="Volgende", exact=True).click()
    look("first step")
    page.get_by_label("Voor iemand anders").check()
    page.get_by_role("button", name="Volgende", exact=True).click()
    expect(page.locator("#fouten")).to_be_focused()
    look("first step with mistakes")
    page.get_by_role("link", name="Stoppen en alles verwijderen").click()
    look("throwing away")
    page.get_by_role("button", name="Ja, verwijderen").click()
    fill_in(page, "minderjarig@inwoner.example")
    look("checking")
    page.get_by_role("button", name="Versturen", exact=True).click()
    look("checking without the declaration")
    send(page)
    look("receipt")
    page.get_by_role("link", name="Volg uw aanvraag").click()
    expect(page.locator(".zs-track__title")).to_have_text("Een collega kijkt ernaar")
    look("case")
    page.get_by_role("link", name="Aanvraag intrekken").click()
    look("withdrawing")
    page.get_by_role("button", name="Ja: Aanvraag intrekken").click()
    expect(page.locator(".zs-track__title")).to_have_text("U hebt de aanvraag ingetrokken")
    look("withdrawn case")
    page.goto("/zaken/")
    look("list")
    page.goto("/bestaat-niet/")
    look("not there")
    assert {name: found for name, found in seen.items() if found != ([], 0)} == {}


def test_the_warning_before_the_login_ends_can_be_answered(page: Page, site: Site) -> None:
    page.clock.install()
    log_in(page, "nabestaande")
    warning = page.get_by_role("dialog", name="Bent u er nog?")
    with page.expect_response("**/sessie/"):
        page.reload()
    site.age_login(session_key(page), 13 * 60 + 30)
    page.clock.fast_forward("13:05")
    expect(warning).to_be_visible()
    expect(warning).to_contain_text("Nog 2 minuten.")
    assert mistakes_of(page) == []
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        warning.get_by_role("button", name="Ingelogd blijven").click()
    assert answer.value.json()["seconds"] > 800
    expect(warning).to_be_hidden()


def test_a_page_that_shows_something_closes_when_the_login_ends(page: Page, site: Site) -> None:
    page.clock.install()
    log_in(page, "nabestaande")
    with page.expect_response("**/sessie/"):
        page.reload()
    site.age_login(session_key(page), 15 * 60 + 30)
    page.clock.fast_forward("13:05")
    page.wait_for_url("**/inloggen/**")


def test_what_is_typed_when_the_login_ends_comes_back(page: Page, site: Site) -> None:
    page.clock.install()
    log_in(page, "nabestaande")
    page.goto("/aanvragen/uittreksel-brp/")
    page.get_by_role("button", name="Beginnen").click()
    page.get_by_role("button", name="Volgende", exact=True).click()
    page.get_by_label("Bewijs van in leven zijn").check()
    site.age_login(session_key(page), 15 * 60 + 30)
    page.clock.fast_forward("13:05")
    gone = page.get_by_role("dialog", name="U bent uitgelogd")
    expect(gone).to_be_visible()
    gone.get_by_role("button", name="Opnieuw inloggen").click()
    page.get_by_role("main").get_by_role("button", name="DigiD").click()
    page.locator("button[value=nabestaande]").click()
    expect(page.get_by_text("Wat u had ingevuld staat er nog")).to_be_visible()
    expect(page.get_by_label("Bewijs van in leven zijn")).to_be_checked()


def test_the_case_page_prints_without_its_buttons(page: Page) -> None:
    log_in(page, "nieuw")
    fill_in(page, "nieuw@inwoner.example")
    send(page)
    page.get_by_role("link", name="Volg uw aanvraag").click()
    expect(page.locator(".zs-track__title")).to_have_text("Uw uittreksel is klaar")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(page.get_by_role("button", name="Uitloggen")).to_be_hidden()
    expect(page.locator(".zs-steps")).to_be_visible()
    expect(page.get_by_text("Hulp nodig?")).to_be_visible()


def session_key(page: Page) -> str:
    """Return the key of the session of this page."""
    found = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    return found["zaakspoor_sessie"]
