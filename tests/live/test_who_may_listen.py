"""An open page hears of its own case and nobody else's."""

import time
from contextlib import ExitStack
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from tests.builders.registers import BSN, OTHER_BSN, make_zaak
from tests.live.serving import (
    change,
    listening,
    log_in_employee,
    log_in_resident,
    log_out,
    serving,
)
from zaakspoor.process.tracking.live import Pulse

pytestmark = pytest.mark.django_db(transaction=True)


def status_of(address: str, zaak_id: UUID | str, session_key: str = "") -> int:
    with listening(address, zaak_id, session_key) as stream:
        return stream.response.status_code


def test_the_applicant_and_employees_get_a_stream_and_all_others_the_same_404() -> None:
    zaak = make_zaak()
    owner = log_in_resident(BSN)
    with serving() as address:
        assert status_of(address, zaak.uuid, owner) == 200
        assert status_of(address, f"{zaak.uuid}/", owner) == 200
        assert status_of(address, zaak.uuid, log_in_employee("behandelaar")) == 200
        refused: list[tuple[UUID | str, str]] = [
            (zaak.uuid, log_in_resident(OTHER_BSN)),
            (zaak.uuid, log_in_employee()),
            (zaak.uuid, log_in_resident(BSN, idle=timedelta(minutes=settings.SESSION_MINUTES))),
            (zaak.uuid, ""),
            (zaak.uuid, "verzonnen-sleutel"),
            (uuid4(), owner),
            (uuid4(), log_in_employee("behandelaar")),
            ("geen-nummer", owner),
            ("", owner),
        ]
        assert [status_of(address, *request) for request in refused] == [404] * len(refused)


def test_the_stream_is_not_stored_and_takes_no_posts() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with serving() as address:
        with listening(address, zaak.uuid, owner) as stream:
            headers = stream.response.headers
            assert headers["content-type"] == "text/event-stream; charset=utf-8"
            assert headers["cache-control"] == "no-store"
            assert headers["x-accel-buffering"] == "no"
        cookies = {settings.SESSION_COOKIE_NAME: owner}
        with httpx.Client(trust_env=False, cookies=cookies) as client:
            assert client.post(f"{address}/live/{zaak.uuid}").status_code == 404


def test_listening_does_not_lengthen_the_session() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    before = Session.objects.values().get(session_key=owner)
    with (
        serving(pulse=Pulse(heartbeat_seconds=0.05, check_seconds=0.05)) as address,
        listening(address, zaak.uuid, owner) as stream,
    ):
        for _ in range(5):
            stream.block()
    assert Session.objects.values().get(session_key=owner) == before


def test_the_stream_ends_when_the_login_ends() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with (
        serving(pulse=Pulse(heartbeat_seconds=0.05, check_seconds=0.1)) as address,
        listening(address, zaak.uuid, owner) as stream,
    ):
        assert stream.event()["event"] == "hello"
        log_out(owner)
        assert stream.event() == {}
        change(zaak.uuid)
        assert status_of(address, zaak.uuid, owner) == 404


def test_a_busy_stream_ends_too_when_the_login_ends() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with (
        serving(pulse=Pulse(heartbeat_seconds=60, check_seconds=0.2)) as address,
        listening(address, zaak.uuid, owner) as stream,
    ):
        stream.event()
        log_out(owner)
        for _ in range(50):
            change(zaak.uuid)
            if not stream.event():
                return
    raise AssertionError("somebody who logged out still heard of changes")


def test_the_seventh_page_of_one_session_is_refused_until_another_is_closed() -> None:
    zaak, owner = make_zaak(), log_in_resident(BSN)
    with serving() as address:
        with ExitStack() as pages:
            open_pages = [
                pages.enter_context(listening(address, zaak.uuid, owner)) for _ in range(6)
            ]
            assert [page.event()["event"] for page in open_pages] == ["hello"] * 6
            assert status_of(address, zaak.uuid, owner) == 429
            assert status_of(address, zaak.uuid, log_in_resident(BSN)) == 200
        end = time.monotonic() + 5
        while status_of(address, zaak.uuid, owner) != 200:
            assert time.monotonic() < end
