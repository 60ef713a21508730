"""Pressing a button: its questions, what the applicant will see, and the deed."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from tests.workbench.builders import ANS, AT, BEN
from zaakspoor.process.route import operations as route
from zaakspoor.process.route.models import CaseRoute, HistoryEntry
from zaakspoor.registers.zaken import queries as zaken

AtWork = Callable[..., Client]


@pytest.fixture
def soon() -> date:
    """A day that the page accepts, whenever the test runs."""
    return localdate() + timedelta(days=7)


def test_the_page_of_a_button_shows_its_questions_and_what_follows(
    zaak_id: UUID, at_work: AtWork
) -> None:
    page = at_work().get(address(zaak_id, "naar_balie")).content.decode()

    assert "Wat vraagt u aan de aanvrager?" in page
    assert 'type="date"' in page
    assert "Dit ziet de aanvrager straks" in page
    assert "De aanvrager is aan zet." in page
    assert "Wij vragen u iets over uw aanvraag" in page


def test_a_look_first_changes_nothing_and_shows_the_words_filled_in(
    zaak_id: UUID, at_work: AtWork, soon: date
) -> None:
    typed = invitation(zaak_id, soon) | {"bekijk": "ja"}

    response = at_work().post(address(zaak_id, "naar_balie"), typed)

    page = response.content.decode()
    assert response.status_code == 200
    assert "Neem uw trouwboekje mee. Kom uiterlijk" in page
    assert status(zaak_id) == "handmatig"


def test_pressing_carries_it_out_once(zaak_id: UUID, at_work: AtWork, soon: date) -> None:
    response = at_work().post(
        address(zaak_id, "naar_balie"), invitation(zaak_id, soon), follow=True
    )

    assert "Gedaan: Uitnodigen aan de balie." in response.content.decode()
    assert status(zaak_id) == "wacht_op_balie"
    last = HistoryEntry.objects.filter(zaak_id=zaak_id).order_by("entry").last()
    assert last is not None
    assert (last.action, last.actor_id) == ("naar_balie", "ans")


def test_the_second_of_two_clicks_is_told_that_a_colleague_was_first(
    zaak_id: UUID, at_work: AtWork, soon: date
) -> None:
    typed = invitation(zaak_id, soon)
    at_work(BEN).post(address(zaak_id, "naar_balie"), typed)

    response = at_work(ANS).post(address(zaak_id, "naar_balie"), typed)

    assert response.status_code == 409
    assert "Een collega was u voor." in response.content.decode()
    assert HistoryEntry.objects.filter(zaak_id=zaak_id, action="naar_balie").count() == 1


def test_a_click_on_a_page_of_an_earlier_status_does_nothing(
    zaak_id: UUID, at_work: AtWork, soon: date
) -> None:
    old = invitation(zaak_id, soon)
    route.act(zaak_id=zaak_id, action="naar_balie", actor=BEN, facts=old, at=AT)
    route.act(zaak_id=zaak_id, action="verschenen", actor=BEN, at=AT)

    response = at_work(ANS).post(address(zaak_id, "niet_verstrekken"), old)

    assert response.status_code == 409
    assert status(zaak_id) == "na_balie"


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("vraagtekst", "  ", "Vul dit in."),
        ("reactiedatum", "2020-01-01", "Kies een dag na vandaag."),
        ("reactiedatum", "gisteren", "Kies een datum"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_what_was_typed_is_kept(
    zaak_id: UUID, at_work: AtWork, soon: date, field: str, typed: str, error: str
) -> None:
    sent = {**invitation(zaak_id, soon), field: typed}

    response = at_work().post(address(zaak_id, "naar_balie"), sent)

    page = response.content.decode()
    assert response.status_code == 400
    assert error in page
    assert 'aria-invalid="true"' in page
    assert field == "vraagtekst" or "Neem uw trouwboekje mee." in page
    assert status(zaak_id) == "handmatig"


@pytest.mark.parametrize("action", ["ophalen", "intrekken", "bestaat-niet", "niet_verschenen"])
def test_what_this_employee_may_not_do_now_does_not_exist(
    zaak_id: UUID, at_work: AtWork, action: str
) -> None:
    client = at_work()

    assert client.get(address(zaak_id, action)).status_code == 404
    assert client.post(address(zaak_id, action), {"entry": entry(zaak_id)}).status_code == 404


def test_the_extract_cannot_be_delivered_before_it_is_there(zaak_id: UUID, at_work: AtWork) -> None:
    response = at_work().post(
        address(zaak_id, "klaar"), {"entry": entry(zaak_id), "uittreksel": str(zaak_id)}
    )

    assert response.status_code == 400
    assert "Dit document is er nog niet." in response.content.decode()
    assert status(zaak_id) == "handmatig"


def test_trying_again_gives_the_case_back_to_the_machine(zaak_id: UUID, at_work: AtWork) -> None:
    at_work().post(address(zaak_id, "nogmaals"), {"entry": entry(zaak_id)})

    assert status(zaak_id) == "gegevens"
    assert not CaseRoute.objects.get(zaak_id=zaak_id).needs_person


def test_a_refusal_brings_a_letter_with_the_reasons(zaak_id: UUID, at_work: AtWork) -> None:
    letter = "Beste inwoner,\r\n\r\nWij geven dit uittreksel niet.\r\n\r\nU kunt bezwaar maken."
    sent = {"entry": entry(zaak_id), "uitleg": "U hebt geen machtiging.", "brief": letter}

    response = at_work().post(address(zaak_id, "niet_verstrekken"), sent, follow=True)

    page = response.content.decode()
    assert response.status_code == 200
    assert status(zaak_id) == "niet_verstrekt"
    assert "U hebt geen machtiging." in page
    assert [row.formaat for row in zaken.documents_of(zaak_id) if "Brief" in row.bestandsnaam] == [
        "application/pdf"
    ]


def address(zaak_id: UUID, action: str) -> str:
    return f"/werkplek/zaken/{zaak_id}/doe/{action}/"


def invitation(zaak_id: UUID, day: date) -> dict[str, str]:
    return {
        "entry": entry(zaak_id),
        "vraagtekst": "Neem uw trouwboekje mee.",
        "reactiedatum": day.isoformat(),
    }


def entry(zaak_id: UUID) -> str:
    return str(CaseRoute.objects.get(zaak_id=zaak_id).entry)


def status(zaak_id: UUID) -> str:
    return CaseRoute.objects.get(zaak_id=zaak_id).status


def test_what_was_typed_survives_a_login_that_ran_out(
    zaak_id: UUID, at_work: AtWork, soon: date
) -> None:
    client = at_work()
    fresh = client.session["employee"]
    session = client.session
    session["employee"] = fresh | {"seen": (now() - timedelta(minutes=16)).isoformat()}
    session.save()

    sent = client.post(address(zaak_id, "naar_balie"), invitation(zaak_id, soon))
    assert (sent.status_code, status(zaak_id)) == (303, "handmatig")
    session = client.session
    session["employee"] = fresh
    session.save()
    page = client.get(address(zaak_id, "naar_balie")).content.decode()

    assert "Neem uw trouwboekje mee.</textarea>" in page
    assert f'value="{soon.isoformat()}"' in page
