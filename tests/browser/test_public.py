"""The public pages in a real browser."""

import hashlib
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.workbench.browsing import chromium, faults, sideways
from tests.workbench.builders import AT
from zaakspoor.process.papers import operations
from zaakspoor.process.papers.letter import make_letter
from zaakspoor.process.papers.sealing import seal

DOCUMENT = UUID("6f2c7b9e-0a51-4d38-9c7e-3f6a1b2c4d5e")


@pytest.fixture
def code(transactional_db: None, tmp_path: Path) -> str:
    """The code of a document that we issued; the file is `tmp_path / "echt.pdf"`."""
    letter = make_letter(title="Uittreksel", paragraphs=["Tekst"], number="Z-1", at=AT)
    content = seal(letter, at=AT)
    code = operations.reserve_code(document_id=DOCUMENT, kind="uittreksel", at=AT)
    digest = hashlib.sha256(content).hexdigest()
    operations.mark_issued(document_id=DOCUMENT, sha256=digest, at=AT)
    (tmp_path / "echt.pdf").write_bytes(content)
    return code


@pytest.mark.parametrize("scripts", [True, False])
def test_a_document_is_checked_by_its_file(
    live_server: LiveServer, code: str, tmp_path: Path, scripts: bool
) -> None:
    with chromium() as browser:
        page = browser.new_page(
            base_url=live_server.url, locale="nl-NL", java_script_enabled=scripts
        )
        page.goto("/controleren/")
        check(page, tmp_path / "echt.pdf")

        expect(page.get_by_role("heading", name="Dit document is echt")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 320])
def test_the_public_pages_have_no_accessibility_faults_and_fit_the_screen(
    live_server: LiveServer, code: str, tmp_path: Path, width: int
) -> None:
    pages = ["controleren", f"controleer/{code}", "controleer/ONBEKEND", "bestaat-niet"]
    pages += ["toegankelijkheid", "privacy"]
    with chromium() as browser:
        page = browser.new_page(
            base_url=live_server.url,
            locale="nl-NL",
            viewport={"width": width, "height": 800},
            bypass_csp=True,
        )
        for name in pages:
            page.goto(f"/{name}/")
            assert (faults(page), sideways(page)) == ([], 0), name
        page.goto("/controleren/")
        check(page, tmp_path / "echt.pdf")
        assert (faults(page), sideways(page)) == ([], 0)


def check(page: Page, file: Path) -> None:
    """Send `file` to be checked."""
    page.get_by_label("PDF-bestand").set_input_files(file)
    page.get_by_role("button", name="Controleer het document").click()
