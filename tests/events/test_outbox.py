"""What is published is published with its fact or not at all."""

from datetime import timedelta

import pytest
from django.db import transaction

from tests.events.builders import CASE, TOPIC, install, note_in, publish
from tests.events.conftest import NOW
from zaakspoor.events import outbox, queries, reactions
from zaakspoor.events.models import Event, Job
from zaakspoor.events.reactions import Reaction, Work
from zaakspoor.events.worker import drain

database = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_publishing_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError):
        outbox.publish(TOPIC, subject=CASE, payload={}, at=NOW)
    with pytest.raises(RuntimeError):
        outbox.schedule("note", key="k", due=NOW, subject=CASE, payload={})
    with pytest.raises(RuntimeError):
        outbox.cancel(key="k")
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_publishes_nothing() -> None:
    install(note_in([]))
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        outbox.publish(TOPIC, subject=CASE, payload={}, at=NOW)
        raise ZeroDivisionError
    assert not Event.objects.exists()
    assert not Job.objects.exists()


@database
def test_every_reaction_to_a_topic_runs_once_and_nothing_else_does() -> None:
    seen: list[Work] = []
    reactions.install(
        Reaction(name, frozenset({topic}), note_in(seen))
        for name, topic in [("a", TOPIC), ("b", TOPIC), ("c", "other")]
    )
    publish(payload={"zaak": "x"})
    assert drain(NOW) == 2
    assert [(work.reaction, work.payload, work.at) for work in seen] == [
        ("a", {"zaak": "x"}, NOW),
        ("b", {"zaak": "x"}, NOW),
    ]
    assert drain(NOW) == 0


@database
def test_an_event_stays_when_its_jobs_are_done() -> None:
    install(note_in([]))
    publish()
    drain(NOW)
    assert Event.objects.count() == 1
    assert not Job.objects.exists()


@database
def test_a_timer_runs_when_it_is_due_and_not_before() -> None:
    seen: list[Work] = []
    install(note_in(seen), name="remind")
    due = NOW + timedelta(days=3)
    outbox.schedule("remind", key="reminder:1", due=due, subject=CASE, payload={"n": 1})
    assert drain(due - timedelta(microseconds=1)) == 0
    assert drain(due) == 1
    assert (seen[0].at, seen[0].subject, seen[0].topic) == (due, CASE, "")


@database
def test_the_same_key_is_scheduled_once_while_it_waits_and_is_free_when_it_ran() -> None:
    install(note_in([]), name="remind")
    for day in (1, 2):
        due = NOW + timedelta(days=day)
        outbox.schedule("remind", key="reminder:1", due=due, subject=CASE, payload={})
    assert Job.objects.get().due == NOW + timedelta(days=1)
    drain(NOW + timedelta(days=1))
    outbox.schedule("remind", key="reminder:1", due=NOW, subject=CASE, payload={})
    assert Job.objects.count() == 1


@database
def test_a_timer_is_taken_back_once() -> None:
    install(note_in([]), name="remind")
    outbox.schedule("remind", key="reminder:1", due=NOW, subject=CASE, payload={})
    assert outbox.cancel(key="reminder:1")
    assert not outbox.cancel(key="reminder:1")
    assert drain(NOW) == 0


@database
def test_a_timer_does_not_wait_for_the_events_of_its_case() -> None:
    install(note_in([]), name="note")
    publish(at=NOW + timedelta(hours=1))
    outbox.schedule("note", key="k", due=NOW, subject=CASE, payload={})
    assert drain(NOW) == 1


@database
def test_what_a_reaction_publishes_is_drained_too() -> None:
    seen: list[Work] = []

    def answer(work: Work) -> None:
        seen.append(work)
        if len(seen) < 3:
            publish()

    install(answer)
    publish()
    assert drain(NOW) == 3


@database
def test_drain_stops_at_its_limit() -> None:
    install(lambda work: publish())
    publish()
    assert drain(NOW, limit=25) == 25


@database
def test_a_job_of_a_reaction_that_is_not_installed_is_left_alone_and_shows_in_health() -> None:
    install(note_in([]))
    publish()
    reactions.install([])
    assert drain(NOW) == 0
    health = queries.health(NOW + timedelta(seconds=90))
    assert (health.pending, health.oldest_pending_seconds, health.dead) == (1, 90.0, 0)


def test_two_reactions_with_one_name_are_refused() -> None:
    twice = Reaction("a", frozenset(), note_in([]))
    with pytest.raises(ValueError, match="two reactions"):
        reactions.install([twice, twice])
