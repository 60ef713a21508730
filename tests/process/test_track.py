"""One answer to "where is it?": the track of a case, for who may see it and nobody else."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from simulators.people import person_with
from tests.builders.applications import (
    MORNING,
    apply,
    owner_of,
    resident_actor,
    viewer_of,
)
from tests.builders.cases import COME_BY, SOON, act, case_in
from tests.builders.registers import AT, BSN, end_zaak, make_document, make_zaak, make_zaaktype
from zaakspoor.core.vault import keyed_hash
from zaakspoor.events.worker import drain
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.queries import NotVisible
from zaakspoor.process.tracking.track import Track, Viewer
from zaakspoor.registers.catalogi.queries import parts_of
from zaakspoor.registers.zaken import operations as zaken
from zaakspoor.registers.zaken.models import Zaak

pytestmark = pytest.mark.usefixtures("extract")
ME, OTHER = person_with("nieuw"), person_with("ouder")
EVERY_STATUS = (
    "aangevraagd",
    "gegevens",
    "maken",
    "handmatig",
    "wacht_op_balie",
    "na_balie",
    "versturen",
    "klaar",
    "niet_verstrekt",
)


def track(zaak_id: UUID, language: str = "nl") -> Track:
    return tracking.track_of(zaak_id, viewer_of(ME, language), now=SOON)


def states(seen: Track) -> list[tuple[int, str]]:
    return [(step.number, step.state) for step in seen.steps]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("status", EVERY_STATUS)
def test_in_every_status_exactly_one_step_is_current_and_every_text_is_filled(
    status: str, language: str
) -> None:
    seen = track(case_in(status), language)
    assert [step.state for step in seen.steps].count("current") == 1
    order = [step.state for step in seen.steps]
    assert order == sorted(order, key=["done", "current", "coming"].index)
    assert seen.status_title
    assert seen.status_text
    assert "{" not in seen.status_title + seen.status_text
    assert seen.source
    assert seen.as_of == SOON
    for step in seen.steps:
        assert (step.state == "coming") <= (step.reached_at is None)


def test_done_steps_say_when() -> None:
    zaak_id = apply().zaak_id
    drain(SOON)
    assert [step.reached_at is not None for step in track(zaak_id).steps] == [True] * 4
    assert track(zaak_id).received_at == MORNING


def test_who_withdrew_early_sees_no_step_that_never_was() -> None:
    zaak_id = case_in("aangevraagd")
    act(zaak_id, "intrekken", resident_actor(ME))
    assert states(track(zaak_id)) == [(1, "done"), (4, "current")]
    assert track(zaak_id).result == "Ingetrokken"


def test_a_step_that_was_passed_over_on_a_running_case_has_no_moment() -> None:
    seen = track(case_in("handmatig"))
    assert states(seen) == [(1, "done"), (2, "done"), (3, "current"), (4, "coming")]
    assert [step.reached_at for step in seen.steps][1] is None


def test_what_the_resident_has_to_do_is_a_task_with_its_last_day() -> None:
    zaak_id = case_in("wacht_op_balie")
    (task,) = track(zaak_id).tasks
    assert task.until == date(2026, 12, 8)
    assert task.text.startswith(COME_BY["vraagtekst"])
    assert "8 december 2026" in task.text
    assert "8 December 2026" in track(zaak_id, "en").tasks[0].text
    assert track(zaak_id).turn == "aanvrager"
    act(zaak_id, "verschenen")
    assert track(zaak_id).tasks == ()


def test_the_buttons_of_the_resident_are_those_of_the_blueprint() -> None:
    zaak_id = case_in("handmatig")
    assert [button.key for button in track(zaak_id).actions] == ["intrekken"]
    assert track(zaak_id, "en").actions[0].label == "Withdraw the application"
    employee = Viewer("employee", "ans")
    assert tracking.track_of(zaak_id, employee, now=SOON).actions == ()
    assert track(case_in("klaar")).actions == ()


@pytest.mark.parametrize("viewer", [viewer_of(OTHER), Viewer("resident", "")])
def test_another_persons_case_does_not_exist(viewer: Viewer) -> None:
    zaak_id = apply().zaak_id
    drain(SOON)
    document = track(zaak_id).documents[0].id
    with pytest.raises(NotVisible):
        tracking.track_of(zaak_id, viewer, now=SOON)
    with pytest.raises(NotVisible):
        tracking.document_for(zaak_id, document, viewer)


def test_a_case_that_is_not_there_looks_the_same() -> None:
    for viewer in (viewer_of(ME), Viewer("employee", "ans")):
        with pytest.raises(NotVisible):
            tracking.track_of(uuid4(), viewer, now=SOON)


def test_a_document_of_another_case_is_not_found_through_this_one() -> None:
    mine, theirs = apply(), apply(OTHER)
    drain(SOON)
    their = tracking.track_of(theirs.zaak_id, viewer_of(OTHER), now=SOON).documents[0].id
    with pytest.raises(NotVisible):
        tracking.document_for(mine.zaak_id, their, viewer_of(ME))
    with pytest.raises(NotVisible):
        tracking.document_for(theirs.zaak_id, their, viewer_of(ME))


def test_no_page_holds_anything_of_somebody_else() -> None:
    apply()
    sent = apply(OTHER)
    drain(SOON)
    theirs = repr(tracking.track_of(sent.zaak_id, viewer_of(OTHER), now=SOON))
    for mine in ("Noor", "Nieuwelink", ME.bsn, owner_of(ME), ME.email):
        assert mine not in theirs


# --- a zaak that another system handles: the register is all there is -------------------------


def resident() -> Viewer:
    return Viewer("resident", keyed_hash(BSN))


def register_track(zaak: Zaak) -> Track:
    return tracking.track_of(zaak.uuid, resident(), now=AT)


def reach(zaak: Zaak, number: int, hours: int = 0) -> None:
    zaken.set_status(
        zaak_id=zaak.uuid,
        statustype_id=parts_of(zaak.zaaktype_id).statustypen[number],
        datum_status_gezet=AT + timedelta(hours=hours),
    )


def other_zaak(**changes: Any) -> Zaak:
    return make_zaak(zaaktype=make_zaaktype(identificatie="ELDERS"), **changes)


def test_a_zaak_of_another_system_shows_what_its_statustype_says() -> None:
    zaak = other_zaak(
        einddatum_gepland=date(2026, 3, 9), uiterlijke_einddatum_afdoening=date(2026, 4, 27)
    )
    reach(zaak, 1)
    reach(zaak, 2, hours=1)
    seen = register_track(zaak)
    assert (seen.title, seen.status_title) == ("Uittreksel uit de BRP", "In behandeling")
    assert seen.status_text == "Wij werken aan uw aanvraag."
    assert states(seen) == [(1, "done"), (2, "current"), (3, "coming")]
    assert seen.expected is not None
    assert seen.latest is not None
    assert (seen.expected.on, seen.latest.on) == (date(2026, 3, 9), date(2026, 4, 27))
    (card,) = tracking.cards_of(resident()).cards
    assert (card.zaak_id, card.status_title, card.turn) == (zaak.uuid, "In behandeling", "gemeente")
    assert card.expected == seen.expected


def test_a_zaak_without_any_status_is_at_its_first_step() -> None:
    seen = register_track(other_zaak())
    assert states(seen) == [(1, "current"), (2, "coming"), (3, "coming")]
    assert seen.steps[0].reached_at is None
    assert seen.received_at.date() == date(2026, 3, 2)


def test_a_zaak_that_was_opened_again_is_where_it_is_now() -> None:
    zaak = other_zaak()
    reach(zaak, 1)
    end_zaak(zaak, at=AT + timedelta(hours=2))
    assert states(register_track(zaak)) == [(1, "done"), (3, "current")]
    assert register_track(zaak).is_closed
    reach(zaak, 2, hours=3)
    assert states(register_track(zaak)) == [(1, "done"), (2, "current"), (3, "coming")]
    assert not register_track(zaak).is_closed


def test_documents_of_another_system_are_shown_by_the_same_policy() -> None:
    zaak = other_zaak()
    make_document(zaak=zaak, titel="Zichtbaar")
    make_document(zaak=zaak, titel="Intern", tonen_aan_initiator=False, content=b"%PDF-1.7 2")
    assert [document.title for document in register_track(zaak).documents] == ["Zichtbaar"]
