"""Who is logged in, as a view sees it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest

from zaakspoor.core import vault
from zaakspoor.core.actors import Actor
from zaakspoor.interfaces.identity.levels import Level


@dataclass(frozen=True, slots=True)
class ResidentIdentity:
    """A resident with a running session. `hash` is the keyed hash of the BSN."""

    hash: str
    name: str
    level: Level
    since: datetime
    seen: datetime
    sealed_bsn: str = field(repr=False)

    def bsn(self) -> str:
        """Return the BSN; ask only where it is needed, and pass it no further."""
        return vault.decrypt(self.sealed_bsn)

    @property
    def actor(self) -> Actor:
        """The resident as somebody who acts on a case."""
        return Actor("resident", self.hash, self.name, frozenset({"aanvrager"}))


@dataclass(frozen=True, slots=True)
class EmployeeIdentity:
    """An employee with a running session. `sub` is their id at the municipality's login."""

    sub: str
    name: str
    roles: frozenset[str]
    teams: frozenset[str]
    since: datetime
    seen: datetime

    @property
    def actor(self) -> Actor:
        """The employee as somebody who acts on a case."""
        return Actor("employee", self.sub, self.name, self.roles)


class ResidentRequest(HttpRequest):
    """A request of which `resident_required` has made sure who sends it.

    `interrupted` holds what was typed when the login ran out on this page: field name to values.
    """

    resident: ResidentIdentity
    interrupted: dict[str, list[str]] | None


class EmployeeRequest(HttpRequest):
    """A request of which `employee_required` has made sure who sends it."""

    employee: EmployeeIdentity
    interrupted: dict[str, list[str]] | None
