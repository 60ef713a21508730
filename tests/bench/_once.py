"""The measurements on one database: `python -m tests.bench._once <database url> <names>`."""

import os
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import django

from tests.browser.serving import start_site


def main(url: str, names: list[str]) -> None:
    """Start a municipality of its own and measure it; print lines as they come."""
    os.environ["BRP_SIM_LATENCY_SECONDS"] = "1"
    with tempfile.TemporaryDirectory() as folder, start_site(Path(folder), url) as site:
        os.environ.update(site.environment)
        django.setup()
        for name in names:
            started = time.monotonic()
            _say(f"== {name}")
            for line in import_module(f"tests.bench.{name}").measure(site):
                _say(f"   {line}")
            _say(f"   ({time.monotonic() - started:.0f} s)")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
