"""Start the simulators beside a test or a demo, and stop them again."""

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Town:
    """Where the simulators answer: port numbers on this machine."""

    brp: int
    digid: int
    staff: int
    mail: int
    smtp: int

    def environment(self) -> dict[str, str]:
        """Return the settings with which Zaakspoor finds this town."""
        return {
            "BRP_URL": f"http://127.0.0.1:{self.brp}/haalcentraal/api/brp",
            "DIGID_ISSUER": self.digid_url,
            "STAFF_ISSUER": self.staff_url,
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(self.smtp),
        }

    @property
    def digid_url(self) -> str:
        """The issuer of residents' logins, as a browser opens it."""
        return f"http://localhost:{self.digid}"

    @property
    def staff_url(self) -> str:
        """The issuer of employees' logins, as a browser opens it."""
        return f"http://localhost:{self.staff}"

    @property
    def mail_url(self) -> str:
        """The web inbox."""
        return f"http://localhost:{self.mail}"


@contextmanager
def start_town(
    *,
    environment: Mapping[str, str] | None = None,
    seconds: float = 30.0,
    fixed_ports: bool = False,
) -> Generator[Town, None, None]:
    """Run all simulators on free ports for as long as the block lasts.

    `fixed_ports` takes the usual ones instead, so that a bookmark stays good. `environment` is
    added to ours; `seconds` is how long they may take to start.

    :raises RuntimeError: they did not start; what they said is on standard error.
    """
    command = [sys.executable, "-m", "simulators", "--exit-with-parent"]
    if not fixed_ports:
        for name in ("brp", "digid", "staff", "mail", "smtp"):
            command += [f"--{name}-port", "0"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Town(**json.loads(_first_line(process.stdout, seconds)))
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _first_line(output: IO[str] | None, seconds: float) -> str:
    if output is None:
        raise RuntimeError("the simulators have no output")
    with selectors.DefaultSelector() as waiting:
        waiting.register(output, selectors.EVENT_READ)
        ready = waiting.select(seconds)
    line = output.readline() if ready else ""
    if not line:
        raise RuntimeError("the simulators did not start")
    return line
