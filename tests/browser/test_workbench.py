"""The workbench in a real browser: a colleague's way through one case, and the bar for pages."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.workbench import builders
from tests.workbench.browsing import chromium, faults, sideways
from zaakspoor.config.subscriptions import REACTIONS
from zaakspoor.core.actors import Actor
from zaakspoor.events import reactions
from zaakspoor.process.papers import ports
from zaakspoor.process.route import library

# How to open a page as a colleague who is logged in.
Open = Callable[..., Page]


@pytest.fixture
def zaak_id(transactional_db: None) -> Iterator[UUID]:
    """A case that waits for a person, with a civil registry and without a mail server."""
    before = ports.persons()
    ports.install_persons(builders.Registry())
    reactions.install(one for one in REACTIONS if one.name != "messages.send")
    builders.publish_extract()
    yield builders.make_waiting_case()
    library.clear()
    reactions.install(REACTIONS)
    ports.install_persons(before)


@pytest.fixture
def open_page(live_server: LiveServer, zaak_id: UUID) -> Iterator[Open]:
    """Return how to open a page in a window of its own, as Ans or as another colleague."""
    keys = {actor: builders.session_of(actor) for actor in (builders.ANS, builders.BEN)}
    with chromium() as browser:

        def open_it(
            path: str,
            *,
            actor: Actor = builders.ANS,
            scripts: bool = True,
            width: int = 1280,
            inspect: bool = False,
        ) -> Page:
            context = browser.new_context(
                base_url=live_server.url,
                locale="nl-NL",
                viewport={"width": width, "height": 800},
                java_script_enabled=scripts,
                # The inspecting script is no part of the page.
                bypass_csp=inspect,
            )
            context.add_cookies(
                [
                    {
                        "name": settings.SESSION_COOKIE_NAME,
                        "value": keys[actor],
                        "url": live_server.url,
                    }
                ]
            )
            page = context.new_page()
            page.goto(path)
            return page

        yield open_it


@pytest.mark.parametrize("scripts", [True, False])
def test_a_colleague_finishes_by_hand_what_the_machine_could_not(
    open_page: Open, zaak_id: UUID, scripts: bool
) -> None:
    page = open_page("/werkplek/", scripts=scripts)
    page.locator(f"a[href='/werkplek/zaken/{zaak_id}/']").click()
    expect(page.get_by_text("Een collega maakt uw aanvraag af.").first).to_be_visible()
    page.get_by_role("button", name="Zet op mijn naam").click()
    expect(page.get_by_text("De zaak staat nu op uw naam.")).to_be_visible()

    page.get_by_role("link", name="Uittreksel met de hand maken").click()
    expect(page.get_by_label("Volledige naam")).to_have_value("Sem Voorbeeld")
    page.get_by_role("button", name="Maak en waarmerk het uittreksel").click()
    expect(page.get_by_text("Het uittreksel is gemaakt en gewaarmerkt.")).to_be_visible()

    page.get_by_role("link", name="Uittreksel klaarzetten").click()
    expect(page.get_by_text("Uw uittreksel is klaar")).to_be_visible()
    page.get_by_role("button", name="Uittreksel klaarzetten").click()

    expect(page.get_by_text("Gedaan: Uittreksel klaarzetten.")).to_be_visible()
    expect(page.get_by_text("Deze zaak is klaar.")).to_be_visible()
    page.goto("/werkplek/")
    expect(page.get_by_text("Er wacht niets.")).to_be_visible()


def test_of_two_colleagues_the_second_hears_that_the_first_was_first(
    open_page: Open, zaak_id: UUID
) -> None:
    path = f"/werkplek/zaken/{zaak_id}/doe/nogmaals/"
    first, second = open_page(path), open_page(path, actor=builders.BEN)
    first.get_by_role("button", name="Opnieuw automatisch proberen").click()
    expect(first.get_by_text("Gedaan:")).to_be_visible()

    second.get_by_role("button", name="Opnieuw automatisch proberen").click()

    expect(second.get_by_text("Een collega was u voor.")).to_be_visible()


def test_an_action_can_be_done_with_the_keyboard_alone(open_page: Open, zaak_id: UUID) -> None:
    page = open_page(f"/werkplek/zaken/{zaak_id}/doe/niet_verstrekken/")
    tab_to(page, "uitleg")
    page.keyboard.type("U hebt geen machtiging.")
    tab_to(page, "bekijk")
    page.keyboard.press("Enter")

    # The mistake is on top, its link leads to the field, and nothing typed is lost.
    expect(page.get_by_role("alert")).to_contain_text("Tekst van de brief")
    expect(page.get_by_label("Waarom kan het niet?")).to_have_value("U hebt geen machtiging.")

    tab_to(page, "brief")
    page.keyboard.type("Wij geven dit uittreksel niet.")
    tab_to(page, "doe")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Gedaan: Niet verstrekken.")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 320])
def test_the_pages_have_no_accessibility_faults_and_fit_the_screen(
    open_page: Open, zaak_id: UUID, width: int
) -> None:
    case = f"/werkplek/zaken/{zaak_id}/"
    paths = ["/werkplek/", "/werkplek/?zaaknummer=x", case, case + "uittreksel-maken/"]
    paths += [f"{case}doe/{action}/" for action in ("klaar", "naar_balie", "niet_verstrekken")]
    page = open_page(paths[0], width=width, inspect=True)

    for path in paths:
        page.goto(path)
        assert faults(page) == [], path
        assert sideways(page) == 0, path


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the field or button called `name` has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"Tab never reaches {name}")
