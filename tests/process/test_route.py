"""How a case travels: who may move it, who is first, and what a move leaves behind."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from simulators.people import person_with
from tests.builders.applications import ANS, BEN, MORNING, resident_actor, viewer_of
from tests.builders.cases import COME_BY, SOON, act, case_in, status_of
from zaakspoor.core.actors import SYSTEM, TIMER, Actor
from zaakspoor.events.models import Event, Job
from zaakspoor.events.worker import drain
from zaakspoor.process.blueprints.engine import ActionNotAllowed, FactsMissing
from zaakspoor.process.route import operations as route
from zaakspoor.process.route import queries
from zaakspoor.process.route.models import CaseRoute, CaseView, HistoryEntry
from zaakspoor.process.route.operations import AlreadyClaimed, CaseMoved
from zaakspoor.process.route.operations.timers import DateRefused
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.registers.zaken import queries as zaken
from zaakspoor.registers.zaken.models import Zaak

pytestmark = pytest.mark.usefixtures("extract")
ME = person_with("nieuw")
STATUSES = (
    "aangevraagd",
    "gegevens",
    "maken",
    "handmatig",
    "wacht_op_balie",
    "na_balie",
    "versturen",
)


def milestones(zaak_id: UUID) -> list[int]:
    return [row.volgnummer for row in zaken.statussen_of(zaak_id)]


@pytest.mark.parametrize("status", STATUSES)
def test_the_applicant_withdraws_at_every_moment(status: str) -> None:
    zaak_id = case_in(status)
    assert act(zaak_id, "intrekken", resident_actor(ME)) == "ingetrokken"
    drain(SOON)
    assert status_of(zaak_id) == "ingetrokken"
    zaak = Zaak.objects.get(uuid=zaak_id)
    assert zaak.resultaat.resultaattype.omschrijving == "Ingetrokken"
    assert zaak.is_closed
    assert milestones(zaak_id)[-1] == 4
    assert milestones(zaak_id) == sorted(set(milestones(zaak_id)))
    track = tracking.track_of(zaak_id, viewer_of(ME), now=SOON)
    assert [step.state for step in track.steps].count("current") == 1
    assert "ingetrokken" in track.messages[0].subject


@pytest.mark.parametrize("status", ["klaar", "niet_verstrekt"])
def test_what_has_ended_cannot_be_withdrawn(status: str) -> None:
    zaak_id = case_in(status)
    with pytest.raises(ActionNotAllowed):
        act(zaak_id, "intrekken", resident_actor(ME))


@pytest.mark.parametrize(
    ("status", "action", "actor"),
    [
        ("handmatig", "klaar", resident_actor(ME)),
        ("handmatig", "nogmaals", SYSTEM),
        ("handmatig", "intrekken", ANS),
        ("handmatig", "bestaat_niet", ANS),
        ("gegevens", "maken", ANS),
        ("gegevens", "te_laat", ANS),
        ("wacht_op_balie", "niet_verschenen", BEN),
        ("wacht_op_balie", "verschenen", TIMER),
        ("klaar", "klaar", ANS),
    ],
)
def test_nobody_presses_a_button_that_is_not_theirs(status: str, action: str, actor: Actor) -> None:
    zaak_id = case_in(status)
    with pytest.raises(ActionNotAllowed):
        act(zaak_id, action, actor, facts={"uittreksel": "x", "reden": "storing"})
    assert status_of(zaak_id) == status


def test_an_action_without_what_it_requires_is_refused_and_says_what() -> None:
    zaak_id = case_in("handmatig")
    with pytest.raises(FactsMissing) as refusal:
        act(zaak_id, "naar_balie", facts={"vraagtekst": "  "})
    assert refusal.value.missing == ("vraagtekst", "reactiedatum")
    with pytest.raises(DateRefused):
        act(zaak_id, "naar_balie", facts=COME_BY | {"reactiedatum": "volgende week"})
    assert status_of(zaak_id) == "handmatig"


def test_trying_again_is_no_step_back_and_no_second_status() -> None:
    zaak_id = case_in("handmatig")
    assert milestones(zaak_id) == [1, 3]
    act(zaak_id, "nogmaals")
    assert status_of(zaak_id) == "gegevens"
    track = tracking.track_of(zaak_id, viewer_of(ME), now=SOON)
    assert [step.state for step in track.steps] == ["done", "done", "current", "coming"]
    drain(SOON)
    assert status_of(zaak_id) == "klaar"
    assert milestones(zaak_id) == [1, 3, 4]


def test_why_a_person_had_to_look_is_history_when_the_machine_begins_anew() -> None:
    zaak_id = case_in("handmatig")
    assert CaseRoute.objects.get().facts["reden"] == "namens_ander"
    act(zaak_id, "nogmaals")
    assert "reden" not in CaseRoute.objects.get(zaak_id=zaak_id).facts


def test_who_saw_an_older_page_is_told_that_the_case_moved() -> None:
    zaak_id = case_in("handmatig")
    seen = CaseRoute.objects.get(zaak_id=zaak_id)
    act(zaak_id, "naar_balie", facts=COME_BY)
    for expected in ({"expected_status": seen.status}, {"expected_entry": seen.entry}):
        with pytest.raises(CaseMoved):
            route.act(zaak_id=zaak_id, action="verschenen", actor=BEN, at=SOON, **expected)
    assert status_of(zaak_id) == "wacht_op_balie"


def at_once(*actions: Callable[[], object]) -> list[object]:
    """Run the actions at the same moment; return what each gave or raised."""
    together = Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        try:
            together.wait()
            return action()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as hands:
        return [result.result() for result in [hands.submit(run, action) for action in actions]]


@pytest.mark.django_db(transaction=True)
def test_of_two_colleagues_at_once_one_decides_and_the_other_is_told() -> None:
    zaak_id = case_in("handmatig")

    def press(actor: Actor, action: str, **facts: str) -> Callable[[], object]:
        return lambda: route.act(
            zaak_id=zaak_id,
            action=action,
            actor=actor,
            at=SOON,
            facts=facts,
            expected_status="handmatig",
        )

    results = at_once(
        press(ANS, "klaar", uittreksel="x"),
        press(BEN, "niet_verstrekken", uitleg="Nee.", brief="x"),
    )
    (refused,) = [each for each in results if isinstance(each, Exception)]
    (status,) = [each for each in results if isinstance(each, str)]
    assert isinstance(refused, CaseMoved)
    assert status_of(zaak_id) == status
    assert Zaak.objects.get().statussen.filter(statustype__volgnummer=4).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_colleagues_at_once_one_claims() -> None:
    zaak_id = case_in("handmatig")
    results = at_once(
        lambda: route.claim(zaak_id=zaak_id, employee=ANS, at=SOON),
        lambda: route.claim(zaak_id=zaak_id, employee=BEN, at=SOON),
    )
    (refused,) = [each for each in results if each is not None]
    assert isinstance(refused, AlreadyClaimed)
    claimed = CaseRoute.objects.get(zaak_id=zaak_id)
    assert claimed.claimed_name in str(refused)


def test_a_claim_is_of_one_colleague_until_given_back() -> None:
    zaak_id = case_in("handmatig")
    for _ in range(2):
        route.claim(zaak_id=zaak_id, employee=ANS, at=SOON)
    with pytest.raises(AlreadyClaimed):
        route.release(zaak_id=zaak_id, employee=BEN, at=SOON)
    route.release(zaak_id=zaak_id, employee=ANS, at=SOON)
    route.claim(zaak_id=zaak_id, employee=BEN, at=SOON)
    assert CaseRoute.objects.get(zaak_id=zaak_id).claimed_by == "ben"


def test_a_case_that_moves_on_is_on_nobodys_name() -> None:
    zaak_id = case_in("handmatig")
    route.claim(zaak_id=zaak_id, employee=ANS, at=SOON)
    act(zaak_id, "per_post", facts={"uittreksel": "x"})
    assert CaseRoute.objects.get(zaak_id=zaak_id).claimed_by == ""


def test_who_looked_at_a_case_is_written_down() -> None:
    zaak_id = case_in("handmatig")
    route.log_view(zaak_id=zaak_id, employee=ANS, purpose="behandelen", at=SOON)
    seen = CaseView.objects.get()
    assert (seen.employee, seen.employee_name, seen.purpose) == (
        "ans",
        "Ans Ambtenaar",
        "behandelen",
    )


@pytest.mark.parametrize(
    "crashing",
    [
        "zaakspoor.process.route.operations.entering.zaken.set_resultaat",
        "zaakspoor.process.route.operations.entering.zaken.set_status",
        "zaakspoor.process.route.operations.entering.set_timers",
        "zaakspoor.process.route.operations.entering._tell",
    ],
)
def test_a_move_that_is_cut_short_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, crashing: str
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    zaak_id = case_in("handmatig")
    before = CaseRoute.objects.values().get(zaak_id=zaak_id), footprint()
    with monkeypatch.context() as patch:
        patch.setattr(crashing, crash)
        with pytest.raises(KeyboardInterrupt):
            act(zaak_id, "klaar", facts={"uittreksel": "x"})
    assert (CaseRoute.objects.values().get(zaak_id=zaak_id), footprint()) == before
    act(zaak_id, "klaar", facts={"uittreksel": "x"})
    assert milestones(zaak_id) == [1, 3, 4]


def footprint() -> tuple[int, int, int]:
    return Event.objects.count(), Job.objects.count(), HistoryEntry.objects.count()


def test_the_history_says_who_did_what() -> None:
    zaak_id = case_in("na_balie")
    view = queries.route_of(zaak_id, roles=ANS.roles)
    assert view is not None
    assert [(line.who, line.what) for line in view.history] == [
        ("Aanvrager", "begin"),
        ("Zaakspoor", "handmatig"),
        ("Ans Ambtenaar", "naar_balie"),
        ("Ans Ambtenaar", "verschenen"),
    ]
    assert [action.key for action in view.actions] == ["klaar", "per_post", "niet_verstrekken"]
    assert view.reason == "U vraagt dit aan voor iemand anders. Wij kijken of dat mag."


def test_a_colleague_without_the_role_has_no_buttons() -> None:
    view = queries.route_of(case_in("handmatig"), roles=frozenset({"balie"}))
    assert view is not None
    assert view.actions == []


def test_a_fact_is_added_without_moving() -> None:
    zaak_id = case_in("handmatig")
    route.put_facts(zaak_id=zaak_id, facts={"uittreksel": "x"}, at=MORNING)
    facts = CaseRoute.objects.get(zaak_id=zaak_id).facts
    assert facts == {"reden": "namens_ander", "uittreksel": "x"}
    assert act(zaak_id, "klaar") == "klaar"
