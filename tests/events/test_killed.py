"""A worker that is killed at any line loses nothing and does nothing twice."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.events.conftest import NOW
from zaakspoor.events import outbox, queries, reactions
from zaakspoor.events.models import Job
from zaakspoor.events.reactions import Reaction, Work

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[2]
CASES = 20


@pytest.fixture
def effects() -> Iterator[None]:
    """Make a table for what the worker does; nothing in it forbids doing it twice."""
    number = "bigserial" if connection.vendor == "postgresql" else "integer"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE effect (id {number} PRIMARY KEY, reaction varchar(10), job bigint)"
        )
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE effect")


def database_url() -> str:
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    place = f"{settings['HOST']}:{settings['PORT'] or 5432}/{settings['NAME']}"
    return f"postgres://{settings['USER']}:{settings['PASSWORD']}@{place}"


def start_worker(lease_seconds: float) -> subprocess.Popen[str]:
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), *sys.path])
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.events.working", str(lease_seconds)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database_url(), "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == "working\n"
    return worker


def kill(worker: subprocess.Popen[str]) -> None:
    worker.kill()
    worker.wait()
    assert worker.stdout is not None
    worker.stdout.close()


def publish(count: int) -> None:
    def never(work: Work) -> None:
        raise AssertionError

    topics = frozenset({"work"})
    reactions.install(Reaction(name, topics, never) for name in ("once", "again"))
    for number in range(count):
        with transaction.atomic():
            outbox.publish("work", subject=UUID(int=1 + number % CASES), payload={}, at=NOW)


def done() -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reaction, job FROM effect ORDER BY id")
        rows: list[tuple[str, int]] = cursor.fetchall()
    return rows


def cases_of_jobs() -> dict[int, UUID]:
    return {job: case for job, case in Job.objects.values_list("id", "subject") if case}


def wait_until_finished() -> None:
    end = time.monotonic() + 120
    while Job.objects.exists():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def assert_once_and_in_order(cases: dict[int, UUID]) -> None:
    rows = done()
    assert queries.dead_letters() == []
    assert {job for _, job in rows} == set(cases)
    assert [job for job, times in Counter(rows).items() if times > 1] == []
    for reaction in ("once", "again"):
        for case in set(cases.values()):
            order = [job for name, job in rows if name == reaction and cases[job] == case]
            assert order == sorted(order)


@pytest.mark.usefixtures("effects")
def test_the_only_worker_is_killed_again_and_again() -> None:
    chance = random.Random(20261124)
    publish(300)
    cases = cases_of_jobs()
    # The lease is far longer than the test: the next worker must see that it is alone.
    for _ in range(6):
        worker = start_worker(lease_seconds=600)
        time.sleep(chance.uniform(0.01, 0.25))
        kill(worker)
    assert Job.objects.exists(), "killed too late to prove anything"
    worker = start_worker(lease_seconds=600)
    wait_until_finished()
    kill(worker)
    assert_once_and_in_order(cases)


@pytest.mark.usefixtures("effects")
def test_one_of_two_workers_is_killed_again_and_again() -> None:
    chance = random.Random(41126202)
    publish(600)
    cases = cases_of_jobs()
    workers = [start_worker(lease_seconds=1.5), start_worker(lease_seconds=1.5)]
    for _ in range(4):
        time.sleep(chance.uniform(0.01, 0.2))
        kill(workers.pop(0))
        workers.append(start_worker(lease_seconds=1.5))
    wait_until_finished()
    for worker in workers:
        kill(worker)
    assert_once_and_in_order(cases)
