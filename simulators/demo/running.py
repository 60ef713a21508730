"""Starting everything in one terminal, and stopping it with one Ctrl-C."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
from django.conf import settings
from django.core.management import call_command

from simulators.demo.announcing import announce, say
from simulators.demo.history import make_history
from simulators.guard import refuse_in_production
from simulators.town import ROOT, Town, start_town
from zaakspoor.connections.brp import BrpClient
from zaakspoor.process.papers.ports import install_persons
from zaakspoor.process.route.publishing import publish
from zaakspoor.registers.catalogi.operations import ensure_catalogus

BLUEPRINTS = ROOT / "blueprints"
_PATIENCE_SECONDS = 30


def run_demo() -> int:
    """Prepare the demo municipality, run it until Ctrl-C and return the exit code."""
    refuse_in_production()
    if _is_taken(settings.PORT):
        say(f"Er draait al iets op poort {settings.PORT}. Bekijk {settings.BASE_URL}")
        say("Een tweede naast de eerste? Kies een andere poort: PORT=8100 make run")
        return 0
    _prepare_database()
    with start_town(fixed_ports=True) as town:
        _fill(town)
        with _serving(town) as server:
            _wait_until_healthy(server)
            announce(town)
            return _until_stopped(server)


def publish_blueprints(*, at: datetime) -> None:
    """Publish every blueprint that we ship; one that has not changed stays as it is."""
    ensure_catalogus(
        domein="DEMO",
        rsin=settings.MUNICIPALITY_RSIN,
        naam=f"Catalogus van {settings.MUNICIPALITY}",
        contactpersoon="Functioneel beheer",
    )
    for path in sorted(BLUEPRINTS.glob("*.yaml")):
        if not path.name.endswith(".scenarios.yaml"):
            publish(source=path.read_text(), at=at)


def _prepare_database() -> None:
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    publish_blueprints(at=datetime.now(UTC))


def _fill(town: Town) -> None:
    url = town.environment()["BRP_URL"]
    install_persons(BrpClient(base_url=url, api_key=settings.BRP_API_KEY, timeout=10))
    started = time.monotonic()
    count = make_history(now=datetime.now(UTC))
    if count:
        say(f"{count} zaken uit het verleden gemaakt in {time.monotonic() - started:.0f} s.")


@contextlib.contextmanager
def _serving(town: Town) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "zaakspoor.cli", "serve"]
    # A session of its own: Ctrl-C reaches us, and we stop the server before the simulators.
    with subprocess.Popen(
        command,
        env=os.environ | town.environment(),
        start_new_session=True,
    ) as server:
        try:
            yield server
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait_until_healthy(server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"http://127.0.0.1:{settings.PORT}/health/").status_code == 200:
                return
        time.sleep(0.1)
    raise RuntimeError("Zaakspoor did not start; see the lines above")


def _until_stopped(server: subprocess.Popen[bytes]) -> int:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        return server.wait()
    except KeyboardInterrupt:
        say("\nTot ziens. Alles is bewaard in " + str(Path(settings.DATA_DIR)))
        return 0


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
