"""The name of this app among Django's own."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Django has an app called messages (what a page says after a redirect); ours differs."""

    name = "zaakspoor.process.messages"
    label = "resident_messages"
