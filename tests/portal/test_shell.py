"""What belongs to every page: the language, the municipality's look, the words of errors."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import Settings

from zaakspoor.interfaces.design import context


def test_the_language_is_kept_after_choosing(service: None, client: Client) -> None:
    answer = client.post("/taal/", {"language": "en", "next": "/"})
    assert answer["Location"] == "/"
    page = client.get("/").content.decode()
    assert '<html lang="en">' in page
    assert "Extract from the civil registry" in page
    assert "Log in with DigiD" in page


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_choosing_a_language_leads_nowhere_else(client: Client, place: str, db: None) -> None:
    assert client.post("/taal/", {"language": "en", "next": place})["Location"] == "/"


def test_an_unknown_language_changes_nothing(client: Client, db: None) -> None:
    assert not client.post("/taal/", {"language": "xx", "next": "/"}).cookies


def test_the_case_page_is_there_in_english(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    resident.post("/taal/", {"language": "en"})
    page = resident.get(f"/zaken/{make_case()}/").content.decode()
    for words in ("Your extract is ready", "Ready within 1 minute.", "Current step:", "Source:"):
        assert words in page
    assert "Huidige stap" not in page


def test_a_theme_is_one_token_file(
    settings: Settings, tmp_path: Path, client: Client, service: None
) -> None:
    tokens = tmp_path / "theme.css"
    tokens.write_text(".voorbeeldstad-theme {\n  --basis-color-accent-1-color-default: #060;\n}\n")
    settings.THEME = str(tokens)
    context.theme_stamp.cache_clear()
    css = client.get("/thema.css")
    assert css["Content-Type"] == "text/css; charset=utf-8"
    assert css.content.decode().startswith(":root {")
    page = client.get("/").content.decode()
    assert page.index("zaakspoor.css") < page.index("/thema.css?v=")


def test_without_a_theme_of_its_own_there_is_none(client: Client, service: None) -> None:
    assert client.get("/thema.css").status_code == 404
    assert "thema.css" not in client.get("/").content.decode()


def test_a_page_that_is_not_there_says_so(client: Client, db: None) -> None:
    answer = client.get("/bestaat-niet/")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.content.decode()
