"""Who can log in at a simulated provider, and what the page looks like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Login:
    """One person on the login page. `claims` go into the ID token beside `sub` and `name`."""

    key: str
    name: str
    description: str
    sub: str
    claims: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """The words on the login page. `levels` are acr value and name, lowest first."""

    title: str
    banner: str
    lead: str
    levels: tuple[tuple[str, str], ...] = ()
