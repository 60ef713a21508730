"""How a login ends: who it was, or why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict


class OidcUnavailable(Exception):
    """The provider does not answer, or not with what the protocol says; try again later."""


class LoginRefused(Exception):
    """The answer is no login. `reason` is a fixed English word, safe to log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LoginCancelled(LoginRefused):
    """The person went back at the provider's page."""


class AssuranceTooLow(LoginRefused):
    """The person logged in with less certainty than was asked; `acr` is what they used."""

    def __init__(self, acr: str) -> None:
        super().__init__("acr")
        self.acr = acr


class Pending(TypedDict):
    """What must be kept in the session between leaving and coming back. JSON."""

    state: str
    nonce: str
    verifier: str
    redirect_uri: str
    acr: list[str]


@dataclass(frozen=True, slots=True)
class Claims:
    """Who logged in: `values` are all claims, `id_token` is needed to log out again."""

    subject: str
    acr: str
    values: Mapping[str, Any]
    id_token: str
