"""The identity app: templates and texts, no rows."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Logging in and out."""

    name = "zaakspoor.interfaces.identity"
    label = "identity"
