"""Start-up: connect the process to the world, once per process."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Installs the reactions and the connections when all apps are loaded."""

    name = "zaakspoor.config"

    def ready(self) -> None:
        """Wire reactions and connections; opens no connection and asks no database."""
        from zaakspoor.config import subscriptions, wiring

        subscriptions.subscribe()
        wiring.connect()
