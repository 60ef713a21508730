"""Making the extract by hand."""

from collections.abc import Callable
from uuid import UUID

from django.test import Client

from tests.workbench.builders import ANS, AT, BEN, PERSON, Registry
from zaakspoor.process.papers.verification import verify
from zaakspoor.process.route import operations as route
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.registers.documenten import queries as documenten

AtWork = Callable[..., Client]

TYPED = {
    "soort": "adres",
    "taal": "nl",
    "full_name": "Sem Voorbeeld-Łukasz",
    "geboortedatum": "1984-05-02",
    "geboorteplaats": "Voorbeeldstad",
    "address_lines": "Voorbeeldlaan 12\r\n9999 AB Voorbeeldstad",
}


def test_the_form_is_filled_from_the_registry_which_hears_who_asks(
    zaak_id: UUID, at_work: AtWork, registry: Registry
) -> None:
    page = at_work().get(address(zaak_id)).content.decode()

    assert f'value="{PERSON.full_name}"' in page
    assert 'value="1984-05-02"' in page
    assert 'value="2019-03"' in page
    assert "Voorbeeldlaan 12\n9999 AB Voorbeeldstad" in page
    # The extract is about the other person, not about the applicant.
    assert registry.asked == [("999990020", "uittreksel", "ans")]


def test_the_registry_being_away_leaves_an_empty_form_and_says_so(
    zaak_id: UUID, at_work: AtWork, registry: Registry
) -> None:
    registry.is_away = True

    response = at_work().get(address(zaak_id))

    assert response.status_code == 200
    assert "De BRP gaf geen gegevens." in response.content.decode()


def test_what_was_typed_becomes_a_sealed_document_that_can_be_delivered(
    zaak_id: UUID, at_work: AtWork
) -> None:
    client = at_work()

    made = client.post(address(zaak_id), TYPED, follow=True)
    assert "Het uittreksel is gemaakt en gewaarmerkt." in made.content.decode()
    document = UUID(CaseRoute.objects.get(zaak_id=zaak_id).facts["uittreksel"])
    with documenten.open_content(document).stream as stream:
        assert verify(stream.read()).state == "sealed"

    entry = CaseRoute.objects.get(zaak_id=zaak_id).entry
    client.post(f"/werkplek/zaken/{zaak_id}/doe/klaar/", {"entry": entry})
    assert CaseRoute.objects.get(zaak_id=zaak_id).status == "klaar"


def test_what_is_missing_is_said_and_what_was_typed_is_kept(zaak_id: UUID, at_work: AtWork) -> None:
    response = at_work().post(address(zaak_id), TYPED | {"geboorteplaats": ""})

    page = response.content.decode()
    assert response.status_code == 400
    assert "Vul nog in: geboorteplaats." in page
    assert "Sem Voorbeeld-Łukasz" in page


def test_a_forged_choice_is_refused(zaak_id: UUID, at_work: AtWork) -> None:
    response = at_work().post(address(zaak_id), TYPED | {"soort": "paspoort"})

    assert response.status_code == 400
    assert "Kies nog:" in response.content.decode()


def test_a_sign_that_cannot_be_printed_is_refused_with_words(
    zaak_id: UUID, at_work: AtWork
) -> None:
    response = at_work().post(address(zaak_id), TYPED | {"full_name": "Sem \U0001f600"})

    assert response.status_code == 400
    assert "uittreksel" not in CaseRoute.objects.get(zaak_id=zaak_id).facts


def test_a_case_that_needs_no_extract_has_no_such_page(zaak_id: UUID, at_work: AtWork) -> None:
    route.act(zaak_id=zaak_id, action="nogmaals", actor=ANS, at=AT)

    assert at_work().get(address(zaak_id)).status_code == 404


def test_while_a_colleague_works_on_it_nothing_is_made(zaak_id: UUID, at_work: AtWork) -> None:
    route.claim(zaak_id=zaak_id, employee=BEN, at=AT)

    response = at_work(ANS).post(address(zaak_id), TYPED)

    assert response.status_code == 409
    assert "uittreksel" not in CaseRoute.objects.get(zaak_id=zaak_id).facts


def address(zaak_id: UUID) -> str:
    return f"/werkplek/zaken/{zaak_id}/uittreksel-maken/"
