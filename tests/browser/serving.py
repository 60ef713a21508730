"""The whole municipality for browser tests: simulators, a database of its own, and the server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psycopg
from psycopg import sql

from simulators.town import ROOT, Town, start_town

PATIENCE_SECONDS = 30
PREPARE = """
from datetime import UTC, datetime
from django.core.management import call_command
from simulators.demo.running import publish_blueprints
call_command("migrate", interactive=False, verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
publish_blueprints(at=datetime.now(UTC))
"""
AGE = """
from datetime import timedelta, datetime
from importlib import import_module
from django.conf import settings
session = import_module(settings.SESSION_ENGINE).SessionStore(session_key={key!r})
person = session[{kind!r}]
seen = datetime.fromisoformat(person["seen"]) - timedelta(seconds={seconds})
session[{kind!r}] = person | {{"seen": seen.isoformat()}}
session.save()
"""


@dataclass
class Site:
    """A running municipality: where it answers, its simulators and its environment."""

    url: str
    town: Town
    environment: Mapping[str, str]
    server: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def run(self, code: str) -> None:
        """Run a few lines of Python in a process that has the server's settings."""
        lines = f"import django; django.setup()\n{code}"
        subprocess.run(
            [sys.executable, "-c", lines], cwd=ROOT, env=dict(self.environment), check=True
        )

    def age_login(self, key: str, seconds: int, kind: str = "resident") -> None:
        """Let the login of this session key be so many seconds longer without action."""
        self.run(AGE.format(key=key, seconds=seconds, kind=kind))

    def mails_to(self, address: str) -> list[str]:
        """Return the subjects of the mail that came in for this address, oldest first."""
        found = httpx.get(f"{self.town.mail_url}/api/messages", params={"to": address}).json()
        return [mail["subject"] for mail in found]

    def start(self) -> None:
        """Start the server and wait until it is well."""
        command = [sys.executable, "-m", "zaakspoor.cli", "serve"]
        server = subprocess.Popen(
            command, cwd=ROOT, env=dict(self.environment), start_new_session=True
        )
        self.server.append(server)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and server.poll() is None:
            with suppress(httpx.HTTPError):
                if httpx.get(f"{self.url}/health/").status_code == 200:
                    return
            time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def stop(self) -> None:
        """Stop the server, at once when it does not listen."""
        while self.server:
            server = self.server.pop()
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@contextmanager
def start_site(folder: Path, database_url: str) -> Iterator[Site]:
    """Run everything on free ports, with its files in `folder`, for as long as the block lasts."""
    with start_town() as town, _own_database(folder, database_url) as url:
        port = _free_port()
        environment = os.environ | {
            **town.environment(),
            "DJANGO_SETTINGS_MODULE": os.environ.get(
                "DJANGO_SETTINGS_MODULE", "zaakspoor.config.settings"
            ),
            "PYTHONPATH": os.pathsep.join(
                [str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]
            ),
            "DATA_DIR": str(folder),
            "DATABASE_URL": url,
            "PORT": str(port),
            "BASE_URL": f"http://localhost:{port}",
            "LOG_LEVEL": "WARNING",
        }
        site = Site(f"http://localhost:{port}", town, environment)
        site.run(PREPARE)
        try:
            site.start()
            yield site
        finally:
            site.stop()


@contextmanager
def _own_database(folder: Path, url: str) -> Iterator[str]:
    if not url.startswith("postgres"):
        yield f"sqlite:///{folder / 'browser.sqlite3'}"
        return
    name = f"zaakspoor_browser_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{url.rpartition('/')[0]}/{name}"
        finally:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(drop)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
