"""The design system as an app, so that templates may load its tags."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """What every page is drawn with: shell, components, style sheets, phrases."""

    name = "zaakspoor.interfaces.design"
    label = "design"
