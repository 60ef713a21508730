"""A change in a case reaches the open page, once, and after a break too."""

import json
import threading
import time
from datetime import UTC, datetime
from uuid import uuid4

import httpx
import pytest
from django.db import connection, transaction

from tests.builders.registers import BSN, OTHER_BSN, make_zaak
from tests.events.builders import install, note_in, publish
from tests.live.serving import change, listening, log_in_resident, serving
from zaakspoor.events import outbox, queries, reactions
from zaakspoor.events.models import Job
from zaakspoor.events.reactions import Work
from zaakspoor.process.tracking.live import Pulse

pytestmark = pytest.mark.django_db(transaction=True)
QUICK = Pulse(heartbeat_seconds=0.1)


def test_a_change_is_pushed_within_a_second_with_numbers_only() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with serving() as address, listening(address, zaak.uuid, owner) as stream:
        assert stream.event()["retry"] == "2000"
        start = time.monotonic()
        change(zaak.uuid)
        event = stream.event()
        assert time.monotonic() - start < 1
        assert event["event"] == "change"
        assert int(event["id"]) == queries.last_event_id()
        assert json.loads(event["data"]) == {"zaak": str(zaak.uuid)}


def test_several_changes_at_once_are_one_push() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with serving(pulse=QUICK) as address, listening(address, zaak.uuid, owner) as stream:
        stream.event()
        change(zaak.uuid, times=5)
        assert int(stream.event()["id"]) == queries.last_event_id()
        # A heartbeat follows, and no second push.
        assert "event" not in stream.block()


def test_nobody_hears_of_another_case() -> None:
    mine, other = make_zaak(), make_zaak(bsn=OTHER_BSN)
    owner = log_in_resident(BSN)
    with serving(pulse=QUICK) as address, listening(address, mine.uuid, owner) as stream:
        stream.event()
        change(other.uuid)
        change(uuid4())
        quiet = [stream.block() for _ in range(5)]
        assert all("event" not in block for block in quiet)
        change(mine.uuid)
        assert stream.event()["event"] == "change"


def test_whoever_reconnects_hears_at_once_what_was_missed_and_only_that() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with serving(pulse=QUICK) as address:
        with listening(address, zaak.uuid, owner) as stream:
            last = int(stream.event()["id"])
        change(uuid4())
        with listening(address, zaak.uuid, owner, last=last) as stream:
            assert stream.event()["event"] == "hello"
            assert "event" not in stream.block()
        change(zaak.uuid)
        with listening(address, zaak.uuid, owner, last=last) as stream:
            assert [stream.event()["event"] for _ in range(2)] == ["hello", "change"]


@pytest.mark.parametrize("nonsense", ["-1", "abc", "9" * 40, "²"])
def test_a_strange_last_event_id_is_passed_over(nonsense: str) -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    cookie = f"zaakspoor_sessie={owner}".encode()
    headers = [(b"Cookie", cookie), (b"Last-Event-ID", nonsense.encode("latin-1"))]
    with (
        serving(pulse=QUICK) as address,
        httpx.Client(trust_env=False) as client,
        client.stream("GET", f"{address}/live/{zaak.uuid}", headers=headers) as response,
    ):
        assert response.status_code == 200
        assert next(response.iter_lines()) == "retry: 2000"


def test_a_restarted_server_goes_on_where_the_page_was() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with serving() as address:
        port = int(address.rsplit(":", 1)[1])
        with listening(address, zaak.uuid, owner) as stream:
            last = int(stream.event()["id"])
    change(zaak.uuid)
    with (
        serving(port=port) as address,
        listening(address, zaak.uuid, owner, last=last) as stream,
    ):
        assert [stream.event()["event"] for _ in range(2)] == ["hello", "change"]
        change(zaak.uuid)
        assert stream.event()["event"] == "change"


def test_open_streams_do_not_hold_up_a_server_that_stops() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    ended: list[dict[str, str]] = []

    def read(address: str) -> None:
        with listening(address, zaak.uuid, owner) as stream:
            stream.event()
            reading.set()
            ended.append(stream.event())

    reading = threading.Event()
    with serving() as address:
        page = threading.Thread(target=read, args=[address])
        page.start()
        assert reading.wait(10)
        start = time.monotonic()
    assert time.monotonic() - start < 3
    page.join(5)
    assert ended == [{}]


def test_a_number_that_is_committed_late_is_still_heard() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite gives out numbers in the order of committing")
    zaak, owner = make_zaak(), log_in_resident(BSN)
    taken, go_on = threading.Event(), threading.Event()

    def slow_change() -> None:
        with transaction.atomic():
            outbox.publish("slow", subject=zaak.uuid, payload={}, at=datetime.now(UTC))
            taken.set()
            go_on.wait(10)
        connection.close()

    slow = threading.Thread(target=slow_change)
    with serving() as address, listening(address, zaak.uuid, owner) as stream:
        stream.event()
        slow.start()
        assert taken.wait(10)
        change(zaak.uuid)
        first = int(stream.event()["id"])
        go_on.set()
        slow.join()
        late = int(stream.event()["id"])
        assert late < first
        with listening(address, zaak.uuid, owner, last=first) as again:
            assert [again.event()["event"] for _ in range(2)] == ["hello", "change"]


def test_two_hundred_open_pages_see_a_change_within_a_second() -> None:
    zaak = make_zaak()
    sessions = [log_in_resident(BSN) for _ in range(34)]
    delays: list[float] = []
    ready, changed = threading.Barrier(201), threading.Event()
    began = [0.0]

    def watch(address: str, number: int) -> None:
        with listening(address, zaak.uuid, sessions[number // 6]) as stream:
            stream.event()
            ready.wait(60)
            changed.wait(60)
            stream.event()
            delays.append(time.monotonic() - began[0])

    with serving() as address:
        pages = [threading.Thread(target=watch, args=[address, n]) for n in range(200)]
        for page in pages:
            page.start()
        ready.wait(60)
        began[0] = time.monotonic()
        change(zaak.uuid)
        changed.set()
        for page in pages:
            page.join(30)
    assert len(delays) == 200
    assert sorted(delays)[189] < 1


def test_the_worker_of_the_same_process_carries_events() -> None:
    before = [reactions.by_name(name) for name in reactions.names()]
    seen: list[Work] = []
    install(note_in(seen))
    try:
        with serving(with_worker=True):
            publish(at=datetime.now(UTC))
            end = time.monotonic() + 20
            while Job.objects.exists():
                assert time.monotonic() < end
                time.sleep(0.01)
    finally:
        reactions.install(before)
    assert len(seen) == 1
