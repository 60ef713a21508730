"""DigiD as a municipality meets it behind an OIDC broker, with invented residents."""

import os
from urllib.parse import urlsplit

from starlette.applications import Starlette

from simulators.oidc_provider import Client, Login, Look, Provider, create_provider_app
from simulators.people import PEOPLE, TestPerson

# The class references of DigiD (Logius, Koppelvlakspecificatie DigiD SAML), lowest first.
_CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:"
LEVELS = (
    (f"{_CLASSES}PasswordProtectedTransport", "Basis: gebruikersnaam en wachtwoord"),
    (f"{_CLASSES}MobileTwoFactorContract", "Midden: met de DigiD-app of een sms-code"),
    (f"{_CLASSES}Smartcard", "Substantieel: DigiD-app met ID-check"),
    (f"{_CLASSES}SmartcardPKI", "Hoog: met rijbewijs of identiteitskaart"),
)
LOOK = Look(
    title="DigiD-simulator: kies een testpersoon",
    banner="Test: dit is niet DigiD. Alle personen zijn verzonnen.",
    lead="In het echt logt u hier in met uw DigiD. In deze testomgeving kiest u wie u bent.",
    levels=LEVELS,
)


def create_app() -> Starlette:
    """Return DigiD's stand-in, for the client that the settings of Zaakspoor name."""
    return create_provider_app(create_provider(), LOOK)


def create_provider() -> Provider:
    """Return the provider behind `create_app`, for a test that steers it."""
    client = Client(
        os.environ.get("DIGID_CLIENT_ID", "zaakspoor"),
        os.environ.get("DIGID_CLIENT_SECRET", "demo-digid"),
        allowed_hosts(),
    )
    return Provider(client, tuple(_login(person) for person in PEOPLE))


def allowed_hosts() -> frozenset[str]:
    """Return the machines to go back to: this one, and where BASE_URL says Zaakspoor is."""
    own = urlsplit(os.environ.get("BASE_URL", "")).hostname
    return frozenset({"localhost", "127.0.0.1", "testserver"} | ({own} if own else set()))


def _login(person: TestPerson) -> Login:
    return Login(
        key=person.key,
        name=person.name,
        description=person.description,
        sub=f"digid-{person.key}",
        claims={"bsn": person.bsn},
    )
