"""/health/: what monitoring sees."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from zaakspoor.events import outbox
from zaakspoor.events.models import WorkerSeen

SUBJECT = UUID("0b9f7c3e-5a51-4d38-9c7e-3f6a1b2c4d5e")


def worker_was_seen(seconds_ago: int) -> None:
    WorkerSeen.objects.create(name="test", seen_at=now() - timedelta(seconds=seconds_ago))


def work_is_due(seconds_ago: int) -> None:
    due = now() - timedelta(seconds=seconds_ago)
    with transaction.atomic():
        outbox.schedule("messages.send", key="k", due=due, subject=SUBJECT, payload={})


def unplugged(*_: object) -> None:
    raise OperationalError("the database is away")


def test_all_is_well_when_the_worker_lives_and_nothing_waits(client: Client, db: None) -> None:
    worker_was_seen(seconds_ago=5)

    response = client.get("/health/")

    assert response.status_code == 200
    assert response.json()["status"] == "ok"
    assert response.json()["database"] == {"status": "ok", "kind": connection.vendor}
    assert 5 <= response.json()["worker"]["seen_seconds_ago"] < 60
    assert response.json()["outbox"] == {
        "status": "ok",
        "pending": 0,
        "oldest_seconds": 0,
        "dead": 0,
    }


def test_without_a_worker_the_service_is_degraded_but_stays_up(client: Client, db: None) -> None:
    response = client.get("/health/")

    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["worker"] == {"status": "silent", "seen_seconds_ago": None}


def test_a_worker_that_fell_silent_is_seen(client: Client, db: None) -> None:
    worker_was_seen(seconds_ago=300)

    assert client.get("/health/").json()["worker"]["status"] == "silent"


@pytest.mark.parametrize(("waits", "status"), [(30, "ok"), (600, "late")])
def test_work_that_waits_too_long_is_seen(
    client: Client, db: None, waits: int, status: str
) -> None:
    worker_was_seen(seconds_ago=5)
    work_is_due(seconds_ago=waits)

    assert client.get("/health/").json()["outbox"]["status"] == status


def test_a_database_that_is_away_is_down(client: Client, db: None) -> None:
    with connection.execute_wrapper(unplugged):
        response = client.get("/health/")

    assert response.status_code == 503
    assert response.json()["status"] == "down"
    assert response.json()["database"] == {"status": "down"}


def test_health_is_cheap_and_tells_no_secrets(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        response = client.get("/health/")

    assert set(response.json()) == {"status", "database", "worker", "outbox", "version"}
    assert "no-store" in response.headers["Cache-Control"]
