"""`zaakspoor serve`: web, live updates and, unless told otherwise, the worker."""

from argparse import Namespace

from django.db import OperationalError, ProgrammingError

from zaakspoor.config.commands.output import warn
from zaakspoor.config.commands.production import is_allowed_to_start
from zaakspoor.config.housekeeping import plan_housekeeping
from zaakspoor.config.server import run_server


def run(arguments: Namespace) -> int:
    """Serve until stopped; in production only with keys of its own."""
    if not is_allowed_to_start():
        return 1
    try:
        plan_housekeeping()
    except (OperationalError, ProgrammingError) as error:
        warn(f"The database is not ready: {error}. Run `zaakspoor migrate` first.")
        return 1
    run_server(with_worker=not arguments.no_worker)
    return 0
