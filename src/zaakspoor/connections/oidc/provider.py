"""What a provider publishes, its addresses and its keys, and how it is spoken to."""

import ssl
import time
from collections.abc import Mapping
from typing import Any

import httpx
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from zaakspoor.connections.oidc.answers import OidcUnavailable

# Signatures with a public key only: "none" and shared secrets are never a login.
ALGORITHMS = ("RS256", "PS256", "ES256")
# How long addresses and keys are believed before they are asked again.
CACHE_SECONDS = 3600.0


class Provider:
    """One provider, asked over HTTP and remembered. `timeout` is in seconds per step."""

    def __init__(self, issuer: str, *, timeout: float) -> None:
        self.issuer = issuer.rstrip("/")
        self._timeout = timeout
        # Reading the machine's certificates takes longer than a login does.
        self._tls = ssl.create_default_context()
        self._found: tuple[float, dict[str, Any]] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def metadata(self) -> dict[str, Any]:
        """Return the discovery document (OpenID Connect Discovery 1.0).

        :raises OidcUnavailable: it cannot be read, or is another provider's.
        """
        if self._found is None or _is_old(self._found[0]):
            address = f"{self.issuer}/.well-known/openid-configuration"
            found = json_object(self.ask("GET", address))
            if str(found.get("issuer", "")).rstrip("/") != self.issuer:
                raise OidcUnavailable("the provider presents itself under another name")
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                self._check_address(name, str(found.get(name, "")))
            self._found = (time.monotonic(), found)
        return self._found[1]

    def decoded(self, token: str) -> jwt.Token:
        """Return `token` when one of the provider's keys signed it.

        :raises JoseError: nobody we know signed this.
        :raises OidcUnavailable: the keys cannot be read.
        """
        try:
            return jwt.decode(token, self._key_set(), algorithms=ALGORITHMS)
        except InvalidKeyIdError:
            # The provider may have changed its keys since they were read.
            return jwt.decode(token, self._key_set(fresh=True), algorithms=ALGORITHMS)

    def ask(
        self,
        method: str,
        url: str,
        *,
        form: Mapping[str, str] | None = None,
        credentials: tuple[str, str] | None = None,
        bearer: str = "",
    ) -> httpx.Response:
        """Return the provider's answer, which may be a refusal.

        :raises OidcUnavailable: no answer, or one that says that it cannot answer.
        """
        headers = {"Accept": "application/json"}
        if bearer:
            headers["Authorization"] = f"Bearer {bearer}"
        try:
            with httpx.Client(verify=self._tls, timeout=self._timeout) as http:
                response = http.request(method, url, data=form, auth=credentials, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise OidcUnavailable("the provider does not answer") from error
        if response.is_server_error or response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise OidcUnavailable(f"the provider answers {response.status_code}")
        return response

    def _key_set(self, *, fresh: bool = False) -> KeySet:
        if fresh or self._keys is None or _is_old(self._keys[0]):
            published = json_object(self.ask("GET", self.metadata()["jwks_uri"]))
            try:
                keys = KeySet.import_key_set({"keys": published["keys"]})
            except (JoseError, KeyError, TypeError, ValueError) as error:
                raise OidcUnavailable("the provider publishes no usable keys") from error
            self._keys = (time.monotonic(), keys)
        return self._keys[1]

    def _check_address(self, name: str, address: str) -> None:
        safe = ("https://",) if self.issuer.startswith("https://") else ("https://", "http://")
        if not address.startswith(safe):
            raise OidcUnavailable(f"the provider has no safe {name}")


def json_object(response: httpx.Response) -> dict[str, Any]:
    """Return the JSON object in a successful `response`.

    :raises OidcUnavailable: it is something else.
    """
    try:
        found = response.json()
    except ValueError as error:
        raise OidcUnavailable("the provider does not answer in JSON") from error
    if not response.is_success or not isinstance(found, dict):
        raise OidcUnavailable("the provider does not answer as the protocol says")
    return found


def _is_old(since: float) -> bool:
    return time.monotonic() - since > CACHE_SECONDS
