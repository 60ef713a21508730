"""Logging in at an OpenID Connect provider: the code flow with PKCE, and nothing else."""

from zaakspoor.connections.oidc.answers import (
    AssuranceTooLow,
    Claims,
    LoginCancelled,
    LoginRefused,
    OidcUnavailable,
    Pending,
)
from zaakspoor.connections.oidc.client import OidcClient

__all__ = [
    "AssuranceTooLow",
    "Claims",
    "LoginCancelled",
    "LoginRefused",
    "OidcClient",
    "OidcUnavailable",
    "Pending",
]
