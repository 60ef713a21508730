"""`zaakspoor migrate`: the database as this version wants it."""

from argparse import Namespace

from django.conf import settings
from django.core.management import call_command


def run(arguments: Namespace) -> int:
    """Apply the migrations that this database has not seen."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=1)
    return 0
