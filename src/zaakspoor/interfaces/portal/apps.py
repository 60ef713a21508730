"""The portal: what residents see and do."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The pages for residents."""

    name = "zaakspoor.interfaces.portal"
    label = "portal"
