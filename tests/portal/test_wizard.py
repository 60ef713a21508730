"""Filling in an application: back and forth without loss, and a clear no to what is not right."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.portal.conftest import BSN, FIRST, KEY, OWNER, PDF, SECOND
from zaakspoor.process.intake import queries as intake

FOR_ANOTHER = {"voor_wie": "ander", "bsn_ander": "999990020", "soort": "adres", "taal": "nl"}


def html(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def step(draft: UUID, key: str = "uittreksel") -> str:
    return f"/concept/{draft}/{key}/"


def test_the_start_page_tells_what_is_needed_and_starts(service: None, resident: Client) -> None:
    page = html(resident, f"/aanvragen/{KEY}/")
    for words in ("Uw DigiD", "Gratis", "2 minuten", "Hoe krijgt u het uittreksel?", "Beginnen"):
        assert words in page
    answer = resident.post(f"/aanvragen/{KEY}/beginnen/")
    [draft] = intake.drafts_of(OWNER)
    assert answer["Location"] == step(draft.id, "uw_gegevens")


def test_anybody_may_read_the_start_page(service: None, client: Client) -> None:
    assert "Inloggen en beginnen" in html(client, f"/aanvragen/{KEY}/")


def test_a_visit_to_the_starting_address_starts_nothing(service: None, resident: Client) -> None:
    assert resident.get(f"/aanvragen/{KEY}/beginnen/")["Location"] == f"/aanvragen/{KEY}/"
    assert intake.drafts_of(OWNER) == []


def test_an_unknown_service_is_not_there(service: None, resident: Client) -> None:
    assert resident.get("/aanvragen/zwembad/").status_code == 404
    assert resident.post("/aanvragen/zwembad/beginnen/").status_code == 404


def test_a_step_says_where_one_is(make_draft: Callable[..., UUID], resident: Client) -> None:
    page = html(resident, step(make_draft()))
    assert "Stap 2 van 4" in page
    assert "Waarom vragen wij dit?" in page


def test_what_the_registry_knows_is_shown_and_cannot_be_typed(
    service: None, resident: Client
) -> None:
    place = resident.post(f"/aanvragen/{KEY}/beginnen/")["Location"]
    page = html(resident, place)
    assert "Tessa Testpersoon" in page
    assert "9999 AB Voorbeeldstad" in page
    assert "Vorige" not in page
    assert 'name="naam"' not in page
    answer = resident.post(place, {"naam": "Iemand Anders", "knop": "volgende"})
    assert answer.status_code == 400


def test_next_leads_through_the_form_to_the_check(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft()
    one = resident.post(step(draft), FIRST | {"knop": "volgende"})
    two = resident.post(step(draft, "ontvangen"), SECOND | {"knop": "volgende"})
    assert one["Location"] == step(draft, "ontvangen")
    assert two["Location"] == f"/concept/{draft}/controleren/"
    assert "tessa@inwoner.example" in html(resident, two["Location"])


def test_going_back_keeps_what_was_typed_even_when_it_is_wrong(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST)
    wrong = SECOND | {"email": "geen adres"}
    answer = resident.post(step(draft, "ontvangen"), wrong | {"knop": "vorige"})
    assert answer["Location"] == step(draft)
    assert 'value="geen adres"' in html(resident, step(draft, "ontvangen"))


def test_mistakes_are_listed_on_top_and_said_at_the_question(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    answer = resident.post(step(make_draft()), {"voor_wie": "mijzelf", "knop": "volgende"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert '<a class="utrecht-link" href="#veld-soort-adres">' in page
    assert 'aria-describedby="veld-soort-fout"' in page
    assert "<title>Fout: " in page


def test_an_answer_brings_its_own_questions(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft()
    answer = resident.post(step(draft), FOR_ANOTHER | {"bsn_ander": "123", "knop": "volgende"})
    assert answer.status_code == 400
    assert 'href="#veld-bsn_ander"' in answer.content.decode()


def test_saving_for_later_tells_until_when(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft()
    answer = resident.post(step(draft), {"voor_wie": "mijzelf", "knop": "bewaren"}, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/"
    assert "Uw aanvraag is bewaard tot" in page
    assert f"/concept/{draft}/controleren/" in page


def test_a_resumed_draft_goes_on_where_it_stopped(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST)
    answer = resident.get(f"/concept/{draft}/controleren/")
    assert answer["Location"] == f"{step(draft, 'ontvangen')}?ontbreekt=1"


def test_a_file_can_be_added_and_taken_off(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft()
    upload = SimpleUploadedFile("volmacht.pdf", PDF)
    resident.post(step(draft), FOR_ANOTHER | {"machtiging": upload, "knop": "volgende"})
    [file] = intake.draft_of(draft, OWNER).files["machtiging"]
    assert "volmacht.pdf" in html(resident, step(draft))
    resident.post(step(draft), FOR_ANOTHER | {"knop": f"verwijder:{file.id}"})
    assert intake.draft_of(draft, OWNER).files == {}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("volmacht.pdf", b"MZ this is a program", "kunnen wij niet gebruiken"),
        ("volmacht.pdf", PDF + b" " * 5_300_000, "te groot"),
    ],
)
def test_a_wrong_file_is_refused_and_the_rest_is_kept(
    make_draft: Callable[..., UUID], resident: Client, name: str, content: bytes, words: str
) -> None:
    draft = make_draft()
    fields = FOR_ANOTHER | {"machtiging": SimpleUploadedFile(name, content), "knop": "volgende"}
    answer = resident.post(step(draft), fields)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert intake.draft_of(draft, OWNER).answers["bsn_ander"] == "999990020"
    assert intake.draft_of(draft, OWNER).files == {}


def test_a_file_input_that_was_left_empty_is_no_answer(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft()
    answer = resident.post(step(draft), FIRST | {"machtiging": "", "knop": "volgende"})
    assert answer["Location"] == step(draft, "ontvangen")
    forged = resident.post(step(draft), FIRST | {"machtiging": "tekst", "knop": "volgende"})
    assert forged.status_code == 400


def test_forged_fields_are_refused(make_draft: Callable[..., UUID], resident: Client) -> None:
    draft = make_draft()
    answer = resident.post(step(draft), FIRST | {"bedrag": "1000000", "knop": "volgende"})
    assert answer.status_code == 400
    assert "bedrag" not in intake.draft_of(draft, OWNER).answers


def test_a_forged_option_is_refused(make_draft: Callable[..., UUID], resident: Client) -> None:
    answer = resident.post(step(make_draft()), FIRST | {"soort": "alles", "knop": "volgende"})
    assert answer.status_code == 400


def test_a_macro_in_a_text_prints_as_it_was_typed(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST)
    typed = '"><script>alert(1)</script>'
    answer = resident.post(step(draft, "ontvangen"), SECOND | {"email": typed})
    assert "<script>alert" not in answer.content.decode()


def test_what_was_typed_when_the_login_ran_out_is_offered_back(
    make_draft: Callable[..., UUID], log_in: Callable[..., Client]
) -> None:
    draft = make_draft()
    late = log_in(minutes_ago=20)
    sent_away = late.post(step(draft), FIRST | {"taal": "en", "knop": "volgende"})
    assert sent_away["Location"].startswith("/inloggen/")
    session = late.session
    session["resident"] = log_in().session["resident"]
    session.save()
    page = html(late, step(draft))
    assert "Wat u had ingevuld staat er nog" in page
    assert 'value="en" checked' in page


def test_a_draft_is_thrown_away_only_after_a_question(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    draft = make_draft(FIRST)
    assert "Weet u het zeker?" in html(resident, f"/concept/{draft}/verwijderen/")
    assert intake.drafts_of(OWNER)
    resident.post(f"/concept/{draft}/verwijderen/")
    assert intake.drafts_of(OWNER) == []


@pytest.mark.parametrize("place", ["uittreksel", "ontvangen", "controleren", "verwijderen"])
def test_a_draft_of_somebody_else_is_not_there(
    make_draft: Callable[..., UUID], stranger: Client, place: str
) -> None:
    draft = make_draft(FIRST, SECOND)
    for answer in (stranger.get(step(draft, place)), stranger.post(step(draft, place), FIRST)):
        assert answer.status_code == 404
        assert BSN not in answer.content.decode()
    assert intake.draft_of(draft, OWNER).answers["voor_wie"] == "mijzelf"


def test_a_step_that_the_form_does_not_have_is_not_there(
    make_draft: Callable[..., UUID], resident: Client
) -> None:
    assert resident.get(step(make_draft(), "betalen")).status_code == 404
