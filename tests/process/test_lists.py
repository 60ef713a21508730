"""The lists of residents and of colleagues: right, and as cheap with many cases as with one."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simulators.people import person_with
from tests.builders.applications import ANS, BEN, MORNING, apply, resident_actor, viewer_of
from tests.builders.cases import COME_BY, SOON, act, case_in
from zaakspoor.events.worker import drain
from zaakspoor.process.route import operations as route
from zaakspoor.process.route import queries as route_queries
from zaakspoor.process.tracking import queries as tracking

pytestmark = pytest.mark.usefixtures("extract")
ME, OTHER = person_with("nieuw"), person_with("ouder")


def statements(read: Callable[[], object]) -> int:
    read()
    with CaptureQueriesContext(connection) as asked:
        read()
    return len(asked)


def test_the_newest_case_is_first_and_pages_follow_each_other() -> None:
    numbers = [apply(at=MORNING + timedelta(days=day)).identificatie for day in range(5)]
    first = tracking.cards_of(viewer_of(ME), per_page=2)
    last = tracking.cards_of(viewer_of(ME), page=3, per_page=2)
    beyond = tracking.cards_of(viewer_of(ME), page=99, per_page=2)
    assert (first.number, first.pages, first.count) == (1, 3, 5)
    assert [card.identificatie for card in first.cards] == [numbers[4], numbers[3]]
    assert [card.identificatie for card in last.cards] == [numbers[0]]
    assert beyond == last


def test_running_and_ended_cases_can_be_told_apart() -> None:
    running = case_in("handmatig")
    ended = case_in("klaar")
    viewer = viewer_of(ME)
    assert [card.zaak_id for card in tracking.cards_of(viewer, closed=False).cards] == [running]
    (done,) = tracking.cards_of(viewer, closed=True).cards
    assert (done.zaak_id, done.is_closed, done.expected) == (ended, True, None)
    assert tracking.cards_of(viewer).count == 2


def test_nobody_sees_a_case_or_a_task_of_somebody_else() -> None:
    case_in("wacht_op_balie")
    assert tracking.cards_of(viewer_of(OTHER)).count == 0
    assert tracking.tasks_of(viewer_of(OTHER)) == []


def test_tasks_come_by_last_day_and_go_with_the_case() -> None:
    later, sooner = case_in("wacht_op_balie"), case_in("handmatig")
    act(sooner, "naar_balie", facts=COME_BY | {"reactiedatum": "2026-12-01"})
    tasks = tracking.tasks_of(viewer_of(ME))
    assert [card.zaak_id for card, _ in tasks] == [sooner, later]
    assert tasks[0][1].text.startswith("Wij willen uw paspoort zien. Kom uiterlijk 1 december")
    act(sooner, "intrekken", resident_actor(ME))
    assert [card.zaak_id for card, _ in tracking.tasks_of(viewer_of(ME))] == [later]


def test_the_queue_holds_what_needs_a_person_with_the_reason() -> None:
    waiting, _done = case_in("handmatig"), case_in("klaar")
    case_in("gegevens")
    (item,) = route_queries.queue_of(["burgerzaken"]).items
    assert item.zaak_id == waiting
    assert item.reason == "U vraagt dit aan voor iemand anders. Wij kijken of dat mag."
    assert (item.title, item.claimed_by) == ("Uittreksel uit de BRP", "")
    assert route_queries.queue_of(["parkeren"]).items == []


def test_the_queue_shows_unclaimed_work_first_then_what_is_due_first() -> None:
    third, first = case_in("handmatig"), case_in("handmatig")
    second = case_in("handmatig")
    route.claim(zaak_id=third, employee=ANS, at=SOON)
    act(second, "naar_balie", facts=COME_BY)
    act(second, "verschenen", BEN, at=SOON + timedelta(days=1))
    queue = route_queries.queue_of(["burgerzaken"])
    assert [item.zaak_id for item in queue.items] == [first, second, third]
    assert queue.items[-1].claimed_name == "Ans Ambtenaar"
    page = route_queries.queue_of(["burgerzaken"], page=2, per_page=2)
    assert ([item.zaak_id for item in page.items], page.pages, page.count) == ([third], 2, 3)


def read_all(zaak_id: UUID) -> dict[str, Callable[[], object]]:
    viewer = viewer_of(ME)
    return {
        "cards": lambda: tracking.cards_of(viewer, per_page=20),
        "tasks": lambda: tracking.tasks_of(viewer),
        "track": lambda: tracking.track_of(zaak_id, viewer, now=SOON),
        "queue": lambda: route_queries.queue_of(["burgerzaken"]),
    }


def test_reading_costs_the_same_with_many_cases() -> None:
    zaak_id = case_in("wacht_op_balie")
    case_in("handmatig")
    one = {name: statements(read) for name, read in read_all(zaak_id).items()}
    assert one == {"cards": 3, "tasks": 2, "track": 7, "queue": 2}
    for number in range(20):
        case_in("wacht_op_balie" if number % 2 else "handmatig")
    many = {name: statements(read) for name, read in read_all(zaak_id).items()}
    assert many == one


def test_two_hundred_cases_of_one_resident_cost_no_more() -> None:
    zaak_id = apply().zaak_id
    few = {name: statements(read) for name, read in read_all(zaak_id).items()}
    for minute in range(1, 200):
        apply(at=MORNING + timedelta(minutes=minute))
    page = tracking.cards_of(viewer_of(ME))
    assert (page.count, page.pages, len(page.cards)) == (200, 10, 20)
    assert {name: statements(read) for name, read in read_all(zaak_id).items()} == few


def test_a_draining_worker_leaves_nothing_in_the_queue_that_was_done() -> None:
    apply()
    drain(SOON)
    assert route_queries.queue_of(["burgerzaken"]).count == 0
