"""Writing an application: kept as typed, resumable anywhere, and nobody else's business."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from simulators.people import person_with
from tests.builders.applications import (
    MORNING,
    SERVICE,
    apply,
    fill_in,
    owner_of,
    send,
    start,
)
from tests.process.conftest import Registry
from zaakspoor.process.blueprints.forms import UnknownField
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake import queries
from zaakspoor.process.intake.models import Draft
from zaakspoor.process.intake.operations import AlreadySent, Incomplete
from zaakspoor.process.intake.prefill import prefill_of
from zaakspoor.process.intake.queries import DraftNotFound, UnknownService
from zaakspoor.registers.zaken.models import Zaak

pytestmark = pytest.mark.usefixtures("extract")
ME, OTHER = person_with("nieuw"), person_with("ouder")
MINE = owner_of(ME)


def save(draft: UUID, step: str, owner: str = MINE, **answers: str) -> dict[str, str]:
    errors = intake.save_step(
        draft_id=draft, owner=owner, step=step, answers=answers, uploads={}, at=MORNING
    )
    return {key: text.nl for key, text in errors.items()}


def test_what_was_typed_wrong_is_kept_with_what_is_wrong_about_it() -> None:
    draft = start()
    errors = save(draft, "ontvangen", ontvangst="digitaal", email="noor-at-home", telefoon="12")
    assert set(errors) == {"email", "telefoon"}
    view = queries.draft_of(draft, MINE)
    assert view.answers["email"] == "noor-at-home"
    assert view.errors.keys() >= {"email", "telefoon"}
    assert "ontvangen" not in view.done


def test_a_draft_is_resumed_elsewhere_where_it_was_left() -> None:
    draft = start()
    save(draft, "uw_gegevens")
    save(draft, "uittreksel", voor_wie="mijzelf", soort="in_leven", taal="en")
    (card,) = queries.drafts_of(MINE)
    view = queries.draft_of(card.id, MINE)
    assert card.id == draft
    assert view.answers["soort"] == "in_leven"
    assert view.next_step == "ontvangen"
    assert view.expires_at == MORNING + timedelta(days=30)


def test_a_later_mistake_takes_the_tick_off_a_page() -> None:
    draft = start()
    fill_in(draft)
    assert "ontvangen" in queries.draft_of(draft, MINE).done
    assert save(draft, "ontvangen", email="")
    assert "ontvangen" not in queries.draft_of(draft, MINE).done


@pytest.mark.parametrize(
    "forged",
    [
        {"bsn": "999990950"},
        {"zaak_id": "1"},
        {"email": "elsewhere@inwoner.example"},
        {"machtiging": "text in place of a file"},
        {"__proto__": "x"},
    ],
)
def test_a_field_that_the_page_does_not_have_is_refused(forged: dict[str, str]) -> None:
    draft = start()
    with pytest.raises(UnknownField):
        save(draft, "uittreksel", **{"voor_wie": "mijzelf"} | forged)
    assert queries.draft_of(draft, MINE).answers == {}


def test_what_the_registry_says_cannot_be_typed_over() -> None:
    draft = start()
    with pytest.raises(UnknownField):
        save(draft, "uw_gegevens", naam="Koning Noor")


@pytest.mark.parametrize(
    "option", ["gratis", "adres,nationaliteit", "ADRES", "{bsn}", "\u202eserda"]
)
def test_an_option_that_the_question_does_not_have_is_an_error(option: str) -> None:
    draft = start()
    assert "soort" in save(draft, "uittreksel", voor_wie="mijzelf", soort=option, taal="nl")


@pytest.mark.parametrize(
    "number", ["123456789", "999990951", "000000000", "99999095", "999990950x"]
)
def test_a_number_that_fails_the_elfproef_is_an_error(number: str) -> None:
    draft = start()
    assert "bsn_ander" in save(draft, "uittreksel", voor_wie="ander", bsn_ander=number)


def _submit(draft: UUID) -> None:
    send(draft, OTHER)


@pytest.mark.parametrize(
    "act",
    [
        lambda draft: queries.draft_of(draft, owner_of(OTHER)),
        lambda draft: save(draft, "uittreksel", owner_of(OTHER), voor_wie="mijzelf"),
        lambda draft: intake.remove_file(
            draft_id=draft, owner=owner_of(OTHER), file_id=uuid4(), at=MORNING
        ),
        lambda draft: intake.discard(draft_id=draft, owner=owner_of(OTHER)),
        _submit,
    ],
    ids=["look", "save", "remove", "discard", "submit"],
)
def test_somebody_elses_draft_does_not_exist(act: Callable[[UUID], object]) -> None:
    draft = start(ME)
    fill_in(draft, ME)
    with pytest.raises(DraftNotFound):
        act(draft)
    assert queries.draft_of(draft, MINE).answers["email"] == ME.email
    assert not queries.drafts_of(owner_of(OTHER))
    assert not Zaak.objects.exists()


def test_an_incomplete_application_is_refused_and_nothing_is_sent() -> None:
    draft = start()
    save(draft, "uittreksel", voor_wie="mijzelf", soort="adres", taal="nl")
    with pytest.raises(Incomplete):
        send(draft)
    assert not Zaak.objects.exists()
    assert Draft.objects.get().sent_at is None


def test_a_received_application_does_not_change_any_more() -> None:
    draft = start()
    fill_in(draft)
    send(draft)
    with pytest.raises(AlreadySent):
        save(draft, "ontvangen", email="later@inwoner.example")
    with pytest.raises(AlreadySent):
        intake.discard(draft_id=draft, owner=MINE)
    with pytest.raises(AlreadySent):
        intake.remove_file(draft_id=draft, owner=MINE, file_id=uuid4(), at=MORNING)


def test_a_sent_draft_leads_to_its_case_and_holds_nothing_personal() -> None:
    draft = start()
    fill_in(draft)
    sent = send(draft)
    view = queries.draft_of(draft, MINE)
    assert (view.submitted, view.answers, view.errors) == (sent, {}, {})
    row = Draft.objects.get()
    assert (row.answers_sealed, row.applicant_sealed) == ("", "")
    assert not queries.drafts_of(MINE)


def test_an_answer_to_a_question_that_disappeared_is_not_sent() -> None:
    draft = start()
    save(draft, "uittreksel", voor_wie="ander", bsn_ander="999993793", soort="adres", taal="nl")
    save(draft, "uittreksel", voor_wie="mijzelf")
    save(draft, "ontvangen", ontvangst="digitaal", email=ME.email)
    assert "bsn_ander" not in queries.submission_of(send(draft).zaak_id).answers


def test_a_forgotten_draft_goes_after_thirty_days_and_a_used_one_stays() -> None:
    old, used = start(), start()
    save(used, "uittreksel", voor_wie="mijzelf")
    Draft.objects.filter(id=used).update(expires_at=MORNING + timedelta(days=31))
    sent = apply()
    assert intake.sweep_drafts(at=MORNING + timedelta(days=30, seconds=1)) == 1
    assert not Draft.objects.filter(id=old).exists()
    assert Draft.objects.filter(id=used).exists()
    assert queries.submission_of(sent.zaak_id).applicant.bsn == ME.bsn


def test_first_values_come_from_the_registry_and_the_login() -> None:
    form = queries.service(SERVICE).form
    known = prefill_of(form, bsn=ME.bsn, email=ME.email)
    assert known["email"] == ME.email
    assert "Nieuwelink" in known["naam"]
    draft = intake.start_draft(key=SERVICE, owner=MINE, at=MORNING, prefill=known)
    assert queries.draft_of(draft, MINE).answers == known


@pytest.mark.parametrize("mode", ["down", "refusing", "garbled"])
def test_without_the_registry_a_form_can_still_be_filled_in(registry: Registry, mode: str) -> None:
    registry.be(mode)  # type: ignore[arg-type]  # the words of the simulator's page
    assert prefill_of(queries.service(SERVICE).form, bsn=ME.bsn) == {}


def test_a_service_that_is_not_published_cannot_be_asked_for() -> None:
    with pytest.raises(UnknownService):
        intake.start_draft(key="gratis-bier", owner=MINE, at=MORNING)
