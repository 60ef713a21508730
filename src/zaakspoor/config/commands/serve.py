"""`zaakspoor serve`: web, live updates and, unless told otherwise, the worker."""

from argparse import Namespace

from zaakspoor.config.commands.production import is_allowed_to_start
from zaakspoor.config.server import run_server


def run(arguments: Namespace) -> int:
    """Serve until stopped; in production only with keys of its own."""
    if not is_allowed_to_start():
        return 1
    run_server(with_worker=not arguments.no_worker)
    return 0
