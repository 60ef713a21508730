"""A few applications and a process that is killed: `python -m tests.bench._killing <url> 12 3`.

Prints one line of JSON for the test that looks at it.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import django

from tests.browser.serving import start_site

PER_SECOND = 1.0


def main(url: str, count: int, kills: int) -> None:
    """Send `count` applications, kill the server `kills` times meanwhile, and count everything."""
    os.environ["BRP_SIM_LATENCY_SECONDS"] = "0.3"
    with tempfile.TemporaryDirectory() as folder, start_site(Path(folder), url) as site:
        os.environ.update(site.environment)
        django.setup()
        # Models can be imported only after the set-up.
        from tests.bench import _reckoning, killed
        from tests.bench._crowd import prepare
        from tests.bench._sending import send_all

        applications = prepare(count, "klein")
        killer = killed.Killer(site, kills, every_seconds=count / PER_SECOND / (kills + 1))
        send_all(
            applications,
            int(site.environment["PORT"]),
            per_second=PER_SECOND,
            # Longer than a lease: whoever claimed a job last may have been killed holding it.
            wait_seconds=150,
            meanwhile=killer.run,
        )
        _reckoning.wait_until_quiet(60)
        outcome = {
            "kills": killer.done,
            "ready": sum(bool(each.ready) for each in applications),
            "faults": list(_reckoning.faults(applications, site.town)),
        }
        sys.stdout.write(json.dumps(outcome) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
