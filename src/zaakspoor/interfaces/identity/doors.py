"""The two doors of the town hall: one for residents, one for employees."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Literal

from django.conf import settings

from zaakspoor.connections.oidc import OidcClient

Kind = Literal["resident", "employee"]


@dataclass(frozen=True, slots=True)
class Door:
    """Where one kind of person comes in. `kind` is also the key in the session.

    `longest` is how long one login lasts, however busy the person is.
    """

    kind: Kind
    longest: timedelta
    login: str
    callback: str
    home: str

    @property
    def idle(self) -> timedelta:
        """How long a login lasts without any action (15 minutes is DigiD's own limit)."""
        return timedelta(minutes=settings.SESSION_MINUTES)

    def client(self) -> OidcClient:
        """Return the connection with the provider behind this door."""
        if self.kind == "resident":
            return _client(
                settings.DIGID_ISSUER,
                settings.DIGID_CLIENT_ID,
                settings.DIGID_CLIENT_SECRET,
                "openid profile",
                ("bsn",),
            )
        return _client(
            settings.STAFF_ISSUER,
            settings.STAFF_CLIENT_ID,
            settings.STAFF_CLIENT_SECRET,
            "openid profile",
            ("roles", "teams"),
        )


RESIDENT = Door(
    kind="resident",
    longest=timedelta(hours=2),
    login="identity:login",
    callback="identity:callback",
    home="/",
)
EMPLOYEE = Door(
    kind="employee",
    longest=timedelta(hours=8),
    login="identity:staff-login",
    callback="identity:staff-callback",
    home="/werkplek/",
)


@lru_cache(maxsize=8)
def _client(
    issuer: str, client_id: str, client_secret: str, scope: str, wanted: tuple[str, ...]
) -> OidcClient:
    # One per registration: it remembers the provider's addresses and keys.
    return OidcClient(issuer, client_id, client_secret, scope, wanted=wanted)
