"""`zaakspoor demo`: the demo municipality, its residents' history, and the world around it."""

from simulators.demo.running import run_demo

__all__ = ["run_demo"]
