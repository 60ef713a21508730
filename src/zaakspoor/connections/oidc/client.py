"""One registration at one provider: leaving for it, coming back, and logging out."""

import hmac
import secrets
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core.claims import CodeIDToken
from joserfc.errors import JoseError

from zaakspoor.connections.oidc.answers import (
    AssuranceTooLow,
    Claims,
    LoginCancelled,
    LoginRefused,
    OidcUnavailable,
    Pending,
)
from zaakspoor.connections.oidc.provider import Provider, json_object

# Clocks of two machines differ a little.
LEEWAY_SECONDS = 30


class OidcClient:
    """One registration at one provider. Safe to share between threads.

    `wanted` names claims that are fetched from userinfo when the ID token lacks them.
    `private` names claims that must never be in a URL; a token with one of them is not sent
    along when logging out.
    """

    def __init__(
        self,
        issuer: str,
        client_id: str,
        client_secret: str,
        scope: str = "openid",
        *,
        wanted: Sequence[str] = (),
        private: Sequence[str] = ("bsn",),
        timeout: float = 5.0,
    ) -> None:
        self.issuer = issuer.rstrip("/")
        self._provider = Provider(issuer, timeout=timeout)
        self._client_id = client_id
        self._client_secret = client_secret
        self._scope = scope
        self._wanted = frozenset(wanted)
        self._private = frozenset(private)

    def authorization(
        self, redirect_uri: str, *, acr: Sequence[str] = (), language: str = "nl", prompt: str = ""
    ) -> tuple[str, Pending]:
        """Return where to send the browser, and what to keep until it returns.

        `acr` are the assurance levels that will be accepted, lowest first.

        :raises OidcUnavailable: the provider's addresses cannot be read.
        """
        pending = Pending(
            state=secrets.token_urlsafe(24),
            nonce=secrets.token_urlsafe(24),
            verifier=secrets.token_urlsafe(48),
            redirect_uri=redirect_uri,
            acr=list(acr),
        )
        url: str = prepare_grant_uri(
            self._provider.metadata()["authorization_endpoint"],
            self._client_id,
            "code",
            redirect_uri=redirect_uri,
            scope=self._scope,
            state=pending["state"],
            nonce=pending["nonce"],
            code_challenge=create_s256_code_challenge(pending["verifier"]),
            code_challenge_method="S256",
            ui_locales=language,
            acr_values=" ".join(acr) or None,
            prompt=prompt or None,
        )
        return url, pending

    def exchange(self, pending: Pending, query: Mapping[str, str]) -> Claims:
        """Return who logged in, from the query the browser came back with.

        :raises LoginCancelled: the person chose to go back.
        :raises AssuranceTooLow: a lower level than `pending["acr"]` was used.
        :raises LoginRefused: the answer is forged, old, used before or not for us.
        :raises OidcUnavailable: the provider fails.
        """
        code = self._code(pending, query)
        tokens = self._tokens(code, pending)
        claims = self._validated(tokens, pending["nonce"])
        acr = str(claims.get("acr", ""))
        if pending["acr"] and acr not in pending["acr"]:
            raise AssuranceTooLow(acr)
        values = {**self._userinfo(tokens, claims), **claims}
        return Claims(str(claims["sub"]), acr, values, tokens["id_token"])

    def logout_url(self, id_token: str, post_logout_redirect_uri: str) -> str | None:
        """Return where the browser ends the session at the provider (RP-initiated logout).

        None when the provider offers no logout or cannot be reached: the session here ends anyway.
        """
        try:
            endpoint = self._provider.metadata().get("end_session_endpoint")
        except OidcUnavailable:
            return None
        if not endpoint:
            return None
        hint = self._logout_hint(id_token)
        query = {**hint, "post_logout_redirect_uri": post_logout_redirect_uri}
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(query)}"

    def _logout_hint(self, id_token: str) -> dict[str, str]:
        try:
            claims = self._provider.decoded(id_token).claims
        except (JoseError, OidcUnavailable, LoginRefused):
            return {"client_id": self._client_id}
        if self._private.isdisjoint(claims):
            return {"client_id": self._client_id, "id_token_hint": id_token}
        # A BSN may not be in an address, so this token stays here; the session id is enough.
        sid = claims.get("sid")
        return {"client_id": self._client_id} | ({"logout_hint": str(sid)} if sid else {})

    def _code(self, pending: Pending, query: Mapping[str, str]) -> str:
        if not hmac.compare_digest(query.get("state", "").encode(), pending["state"].encode()):
            raise LoginRefused("state")
        if query.get("iss", self.issuer).rstrip("/") != self.issuer:
            raise LoginRefused("iss")
        if query.get("error") == "access_denied":
            raise LoginCancelled("cancelled")
        if query.get("error") in {"temporarily_unavailable", "server_error"}:
            raise OidcUnavailable("the provider says that it is not available")
        if "error" in query or not query.get("code"):
            raise LoginRefused("error")
        return query["code"]

    def _tokens(self, code: str, pending: Pending) -> dict[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": pending["redirect_uri"],
            "code_verifier": pending["verifier"],
        }
        # RFC 6749 2.3.1 wants both parts form-encoded before they go into the header.
        credentials = (_encoded(self._client_id), _encoded(self._client_secret))
        response = self._provider.ask(
            "POST", self._provider.metadata()["token_endpoint"], form=form, credentials=credentials
        )
        if response.is_client_error:
            raise LoginRefused("code")
        tokens = json_object(response)
        if not isinstance(tokens.get("id_token"), str):
            raise LoginRefused("id_token")
        return tokens

    def _validated(self, tokens: Mapping[str, Any], nonce: str) -> CodeIDToken:
        try:
            token = self._provider.decoded(tokens["id_token"])
            claims = CodeIDToken(
                token.claims,
                token.header,
                options={
                    "iss": {"essential": True, "values": [self.issuer, f"{self.issuer}/"]},
                    "aud": {"essential": True, "value": self._client_id},
                    "sub": {"essential": True},
                    "exp": {"essential": True},
                    "iat": {"essential": True},
                },
                params={
                    "nonce": nonce,
                    "client_id": self._client_id,
                    "access_token": tokens.get("access_token"),
                },
            )
            claims.validate(leeway=LEEWAY_SECONDS)
        except (JoseError, ValueError, TypeError) as error:
            # The library's text may quote the token, and a token may hold a BSN.
            raise LoginRefused("token") from error
        return claims

    def _userinfo(self, tokens: Mapping[str, Any], claims: Mapping[str, Any]) -> dict[str, Any]:
        endpoint = self._provider.metadata().get("userinfo_endpoint")
        if self._wanted.issubset(claims) or not endpoint:
            return {}
        response = self._provider.ask("GET", endpoint, bearer=str(tokens.get("access_token", "")))
        if response.is_client_error:
            raise LoginRefused("userinfo")
        values = json_object(response)
        if values.get("sub") != claims["sub"]:
            raise LoginRefused("userinfo")
        return values


def _encoded(text: str) -> str:
    return urlencode({"": text})[1:]
