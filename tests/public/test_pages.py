"""The pages that anybody may open, and the pages for when something goes wrong."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve
from django.utils import translation

from zaakspoor.interfaces.public.views import errors


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Without the middleware a page has the language of the thread."""
    with translation.override("nl"):
        yield


@pytest.mark.parametrize("path", ["/controleren/", "/toegankelijkheid/", "/privacy/"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_public_page_opens_without_login_and_without_the_database(
    client: Client, path: str, language: str
) -> None:
    client.cookies["django_language"] = language

    response = client.get(path)

    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize(
    "path",
    ["/health/", "/controleren/", "/controleer/x/", "/toegankelijkheid/", "/privacy/"],
)
def test_a_public_page_says_that_it_is_public(path: str) -> None:
    assert getattr(resolve(path).func, "access", None) == "public"


def test_an_address_that_does_not_exist_is_a_page_with_help(client: Client, db: None) -> None:
    response = client.get("/bestaat-niet/")

    assert response.status_code == 404
    assert "Hulp nodig?" in response.content.decode()


def test_a_page_that_was_open_too_long_says_what_to_do() -> None:
    response = errors.csrf_failure(request(), reason="CSRF cookie not set.")

    assert response.status_code == 403
    assert "De pagina was te lang open" in response.content.decode()
    assert "CSRF" not in response.content.decode()


def test_a_form_without_its_token_gets_that_page(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/taal/", {"language": "en"})

    assert response.status_code == 403
    assert "De pagina was te lang open" in response.content.decode()


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (lambda request: errors.bad_request(request, ValueError("secret")), 400),
        (lambda request: errors.forbidden(request, PermissionError("secret")), 403),
        (lambda request: errors.not_found(request, LookupError("secret")), 404),
        (errors.server_error, 500),
    ],
)
def test_an_error_page_tells_nothing_of_the_inside(answer: object, status: int) -> None:
    assert callable(answer)
    response: HttpResponse = answer(request())

    assert response.status_code == status
    assert "<h1" in response.content.decode()
    assert "secret" not in response.content.decode()


def test_the_page_for_our_own_fault_needs_nothing_that_can_be_broken() -> None:
    response = errors.server_error(HttpRequest())

    assert response.status_code == 500


def request() -> HttpRequest:
    return RequestFactory().get("/")
