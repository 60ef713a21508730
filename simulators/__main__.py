"""`python -m simulators`: the world around Zaakspoor in one process.

When everything answers, it prints one line of JSON with the addresses. Port 0 takes a free port.
"""

import argparse
import asyncio
import json
import os
import socket
import sys

from simulators import brp, digid, mail, staff
from simulators.guard import refuse_in_production
from simulators.serving import bound, serve_all

PORTS = {"brp": 8011, "digid": 8012, "staff": 8013, "smtp": 8014, "mail": 8015}


def main(arguments: list[str] | None = None) -> None:
    """Start every simulator and stay until told to stop."""
    refuse_in_production()
    options = _parser().parse_args(arguments)
    listeners = {name: bound(options.host, getattr(options, f"{name}_port")) for name in PORTS}
    mailbox = mail.Mailbox()
    sites = [
        (listeners["brp"], brp.create_app()),
        (listeners["digid"], digid.create_app()),
        (listeners["staff"], staff.create_app()),
        (listeners["mail"], mail.create_app(mailbox)),
    ]
    asyncio.run(
        serve_all(
            sites,
            (listeners["smtp"], lambda: mail.create_protocol(mailbox)),
            ready=lambda: _tell(listeners),
            parent=os.getppid() if options.exit_with_parent else None,
        )
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulators", description=__doc__)
    parser.add_argument("--host", default=os.environ.get("SIMULATORS_HOST", "127.0.0.1"))
    for name, port in PORTS.items():
        default = int(os.environ.get(f"SIMULATOR_{name.upper()}_PORT", port))
        parser.add_argument(f"--{name}-port", type=int, default=default)
    parser.add_argument(
        "--exit-with-parent", action="store_true", help="stop when the starter is gone"
    )
    return parser


def _tell(listeners: dict[str, socket.socket]) -> None:
    ports = {name: listener.getsockname()[1] for name, listener in listeners.items()}
    sys.stdout.write(json.dumps(ports) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
