"""A mail server that delivers to nobody, and a web page to read what it took."""

from simulators.mail.app import create_app
from simulators.mail.mailbox import Faults, Mailbox, StoredMail
from simulators.mail.server import create_protocol

__all__ = ["Faults", "Mailbox", "StoredMail", "create_app", "create_protocol"]
