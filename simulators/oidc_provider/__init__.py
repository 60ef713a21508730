"""An OpenID Connect provider for demo and tests: real protocol, invented people."""

from simulators.oidc_provider.app import create_provider_app
from simulators.oidc_provider.cast import Login, Look
from simulators.oidc_provider.provider import Client, Provider

__all__ = ["Client", "Login", "Look", "Provider", "create_provider_app"]
