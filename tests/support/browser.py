"""A browser for the tests: the one of the system, or else one that is installed now."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = ("/usr/bin", "/usr/local/bin", "/snap/bin", "/usr/lib/chromium", "/opt/google/chrome")


@dataclass(frozen=True)
class Browser:
    """A Chromium that starts: its executable, and where it came from."""

    path: str
    origin: str


@cache
def browser() -> Browser | None:
    """Return the browser to test with, or None when there is none and none can be installed.

    TEST_BROWSER names one; without it the system and then playwright's own are tried, and at
    last the package of the distribution and playwright's download.
    """
    if given := os.environ.get("TEST_BROWSER"):
        return Browser(given, "TEST_BROWSER") if works(given) else None
    tries: list[tuple[str, Callable[[], None]]] = [
        ("found here", lambda: None),
        ("installed with apt-get", _install_package),
        ("installed by playwright", _install_with_playwright),
    ]
    for origin, prepare in tries:
        prepare()
        for path in candidates():
            if works(path):
                return Browser(path, origin)
    return None


def candidates() -> list[str]:
    """Return the executables that may be a Chromium, the system's first."""
    search = os.pathsep.join([os.environ.get("PATH", ""), *PLACES])
    found = [path for name in NAMES if (path := shutil.which(name, path=search))]
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return [*found, own] if Path(own).exists() else found


def works(path: str) -> bool:
    """Tell whether this executable shows a page; some are only a wrapper that says what to do."""
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=path, timeout=20_000)
            chromium.new_page().goto("about:blank")
            chromium.close()
    except Error:
        return False
    return True


def _install_package() -> None:
    if not shutil.which("apt-get"):
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and not shutil.which("sudo"):
        return
    for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
        subprocess.run([*root, "apt-get", *command], check=False, stdout=subprocess.DEVNULL)


def _install_with_playwright() -> None:
    # As root it may also install the system libraries that the browser needs.
    libraries = ["--with-deps"] if os.geteuid() == 0 else []
    command = [sys.executable, "-m", "playwright", "install", *libraries]
    subprocess.run([*command, "chromium-headless-shell"], check=False)
