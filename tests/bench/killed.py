"""The same thousand, with the process killed five times on the way and started again at once."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator

from simulators.town import ROOT
from tests.bench import _reckoning
from tests.bench._crowd import prepare
from tests.bench._sending import send_all
from tests.bench.applications import COUNT, PER_SECOND, report
from tests.browser.serving import Site

KILLS = 5


def measure(site: Site) -> Iterator[str]:
    """Send, kill, wait, and count everything."""
    applications = prepare(COUNT, "hobbel")
    killer = Killer(site, KILLS, every_seconds=COUNT / PER_SECOND / (KILLS + 1))
    send_all(
        applications,
        int(site.environment["PORT"]),
        per_second=PER_SECOND,
        wait_seconds=180,
        meanwhile=killer.run,
    )
    _reckoning.wait_until_quiet(120)
    again = sum(each.tries - 1 for each in applications)
    yield f"{killer.done} times SIGKILL; residents had to try again {again} times"
    yield from report(applications, site)


class Killer:
    """Kills the server of `site` and starts it again at once, `times` in all."""

    def __init__(self, site: Site, times: int, *, every_seconds: float) -> None:
        self._site = site
        self._times = times
        self._every_seconds = every_seconds
        self.done = 0

    async def run(self) -> None:
        """Go on until the last time."""
        for _ in range(self._times):
            await asyncio.sleep(self._every_seconds)
            server = self._site.server.pop()
            server.kill()
            server.wait()
            self.done += 1
            self._site.server.append(_start(self._site))


def _start(site: Site) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "zaakspoor.cli", "serve"]
    return subprocess.Popen(command, cwd=ROOT, env=dict(site.environment), start_new_session=True)
