"""Who does something: a resident, an employee, the system or time itself."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["resident", "employee", "system", "timer"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and in which roles.

    `id` is the keyed hash of the BSN for a resident, the OIDC `sub` for an employee, and
    "zaakspoor" otherwise. `roles` are words a blueprint uses: aanvrager, behandelaar, balie,
    systeem, tijd.
    """

    kind: ActorKind
    id: str
    name: str
    roles: frozenset[str]


SYSTEM = Actor("system", "zaakspoor", "Zaakspoor", frozenset({"systeem"}))
TIMER = Actor("timer", "zaakspoor", "Zaakspoor", frozenset({"tijd"}))
