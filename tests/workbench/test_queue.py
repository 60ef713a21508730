"""The list of what waits for a colleague."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.workbench.builders import AT, BEN
from zaakspoor.process.route import operations as route
from zaakspoor.process.route.models import CaseRoute

MakeCase = Callable[..., UUID]
AtWork = Callable[..., Client]


def test_the_queue_says_what_waits_why_and_since_when(zaak_id: UUID, at_work: AtWork) -> None:
    response = at_work().get("/werkplek/")

    page = response.content.decode()
    assert response.status_code == 200
    assert f"/werkplek/zaken/{zaak_id}/" in page
    assert "U vraagt dit aan voor iemand anders." in page
    assert "24 november 2026" in page
    assert "25 november 2026" in page
    assert "nog niemand" in page


def test_what_nobody_does_comes_first_and_a_colleague_is_named(
    make_case: MakeCase, at_work: AtWork
) -> None:
    first, second = make_case(AT), make_case(AT + timedelta(minutes=1))
    route.claim(zaak_id=first, employee=BEN, at=AT)

    page = at_work().get("/werkplek/").content.decode()

    assert page.index(str(second)) < page.index(str(first))
    assert "Ben Balie" in page


def test_another_team_sees_none_of_it(zaak_id: UUID, at_work: AtWork) -> None:
    page = at_work(teams=("parkeren",)).get("/werkplek/").content.decode()

    assert str(zaak_id) not in page
    assert "Er wacht niets" in page


def test_who_is_in_no_team_is_told_what_to_do(zaak_id: UUID, at_work: AtWork) -> None:
    page = at_work(teams=()).get("/werkplek/").content.decode()

    assert "U zit in geen enkel team" in page


def test_without_a_login_there_is_only_the_login_page(zaak_id: UUID, client: Client) -> None:
    for path in ("/werkplek/", f"/werkplek/zaken/{zaak_id}/"):
        response = client.get(path)
        assert response.status_code == 303
        assert response.headers["Location"].startswith("/werkplek/inloggen/")


@pytest.mark.parametrize("asked", ["0", "x", "99", "-1", "1000000000000"])
def test_a_page_that_does_not_exist_is_the_nearest_one(
    zaak_id: UUID, at_work: AtWork, asked: str
) -> None:
    assert str(zaak_id) in at_work().get("/werkplek/", {"pagina": asked}).content.decode()


def test_fifty_cases_make_a_page(make_case: MakeCase, at_work: AtWork) -> None:
    made = make_case()
    copy_case(made, 50)

    client = at_work()
    first = client.get("/werkplek/").content.decode()
    second = client.get("/werkplek/", {"pagina": "2"}).content.decode()

    assert first.count("/werkplek/zaken/") == 50
    assert second.count("/werkplek/zaken/") == 1
    assert "Bladzijde 2 van 2" in second


def test_the_queue_takes_the_same_queries_for_one_case_and_for_twenty(
    zaak_id: UUID, at_work: AtWork
) -> None:
    client = at_work()
    with CaptureQueriesContext(connection) as one:
        client.get("/werkplek/")
    copy_case(zaak_id, 19)
    with CaptureQueriesContext(connection) as twenty:
        client.get("/werkplek/")

    assert len(one) == len(twenty) == 3  # the session, the count, the cases


def copy_case(zaak_id: UUID, times: int) -> None:
    """Put more cases in the queue that differ in nothing but their number."""
    route_row = CaseRoute.objects.select_related("zaak").get(zaak_id=zaak_id)
    zaak = route_row.zaak
    for number in range(times):
        zaak.pk = UUID(int=number + 1)
        zaak.identificatie = f"KOPIE-{number}"
        zaak._state.adding = True
        zaak.save(force_insert=True)
        route_row.pk = zaak.pk
        route_row._state.adding = True
        route_row.save(force_insert=True)


def test_a_case_is_found_by_its_number_also_when_it_waits_for_the_applicant(
    zaak_id: UUID, at_work: AtWork
) -> None:
    facts = {"vraagtekst": "Kom langs.", "reactiedatum": "2026-12-01"}
    route.act(zaak_id=zaak_id, action="naar_balie", actor=BEN, facts=facts, at=AT)
    number = CaseRoute.objects.get(zaak_id=zaak_id).zaak.identificatie

    response = at_work().get("/werkplek/", {"zaaknummer": f" {number.lower()} "})

    assert response.headers["Location"] == f"/werkplek/zaken/{zaak_id}/"


def test_a_number_of_another_team_is_not_found(zaak_id: UUID, at_work: AtWork) -> None:
    number = CaseRoute.objects.get(zaak_id=zaak_id).zaak.identificatie

    response = at_work(teams=("parkeren",)).get("/werkplek/", {"zaaknummer": number})

    assert response.status_code == 404
    assert "Wij vinden geen zaak met nummer" in response.content.decode()
