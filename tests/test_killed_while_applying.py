"""The whole process dies again and again while residents apply, and nobody notices afterwards."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def test_applications_are_handled_exactly_once_by_a_process_that_is_killed() -> None:
    # The municipality, its senders and its killer are a process of their own: it has settings
    # and a database of its own, and this one has those of the tests.
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    url = (
        os.environ.get("DATABASE_URL", "sqlite") if connection.vendor == "postgresql" else "sqlite"
    )
    ended = subprocess.run(
        [sys.executable, "-m", "tests.bench._killing", url, "12", "3"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    outcome = json.loads(ended.stdout.splitlines()[-1])
    assert outcome["faults"] == []
    assert outcome["kills"] == 3
    assert outcome["ready"] == 12
