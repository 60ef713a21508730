"""What the provider knows and signs: keys, codes, sessions and faults. No HTTP."""

import hashlib
import hmac
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from simulators.oidc_provider.cast import Login

CODE_SECONDS = 60.0
TOKEN_SECONDS = 600


class Wrong(Exception):
    """The request is not what RFC 6749 says; `str()` is its error code."""


@dataclass(frozen=True, slots=True)
class Client:
    """A program that may ask people to log in here.

    `hosts` are the machines it may send people back to.
    """

    id: str
    secret: str
    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "testserver"})


@dataclass(frozen=True, slots=True)
class Grant:
    """One login, waiting to be fetched once with its code."""

    login: Login
    acr: str
    redirect_uri: str
    nonce: str
    challenge: str
    sid: str
    made: float


@dataclass(slots=True)
class Provider:
    """One running provider.

    `private_in_userinfo` moves the claims of a person from the ID token to userinfo.
    `faults` are names of things that go wrong on purpose: see `_spoiled` and the app.
    """

    client: Client
    people: tuple[Login, ...]
    algorithm: str = "RS256"
    private_in_userinfo: bool = False
    faults: set[str] = field(default_factory=set)
    ended: list[str] = field(default_factory=list)
    _key: RSAKey | ECKey = field(init=False)
    _codes: dict[str, Grant] = field(default_factory=dict)
    _access: dict[str, Login] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rotate_key()

    def rotate_key(self) -> None:
        """Sign with a new key from now on, as real providers do every few months."""
        self._key = _new_key(self.algorithm)

    def published_keys(self) -> dict[str, Any]:
        """Return the JSON Web Key Set with the public key."""
        return dict(KeySet([self._key]).as_dict(private=False, use="sig", alg=self.algorithm))

    def person(self, key: str) -> Login | None:
        """Return who has this key on the login page."""
        return next((login for login in self.people if login.key == key), None)

    def grant(self, login: Login, acr: str, question: Mapping[str, str]) -> str:
        """Return a new code for `login`, who answered `question`, an authorization request."""
        code = secrets.token_urlsafe(24)
        self._codes[code] = Grant(
            login=login,
            acr=acr,
            redirect_uri=question["redirect_uri"],
            nonce=question.get("nonce", ""),
            challenge=question["code_challenge"],
            sid=secrets.token_urlsafe(12),
            made=time.monotonic(),
        )
        return code

    def redeem(self, issuer: str, form: Mapping[str, str]) -> dict[str, Any]:
        """Return the tokens for a code, once.

        :raises Wrong: unknown, used, old, another address, or the PKCE verifier does not fit.
        """
        if form.get("grant_type") != "authorization_code":
            raise Wrong("unsupported_grant_type")
        grant = self._codes.pop(form.get("code", ""), None)
        if grant is None or time.monotonic() - grant.made > CODE_SECONDS:
            raise Wrong("invalid_grant")
        if grant.redirect_uri != form.get("redirect_uri"):
            raise Wrong("invalid_grant")
        if not _fits(form.get("code_verifier", ""), grant.challenge):
            raise Wrong("invalid_grant")
        access_token = secrets.token_urlsafe(24)
        self._access[access_token] = grant.login
        return {
            "access_token": access_token,
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "id_token": self._id_token(issuer, grant, access_token),
        }

    def userinfo(self, access_token: str) -> dict[str, Any]:
        """Return the claims of who the access token belongs to.

        :raises Wrong: the token is unknown.
        """
        login = self._access.get(access_token)
        if login is None:
            raise Wrong("invalid_token")
        private = login.claims if self.private_in_userinfo else {}
        return {"sub": login.sub, "name": login.name, **private}

    def knows_client(self, client_id: str, secret: str) -> bool:
        """Return whether these are the client's credentials."""
        same_id = hmac.compare_digest(client_id.encode(), self.client.id.encode())
        return same_id & hmac.compare_digest(secret.encode(), self.client.secret.encode())

    def is_own_token(self, token: str) -> bool:
        """Return whether `token` was signed here, however long ago."""
        try:
            jwt.decode(token, self._key, algorithms=[self.algorithm])
        except (JoseError, ValueError):
            return False
        return True

    def _id_token(self, issuer: str, grant: Grant, access_token: str) -> str:
        now = int(time.time())
        claims = {
            "iss": issuer,
            "sub": grant.login.sub,
            "aud": self.client.id,
            "iat": now,
            "exp": now + TOKEN_SECONDS,
            "auth_time": now,
            "nonce": grant.nonce,
            "acr": grant.acr,
            "sid": grant.sid,
            "name": grant.login.name,
            "at_hash": _half_hash(access_token),
            **({} if self.private_in_userinfo else grant.login.claims),
        }
        header = {"alg": self.algorithm, "kid": self._key.kid}
        key = _new_key(self.algorithm) if "signature" in self.faults else self._key
        return jwt.encode(header, self._spoiled(claims), key, algorithms=[self.algorithm])

    def _spoiled(self, claims: dict[str, Any]) -> dict[str, Any]:
        wrong = {
            "nonce": {"nonce": "another"},
            "audience": {"aud": "another-client"},
            "issuer": {"iss": "https://another.example"},
            "expired": {"exp": claims["iat"] - 3600},
            "future": {"iat": claims["iat"] + 3600},
        }
        for fault in self.faults & wrong.keys():
            claims |= wrong[fault]
        return claims


def _new_key(algorithm: str) -> RSAKey | ECKey:
    key = ECKey.generate_key("P-256") if algorithm == "ES256" else RSAKey.generate_key(2048)
    key.ensure_kid()
    return key


def _fits(verifier: str, challenge: str) -> bool:
    digest = hashlib.sha256(verifier.encode()).digest()
    made = urlsafe_b64encode(digest).rstrip(b"=")
    return hmac.compare_digest(made, challenge.encode())


def _half_hash(access_token: str) -> str:
    digest = hashlib.sha256(access_token.encode()).digest()
    return urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()
