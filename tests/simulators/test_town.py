import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from simulators.town import ROOT, start_town

T = TypeVar("T")


def test_one_process_is_the_whole_town_and_it_stops() -> None:
    with start_town() as town:
        for issuer in (town.digid_url, town.staff_url):
            found = httpx.get(f"{issuer}/.well-known/openid-configuration").json()
            assert found["issuer"] == issuer
        assert httpx.get(f"{town.mail_url}/api/messages").json() == []
        assert httpx.get(f"http://127.0.0.1:{town.brp}/simulator/").status_code == 200
        assert town.environment()["SMTP_PORT"] == str(town.smtp)
    with pytest.raises(httpx.ConnectError):
        httpx.get(town.mail_url)


def test_the_town_stops_when_its_starter_is_killed(tmp_path: Path) -> None:
    said = tmp_path / "town.json"
    starter = subprocess.Popen(
        [sys.executable, "-c", _STARTER, str(said)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    try:
        ports = _eventually(lambda: json.loads(said.read_text()))
    finally:
        starter.kill()
        starter.wait()
    _eventually(lambda: _assert_gone(ports["mail"]))


def test_the_town_does_not_start_in_production() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "simulators"],
        cwd=ROOT,
        env=os.environ | {"ENVIRONMENT": "production"},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert ended.returncode != 0
    assert "ENVIRONMENT=production" in ended.stderr


_STARTER = """
import subprocess, sys
command = [sys.executable, "-m", "simulators", "--exit-with-parent"]
for name in ("brp", "digid", "staff", "mail", "smtp"):
    command += [f"--{name}-port", "0"]
with open(sys.argv[1], "w") as said:
    subprocess.Popen(command, stdout=said).wait()
"""


def _assert_gone(port: int) -> None:
    with suppress(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/")
        raise AssertionError("still there")


def _eventually(attempt: Callable[[], T]) -> T:
    """Return what `attempt` returns as soon as it no longer fails, within 20 seconds."""
    give_up = time.monotonic() + 20
    while True:
        try:
            return attempt()
        except (AssertionError, OSError, ValueError):
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)
