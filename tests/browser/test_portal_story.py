"""The whole story of an extract, the ways people really use a page."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.serving import Site
from tests.browser.steps import fill_in, log_in, send, tab_to

READY = "Uw uittreksel is klaar"


def test_the_page_moves_by_itself_until_the_extract_is_there(page: Page, site: Site) -> None:
    log_in(page, "traag")
    fill_in(page, "traag@inwoner.example")
    send(page)
    number = page.locator(".zs-receipt__number").inner_text()
    page.get_by_role("link", name="Volg uw aanvraag").click()
    expect(page.locator(".zs-track__title")).not_to_have_text(READY)
    page.evaluate("window.sameDocument = true")
    expect(page.locator(".zs-track__title")).to_have_text(READY)
    expect(page.locator("#melding")).to_contain_text(READY)
    assert page.evaluate("window.sameDocument")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Download Uittreksel BRP")).click()
    assert download.value.suggested_filename.endswith(".pdf")
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    page.wait_for_timeout(1000)
    subjects = site.mails_to("traag@inwoner.example")
    assert sorted(subject.replace(number, "") for subject in subjects) == [
        "Uw aanvraag  is klaar",
        "Wij hebben uw aanvraag ",
    ]


def test_everything_works_without_javascript(open_page: Callable[..., Page]) -> None:
    page = open_page(script=False)
    log_in(page, "geheim")
    fill_in(page, "geheim@inwoner.example")
    send(page)
    page.get_by_role("link", name="Volg uw aanvraag").click()
    for _ in range(20):
        if page.locator(".zs-track__title").inner_text() == READY:
            break
        page.wait_for_timeout(250)
        page.reload()
    expect(page.locator(".zs-track__title")).to_have_text(READY)
    expect(page.locator('[aria-current="step"]')).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Download Uittreksel BRP")).click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")


def test_questions_open_with_their_answer_also_without_javascript(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(script=False)
    log_in(page, "nabestaande")
    page.goto("/aanvragen/uittreksel-brp/")
    page.get_by_role("button", name="Beginnen").click()
    page.get_by_role("button", name="Volgende", exact=True).click()
    question = page.get_by_label("Het burgerservicenummer van die persoon")
    expect(question).to_be_hidden()
    page.get_by_label("Voor iemand anders").check()
    expect(question).to_be_visible()


def test_everything_works_with_the_keyboard_only(page: Page) -> None:
    log_in(page, "diakrieten")
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, ".zs-card__link")
    page.keyboard.press("Enter")
    page.wait_for_url("**/aanvragen/uittreksel-brp/")
    tab_to(page, "main button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/uw_gegevens/")
    tab_to(page, "button[value=volgende]:not(.zs-hidden)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/uittreksel/")
    for name in ("voor_wie", "soort", "taal"):
        tab_to(page, f"input[name={name}]")
        page.keyboard.press("Space")
    tab_to(page, "button[value=volgende]:not(.zs-hidden)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ontvangen/")
    tab_to(page, "input[name=ontvangst]")
    page.keyboard.press("Space")
    tab_to(page, "input[type=email]")
    page.keyboard.type("diakrieten@inwoner.example")
    page.keyboard.press("Enter")
    page.wait_for_url("**/controleren/")
    tab_to(page, "#verklaring")
    page.keyboard.press("Space")
    tab_to(page, "main button")
    page.keyboard.press("Enter")
    expect(page.locator(".zs-receipt__number")).to_be_visible()


def test_the_story_in_english(open_page: Callable[..., Page]) -> None:
    page = open_page(language="en-GB")
    log_in(page, "ouder")
    fill_in(page, "ouder@inwoner.example", english=True)
    send(page, english=True)
    page.get_by_role("link", name="Follow your application").click()
    expect(page.locator(".zs-track__title")).to_have_text("Your extract is ready")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Nederlands").click()
    expect(page.locator(".zs-track__title")).to_have_text(READY)


def test_a_status_is_two_clicks_from_home(page: Page) -> None:
    log_in(page, "niet-ingezetene")
    fill_in(page, "niet-ingezetene@inwoner.example")
    send(page)
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Uittreksel uit de BRP").first.click()
    expect(page.locator(".zs-track__title")).to_have_text("Een collega kijkt ernaar")
    expect(page.get_by_text("De gemeente is aan zet")).to_be_visible()


def test_a_double_click_sends_once(page: Page) -> None:
    log_in(page, "onvolledig")
    fill_in(page, "onvolledig@inwoner.example")
    page.locator("#verklaring").check()
    page.get_by_role("button", name="Versturen", exact=True).dblclick()
    expect(page.locator(".zs-receipt__number")).to_be_visible()
    page.goto("/zaken/")
    expect(page.locator(".zs-card")).to_have_count(1)


def test_the_application_can_be_finished_on_another_device(
    open_page: Callable[..., Page],
) -> None:
    one, other = open_page(), open_page(width=390)
    log_in(one, "curatele")
    one.goto("/aanvragen/uittreksel-brp/")
    one.get_by_role("button", name="Beginnen").click()
    one.get_by_role("button", name="Volgende", exact=True).click()
    one.get_by_label("Naam en adres", exact=True).check()
    one.get_by_role("button", name="Bewaren en later verder").click()
    expect(one.get_by_text("Uw aanvraag is bewaard tot")).to_be_visible()
    log_in(other, "curatele")
    other.locator("#concepten ~ ul a").first.click()
    expect(other.get_by_text("Uw aanvraag is nog niet compleet.")).to_be_visible()
    expect(other.get_by_label("Naam en adres", exact=True)).to_be_checked()
