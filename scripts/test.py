"""Runs every test twice, on SQLite and on PostgreSQL, and leaves nothing running."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.browser import browser  # noqa: E402 - the line above makes it findable
from tests.support.postgres import postgres  # noqa: E402

ON_A_BUILD_SERVER = os.environ.get("CI", "").lower() in {"1", "true"}


def main() -> int:
    """Find a database server and a browser, say which, and run pytest on both databases."""
    # A polite stop must also stop what was started here.
    signal.signal(signal.SIGTERM, _stop)
    environment, selection = dict(os.environ), list(sys.argv[1:])
    found = browser()
    if found:
        environment["TEST_BROWSER"] = found.path
    else:
        selection.append("--ignore=tests/browser")
    _say("Browser", f"{found.path}, {found.origin}" if found else None)
    with postgres() as server:
        _say("PostgreSQL", server.origin if server else None)
        if ON_A_BUILD_SERVER and not (server and found):
            return 1
        environment.pop("DATABASE_URL", None)
        failed = _pytest("SQLite", selection, environment)
        if server:
            environment["DATABASE_URL"] = server.url
            failed = _pytest("PostgreSQL", selection, environment) or failed
    return failed


def _pytest(database: str, selection: list[str], environment: dict[str, str]) -> int:
    started = time.monotonic()
    sys.stderr.write(f"==> pytest on {database}\n")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup"]
    result = subprocess.run([*command, *selection], cwd=ROOT, env=environment, check=False)
    sys.stderr.write(f"==> {database}: {time.monotonic() - started:.0f} s\n")
    return result.returncode


def _say(what: str, which: str | None) -> None:
    verdict = which or "NONE FOUND, so its tests do not run"
    sys.stderr.write(f"==> {what}: {verdict}\n")


def _stop(signum: int, frame: FrameType | None) -> None:
    sys.exit(128 + signum)


if __name__ == "__main__":
    sys.exit(main())
