"""The ASGI application for a server of one's own choice; `zaakspoor serve` makes its own.

It does not carry events: run `zaakspoor worker` beside it.
"""

import os
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from zaakspoor.config.application import Application


def load_application() -> "Application":
    """Set Django up and return the application."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakspoor.config.settings")
    django.setup()
    # Models can be imported only after the set-up.
    from zaakspoor.config.application import build_application

    return build_application(with_worker=False)


application = load_application()
