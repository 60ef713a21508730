"""Runs the measurements on SQLite and PostgreSQL: all modules beside this one, or those named.

A measurement is a module with a function `measure(site) -> Iterator[str]` that yields lines as it
goes: what was measured, the figure, the goal. All of a database share one running municipality,
in the order of ORDER, so that the memory is measured after the work.
"""

import os
import subprocess
import sys
import time

from simulators.town import ROOT
from tests.support.postgres import postgres

ORDER = ("applications", "open_pages", "large_register", "killed")


def main(wanted: list[str]) -> int:
    """Run the measurements and print what they find; 1 when one could not be made."""
    if unknown := set(wanted) - set(ORDER):
        sys.exit(f"There is no measurement {', '.join(unknown)}; there are {', '.join(ORDER)}.")
    names = [name for name in ORDER if name in wanted or not wanted]
    failed = _run("SQLite", "sqlite", names)
    with postgres() as server:
        if server is None:
            sys.stdout.write("There is no PostgreSQL here: only SQLite was measured.\n")
            return failed
        return _run("PostgreSQL", server.url, names) or failed


def _run(title: str, url: str, names: list[str]) -> int:
    started = time.monotonic()
    _say(f"\n{title}")
    # The settings of Django hold for a whole process, so each database has one of its own.
    command = [sys.executable, "-m", "tests.bench._once", url, *names]
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": path}
    ended = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    _say(f"{title}: {(time.monotonic() - started) / 60:.1f} minutes")
    return ended.returncode


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
