"""The registry is away: tried again by the blueprint's schedule, and the resident is told."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from simulators.brp.behaviour import Mode
from simulators.people import person_with
from tests.builders.applications import ANS, MORNING, apply, viewer_of
from tests.builders.cases import act, status_of
from tests.process.conftest import Registry
from zaakspoor.events import queries as events
from zaakspoor.events.models import Job
from zaakspoor.events.worker import drain
from zaakspoor.process.automatic.queries import failures_of
from zaakspoor.process.messages.models import Message
from zaakspoor.process.route import queries as route
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.tracking import queries as tracking

pytestmark = pytest.mark.usefixtures("extract")
ME = person_with("nieuw")
# 30 s, 2 min, 10 min and 1 u after the one before.
TRIES = [
    MORNING + timedelta(seconds=seconds)
    for seconds in (0, 30, 30 + 120, 30 + 120 + 600, 30 + 120 + 600 + 3600)
]
SECOND = timedelta(seconds=1)


def tries(zaak_id: UUID) -> list[datetime]:
    return [failure.at for failure in reversed(failures_of(zaak_id))]


def told() -> list[tuple[str, datetime]]:
    return list(Message.objects.order_by("planned_at", "key").values_list("key", "planned_at"))


def go_on_until(moment: datetime) -> None:
    """Let the worker work from try to try, as a real one would, until `moment`."""
    for at in [*TRIES, moment]:
        if at <= moment:
            drain(at)


def test_it_is_tried_again_at_exactly_the_moments_of_the_blueprint(registry: Registry) -> None:
    registry.be("down")
    sent = apply()
    for number, at in enumerate(TRIES):
        drain(at - SECOND)
        assert len(tries(sent.zaak_id)) == number
        drain(at)
        assert tries(sent.zaak_id) == TRIES[: number + 1]
    assert [failure.outcome for failure in failures_of(sent.zaak_id)] == ["onbereikbaar"] * 5


def test_the_resident_is_told_once_at_the_first_long_wait(registry: Registry) -> None:
    registry.be("down")
    apply()
    go_on_until(TRIES[2] - SECOND)
    assert told() == [("ontvangen", MORNING)]
    go_on_until(TRIES[2])
    assert told() == [("ontvangen", MORNING), ("vertraagd", TRIES[2])]
    go_on_until(TRIES[4] - SECOND)
    assert [key for key, _ in told()] == ["ontvangen", "vertraagd"]


def test_after_the_last_try_a_person_has_it_and_knows_why(registry: Registry) -> None:
    registry.be("down")
    sent = apply()
    go_on_until(TRIES[4])
    assert status_of(sent.zaak_id) == "handmatig"
    view = route.route_of(sent.zaak_id, roles=ANS.roles)
    assert view is not None
    assert view.facts == {"reden": "register_onbereikbaar"}
    assert view.reason == "De basisregistratie was lange tijd niet bereikbaar."
    assert [key for key, _ in told()] == ["ontvangen", "vertraagd", "collega"]
    track = tracking.track_of(sent.zaak_id, viewer_of(ME), now=TRIES[4])
    assert view.reason in track.status_text


@pytest.mark.parametrize("mode", ["down", "busy", "garbled", "refusing"])
def test_when_it_answers_again_the_case_is_finished(registry: Registry, mode: Mode) -> None:
    registry.be(mode)
    sent = apply()
    go_on_until(TRIES[1])
    assert status_of(sent.zaak_id) == "gegevens"
    registry.be("normal")
    go_on_until(TRIES[2])
    assert status_of(sent.zaak_id) == "klaar"
    assert [key for key, _ in told()] == ["ontvangen", "klaar"]
    assert events.dead_letters() == []


def test_a_person_who_tries_again_begins_a_new_schedule(registry: Registry) -> None:
    registry.be("down")
    sent = apply()
    go_on_until(TRIES[4])
    again = MORNING + timedelta(days=1)
    act(sent.zaak_id, "nogmaals", at=again)
    drain(again)
    assert status_of(sent.zaak_id) == "gegevens"
    registry.be("normal")
    drain(again + timedelta(seconds=30))
    assert status_of(sent.zaak_id) == "klaar"


def test_one_person_without_answer_holds_up_nobody_else(registry: Registry) -> None:
    registry.be("down")
    waiting = apply()
    go_on_until(TRIES[0])
    registry.be("normal")
    other = apply(person_with("ouder"), at=MORNING + SECOND)
    drain(MORNING + SECOND)
    assert (status_of(waiting.zaak_id), status_of(other.zaak_id)) == ("gegevens", "klaar")


def test_a_case_that_moved_meanwhile_is_not_told_of_a_delay(registry: Registry) -> None:
    registry.be("down")
    sent = apply()
    go_on_until(TRIES[2] - SECOND)
    drain_only_the_machine(TRIES[2])
    CaseRoute.objects.filter(zaak_id=sent.zaak_id).update(entry=99)
    drain(TRIES[2])
    assert [key for key, _ in told()] == ["ontvangen"]


def drain_only_the_machine(at: datetime) -> None:
    assert drain(at, limit=1) == 1
    assert Job.objects.filter(reaction="messages.plan").exists()


def test_papers_that_keep_failing_go_to_a_person_with_that_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on the disk")

    sent = apply()
    monkeypatch.setattr("zaakspoor.registers.documenten.bytes._write_file", full)
    go_on_until(TRIES[4])
    assert status_of(sent.zaak_id) == "handmatig"
    assert CaseRoute.objects.get().facts == {"reden": "storing"}
    assert [key for key, _ in told()] == ["ontvangen", "vertraagd", "collega"]


def test_somebody_for_whom_the_registry_is_away_for_a_while_gets_it_a_little_later() -> None:
    sent = apply(replace(person_with("storing")))
    go_on_until(TRIES[1])
    assert status_of(sent.zaak_id) == "klaar"
