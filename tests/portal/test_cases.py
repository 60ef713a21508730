"""The list of applications, the page of one, its documents and its buttons."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from tests.portal.conftest import FIRST
from zaakspoor.process.route.models import CaseRoute

NOBODYS = "0d7f8a54-8a5a-4a8e-9a5b-5a9d3f1e2c4b"
FOR_ANOTHER = FIRST | {"voor_wie": "ander", "bsn_ander": "999990020"}


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def document_links(page: str) -> list[str]:
    return re.findall(r'href="(/zaken/[0-9a-f-]+/documenten/[0-9a-f-]+/)"', page)


def test_home_welcomes_a_visitor(service: None, client: Client) -> None:
    page = page_of(client, "/")
    assert "Inloggen met DigiD" in page
    assert "Uittreksel uit de BRP" in page


def test_home_shows_how_it_stands(make_case: Callable[..., UUID], resident: Client) -> None:
    running, done = make_case(first=FOR_ANOTHER), make_case()
    page = page_of(resident, "/")
    assert page.index(f"/zaken/{running}/") < page.index(f"/zaken/{done}/")
    assert "Een collega kijkt ernaar" in page
    assert "Uw uittreksel is klaar" in page


def test_the_list_can_be_narrowed(make_case: Callable[..., UUID], resident: Client) -> None:
    running, done = make_case(first=FOR_ANOTHER), make_case()
    assert str(done) not in page_of(resident, "/zaken/?toon=lopend")
    assert str(running) not in page_of(resident, "/zaken/?toon=klaar")
    everything = page_of(resident, "/zaken/")
    assert str(done) in everything
    assert str(running) in everything
    assert resident.get("/zaken/?toon=geheim").status_code == 404


@pytest.mark.parametrize("number", ["0", "99", "-1", "²", "x", ""])
def test_a_page_number_that_is_none_shows_a_page(
    make_case: Callable[..., UUID], resident: Client, number: str
) -> None:
    case = make_case(finish=False)
    assert str(case) in page_of(resident, f"/zaken/?pagina={number}")


def test_the_list_costs_the_same_for_one_case_and_for_many(
    make_case: Callable[..., UUID],
    resident: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(6):
        make_case(finish=False)
    # The session, the count, the cases, the promises, and the blueprint when it is not at hand.
    with django_assert_max_num_queries(6):
        page_of(resident, "/zaken/")


def test_a_running_case_shows_its_steps_and_dates(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    page = page_of(resident, f"/zaken/{make_case(first=FOR_ANOTHER)}/")
    assert page.count("Huidige stap:") == 1
    assert page.count('aria-current="step"') == 1
    assert "De gemeente is aan zet" in page
    for words in ("Wij verwachten", "Uiterlijk", "Zaaknummer", "Bron:", "Bijgewerkt om"):
        assert words in page


def test_a_case_that_is_ready_offers_its_document_on_top(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    case = make_case()
    page = page_of(resident, f"/zaken/{case}/")
    assert "Binnen 1 minuut klaar." in page
    first = document_links(page)[0]
    answer = resident.get(first)
    assert answer.getvalue().startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert re.fullmatch(r'attachment; filename="[\w.-]+\.pdf"', answer["Content-Disposition"])
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_the_part_that_moves_is_the_same_as_on_the_page(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    address = f"/zaken/{make_case()}/"
    part = page_of(resident, f"{address}?deel=spoor")
    assert "<html" not in part
    version = re.search(r'data-version="(\w+)"', part)
    assert version
    assert version[0] in page_of(resident, address)


def test_withdrawing_asks_first_and_happens_once(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    case = make_case(first=FOR_ANOTHER)
    address = f"/zaken/{case}/doe/intrekken/"
    assert "Weet u het zeker?" in page_of(resident, address)
    assert CaseRoute.objects.get(zaak_id=case).status == "handmatig"
    first = resident.post(address, follow=True).content.decode()
    second = resident.post(address, follow=True).content.decode()
    assert "U hebt de aanvraag ingetrokken" in first
    assert "Dit kan nu niet meer" in second
    assert CaseRoute.objects.get(zaak_id=case).status == "ingetrokken"


def test_a_button_of_an_employee_is_not_for_a_resident(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    case = make_case(first=FOR_ANOTHER)
    assert resident.get(f"/zaken/{case}/doe/klaar/").status_code == 404
    resident.post(f"/zaken/{case}/doe/klaar/")
    assert CaseRoute.objects.get(zaak_id=case).status == "handmatig"


def test_everything_of_somebody_else_is_not_there(
    make_case: Callable[..., UUID], resident: Client, stranger: Client
) -> None:
    case = make_case()
    document = document_links(page_of(resident, f"/zaken/{case}/"))[0]
    places = ["", "verstuurd/", "?deel=spoor", "doe/intrekken/"]
    for address in [*(f"/zaken/{case}/{place}" for place in places), document]:
        assert stranger.get(address).status_code == 404, address
    assert stranger.post(f"/zaken/{case}/doe/intrekken/").status_code == 404
    assert str(case) not in page_of(stranger, "/zaken/")


def test_a_document_is_not_there_under_another_case(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    one, two = make_case(), make_case()
    document = document_links(page_of(resident, f"/zaken/{one}/"))[0]
    assert resident.get(document.replace(str(one), str(two))).status_code == 404
    assert resident.get(f"/zaken/{one}/documenten/{NOBODYS}/").status_code == 404


@pytest.mark.parametrize("address", ["/zaken/", f"/zaken/{NOBODYS}/", f"/concept/{NOBODYS}/x/"])
def test_nobody_gets_in_without_logging_in(db: None, client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer["Location"].startswith("/inloggen/")


def test_every_page_has_the_help_block_and_no_inline_script(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    case = make_case()
    for address in ("/", "/zaken/", f"/zaken/{case}/", f"/zaken/{case}/verstuurd/", "/weg/"):
        page = resident.get(address).content.decode()
        assert "Hulp nodig?" in page, address
        assert "14 0999" in page
        assert "<script>" not in page
        assert " style=" not in page
        assert " onclick=" not in page


def test_home_costs_the_same_for_one_case_and_for_many(
    make_case: Callable[..., UUID], resident: Client
) -> None:
    counts = []
    for _ in range(2):
        make_case(first=FOR_ANOTHER)
        make_case()
        page_of(resident, "/")
        with CaptureQueriesContext(connection) as captured:
            page_of(resident, "/")
        counts.append(len(captured))
        for _ in range(3):
            make_case(first=FOR_ANOTHER)
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_a_case_page_takes_few_queries(make_case: Callable[..., UUID], resident: Client) -> None:
    address = f"/zaken/{make_case()}/"
    page_of(resident, address)
    with CaptureQueriesContext(connection) as captured:
        page_of(resident, address)
    assert len(captured) <= 10
