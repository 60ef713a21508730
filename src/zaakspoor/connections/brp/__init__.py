"""The civil registry over HTTP: the BRP API Personen (Haal Centraal), version 2."""

from zaakspoor.connections.brp.client import BrpClient
from zaakspoor.connections.brp.failures import BrpRefused, BrpUnavailable

__all__ = ["BrpClient", "BrpRefused", "BrpUnavailable"]
