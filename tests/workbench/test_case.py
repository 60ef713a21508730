"""The page of a case, and who may see it."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.workbench.builders import ANS, AT, BEN, LEA, Registry
from zaakspoor.events.worker import drain
from zaakspoor.process.route import operations as route
from zaakspoor.process.route.models import CaseRoute, CaseView
from zaakspoor.registers.zaken import queries as zaken

AtWork = Callable[..., Client]


def test_the_page_shows_what_the_applicant_sees_why_and_what_was_sent(
    zaak_id: UUID, at_work: AtWork
) -> None:
    page = at_work().get(f"/werkplek/zaken/{zaak_id}/").content.decode()

    assert "Dit ziet de aanvrager" in page
    assert "Een collega maakt uw aanvraag af." in page
    assert "Tessa Testpersoon" in page
    assert "Naam en adres" in page
    assert "Uittreksel klaarzetten" in page
    assert "Gegevens ophalen" in page


def test_each_look_is_recorded_with_who_when_and_why(zaak_id: UUID, at_work: AtWork) -> None:
    at_work(BEN).get(f"/werkplek/zaken/{zaak_id}/")

    view = CaseView.objects.get(zaak_id=zaak_id)
    assert (view.employee, view.employee_name, view.purpose) == (
        "ben",
        "Ben Balie",
        "behandelen",
    )


def test_the_part_that_moves_is_no_second_look(zaak_id: UUID, at_work: AtWork) -> None:
    response = at_work().get(f"/werkplek/zaken/{zaak_id}/", {"deel": "spoor"})

    assert 'id="spoor"' in response.content.decode()
    assert "<html" not in response.content.decode()
    assert not CaseView.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "/werkplek/zaken/{}/",
        "/werkplek/zaken/{}/?deel=spoor",
        "/werkplek/zaken/{}/doe/nogmaals/",
        "/werkplek/zaken/{}/uittreksel-maken/",
        "/werkplek/zaken/{}/documenten/6f2c7b9e-0a51-4d38-9c7e-3f6a1b2c4d5e/",
    ],
)
def test_a_case_of_another_team_looks_like_one_that_does_not_exist(
    zaak_id: UUID, at_work: AtWork, address: str
) -> None:
    stranger = at_work(teams=("parkeren",))

    assert stranger.get(address.format(zaak_id)).status_code == 404
    assert at_work().get(address.format(uuid4())).status_code == 404
    assert not CaseView.objects.exists()


@pytest.mark.parametrize("verb", ["oppakken", "teruggeven", "doe/nogmaals", "uittreksel-maken"])
def test_nothing_can_be_done_to_a_case_of_another_team(
    zaak_id: UUID, at_work: AtWork, verb: str
) -> None:
    response = at_work(teams=("parkeren",)).post(f"/werkplek/zaken/{zaak_id}/{verb}/")

    assert response.status_code == 404
    assert CaseRoute.objects.get(zaak_id=zaak_id).claimed_by == ""


def test_an_employee_without_any_role_is_refused(zaak_id: UUID, at_work: AtWork) -> None:
    nobody = at_work(ANS.__class__("employee", "x", "X", frozenset()))

    assert nobody.get("/werkplek/").status_code == 403
    assert nobody.get(f"/werkplek/zaken/{zaak_id}/").status_code == 403


def test_a_case_is_taken_and_given_back(zaak_id: UUID, at_work: AtWork) -> None:
    client = at_work()

    taken = client.post(f"/werkplek/zaken/{zaak_id}/oppakken/", follow=True)
    assert "De zaak staat nu op uw naam." in taken.content.decode()
    assert CaseRoute.objects.get(zaak_id=zaak_id).claimed_by == "ans"

    given = client.post(f"/werkplek/zaken/{zaak_id}/teruggeven/", follow=True)
    assert "De zaak staat weer in de lijst van het team." in given.content.decode()
    assert CaseRoute.objects.get(zaak_id=zaak_id).claimed_by == ""


def test_the_second_of_two_who_take_a_case_is_told_who_was_first(
    zaak_id: UUID, at_work: AtWork
) -> None:
    at_work(BEN).post(f"/werkplek/zaken/{zaak_id}/oppakken/")

    response = at_work(ANS).post(f"/werkplek/zaken/{zaak_id}/oppakken/")

    assert response.status_code == 409
    assert "Ben Balie is al met deze zaak bezig." in response.content.decode()


def test_while_a_colleague_works_on_it_there_are_no_buttons(zaak_id: UUID, at_work: AtWork) -> None:
    route.claim(zaak_id=zaak_id, employee=BEN, at=AT)

    page = at_work(ANS).get(f"/werkplek/zaken/{zaak_id}/").content.decode()
    press = at_work(ANS).post(f"/werkplek/zaken/{zaak_id}/doe/nogmaals/", {"entry": entry(zaak_id)})

    assert "/doe/" not in page
    assert press.status_code == 409
    assert "Ben Balie is al met deze zaak bezig." in press.content.decode()


def test_a_team_leader_can_act_when_a_colleague_is_ill(zaak_id: UUID, at_work: AtWork) -> None:
    route.claim(zaak_id=zaak_id, employee=BEN, at=AT)

    page = at_work(LEA).get(f"/werkplek/zaken/{zaak_id}/").content.decode()

    assert "/doe/nogmaals/" in page


def test_a_document_is_downloaded_under_its_own_name_and_the_look_is_recorded(
    zaak_id: UUID, at_work: AtWork
) -> None:
    document = zaken.documents_of(zaak_id)[0]

    response = at_work().get(
        f"/werkplek/zaken/{zaak_id}/documenten/{document.informatieobject_id}/"
    )

    assert response.status_code == 200
    assert len(response.getvalue()) == document.bestandsomvang
    assert document.bestandsnaam in response.headers["Content-Disposition"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response.headers["Cache-Control"]
    assert CaseView.objects.get(zaak_id=zaak_id).purpose == "document inzien"


def test_a_document_of_another_case_is_not_found_here(zaak_id: UUID, at_work: AtWork) -> None:
    response = at_work().get(f"/werkplek/zaken/{zaak_id}/documenten/{uuid4()}/")

    assert response.status_code == 404


def test_the_page_takes_a_fixed_number_of_queries(zaak_id: UUID, at_work: AtWork) -> None:
    client = at_work()
    with CaptureQueriesContext(connection) as before:
        client.get(f"/werkplek/zaken/{zaak_id}/")
    visit_the_counter(zaak_id)
    with CaptureQueriesContext(connection) as after:
        client.get(f"/werkplek/zaken/{zaak_id}/")

    assert len(before) == len(after)


def test_the_civil_registry_is_not_asked_for_a_look(
    zaak_id: UUID, at_work: AtWork, registry: Registry
) -> None:
    at_work().get(f"/werkplek/zaken/{zaak_id}/")

    assert registry.asked == []


def visit_the_counter(zaak_id: UUID) -> None:
    """Invite the applicant to the counter, who comes: more history, messages and dates."""
    facts = {"vraagtekst": "Kom langs.", "reactiedatum": "2026-12-01"}
    route.act(zaak_id=zaak_id, action="naar_balie", actor=ANS, facts=facts, at=AT)
    route.act(zaak_id=zaak_id, action="verschenen", actor=ANS, at=AT)
    drain(AT)


def entry(zaak_id: UUID) -> int:
    return CaseRoute.objects.get(zaak_id=zaak_id).entry
