"""The civil registry of the demo municipality, on the wire of the BRP API Personen 2.7."""

from simulators.brp.app import create_app

__all__ = ["create_app"]
