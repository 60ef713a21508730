"""The errors of the BRP API Personen, in its own words."""

from collections.abc import Sequence

from starlette.responses import JSONResponse, Response

_INSTANCE = "/haalcentraal/api/brp/personen"
_RFC = "https://datatracker.ietf.org/doc/html/rfc7231#section-"


class _Problem(JSONResponse):
    media_type = "application/problem+json"


def bad_request(invalid_params: Sequence[dict[str, str]]) -> Response:
    """Return the answer to a question that is not of the standard."""
    names = ", ".join(param["name"] for param in invalid_params)
    return _problem(
        400,
        "Een of meerdere parameters zijn niet correct.",
        "paramsValidation",
        _RFC + "6.5.1",
        detail=f"De foutieve parameter(s) zijn: {names}.",
        invalidParams=list(invalid_params),
    )


def not_json() -> Response:
    """Return the answer to a body that is no JSON object."""
    return _problem(400, "Body is geen geldig JSON object.", "json", _RFC + "6.5.1")


def unauthenticated() -> Response:
    """Return the answer to who has no valid key."""
    return _problem(401, "Niet correct geauthenticeerd.", "authentication", _RFC + "6.5.1")


def forbidden() -> Response:
    """Return the answer to a question that this municipality may not ask."""
    return _problem(
        403, "U bent niet geautoriseerd voor deze operatie.", "autorisation", _RFC + "6.5.3"
    )


def not_acceptable() -> Response:
    """Return the answer to who does not read JSON."""
    return _problem(
        406, "Gevraagde contenttype wordt niet ondersteund.", "notAcceptable", _RFC + "6.5.6"
    )


def unsupported() -> Response:
    """Return the answer to a body of another type."""
    return _problem(
        415, "Media Type wordt niet ondersteund.", "unsupportedMediaType", _RFC + "6.5.13"
    )


def too_many() -> Response:
    """Return the answer to who asks too much."""
    return _problem(429, "Too many request", "tooManyRequests", "https://httpstatuses.com/429")


def unavailable() -> Response:
    """Return the answer when the source behind the API is away."""
    return _problem(
        503, "Bronservice BRP is tijdelijk niet beschikbaar.", "notAvailable", _RFC + "6.6.4"
    )


def _problem(status: int, title: str, code: str, kind: str, **more: object) -> Response:
    body = {"type": kind, "title": title, "status": status, "instance": _INSTANCE, "code": code}
    return _Problem(body | more, status)
