"""The municipality's own login for employees, with an invented team."""

import os

from starlette.applications import Starlette

from simulators.digid import allowed_hosts
from simulators.oidc_provider import Client, Login, Look, Provider, create_provider_app

LOOK = Look(
    title="Inloggen als medewerker: kies wie u bent",
    banner="Test: dit zijn verzonnen medewerkers van een verzonnen gemeente.",
    lead="In het echt logt u hier in met uw account van de gemeente.",
)


def _employee(
    key: str, name: str, description: str, roles: list[str], teams: list[str], email: str
) -> Login:
    claims = {"roles": roles, "teams": teams, "email": email}
    return Login(key, name, description, f"medewerker-{key}", claims)


EMPLOYEES = (
    _employee(
        "bea",
        "Bea Handelaar",
        "Behandelaar bij Burgerzaken",
        ["behandelaar"],
        ["burgerzaken"],
        "b.handelaar@voorbeeldstad.example",
    ),
    _employee(
        "bob",
        "Bob Balie",
        "Werkt aan de balie van Burgerzaken",
        ["balie"],
        ["burgerzaken"],
        "b.balie@voorbeeldstad.example",
    ),
    _employee(
        "tea",
        "Tea Teamleider",
        "Teamleider van Burgerzaken, behandelt ook zelf",
        ["teamleider", "behandelaar"],
        ["burgerzaken"],
        "t.teamleider@voorbeeldstad.example",
    ),
    _employee(
        "gijs",
        "Gijs Groenstrook",
        "Werkt bij Stadsbeheer en heeft geen rechten bij Burgerzaken",
        ["behandelaar"],
        ["stadsbeheer"],
        "g.groenstrook@voorbeeldstad.example",
    ),
    _employee(
        "nora",
        "Nora Nieuw",
        "Net begonnen, heeft nog geen enkele rol",
        [],
        [],
        "n.nieuw@voorbeeldstad.example",
    ),
)


def create_app() -> Starlette:
    """Return the stand-in for the municipality's own login."""
    return create_provider_app(create_provider(), LOOK)


def create_provider() -> Provider:
    """Return the provider behind `create_app`, for a test that steers it."""
    client = Client(
        os.environ.get("STAFF_CLIENT_ID", "zaakspoor-werkplek"),
        os.environ.get("STAFF_CLIENT_SECRET", "demo-werkplek"),
        allowed_hosts(),
    )
    return Provider(client, EMPLOYEES, algorithm="ES256")
