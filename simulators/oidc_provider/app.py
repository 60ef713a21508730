"""The addresses of a simulated provider (OpenID Connect Core, Discovery, RP-Initiated Logout)."""

import asyncio
from base64 import b64decode
from collections.abc import Mapping
from urllib.parse import unquote_plus, urlencode, urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from simulators.guard import refuse_in_production
from simulators.oidc_provider import pages
from simulators.oidc_provider.cast import Look
from simulators.oidc_provider.provider import Provider, Wrong

SLOW_SECONDS = 8.0
STRICT = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"


def create_provider_app(provider: Provider, look: Look) -> Starlette:
    """Return the app for one provider; `provider` can be steered while it runs.

    :raises SystemExit: this machine is in production.
    """
    refuse_in_production()
    app = Starlette(
        routes=[
            Route("/", _welcome),
            Route("/.well-known/openid-configuration", _discovery),
            Route("/jwks", _keys),
            Route("/authorize", _ask, methods=["GET"]),
            Route("/authorize", _answer, methods=["POST"]),
            Route("/token", _token, methods=["POST"]),
            Route("/userinfo", _userinfo, methods=["GET", "POST"]),
            Route("/end_session", _end_session, methods=["GET", "POST"]),
            Route("/simulator/", _steer, methods=["GET", "POST"]),
            Route("/simulator.css", _style),
        ]
    )
    app.state.provider = provider
    app.state.look = look
    return app


async def _discovery(request: Request) -> Response:
    if "down" in _provider(request).faults:
        return JSONResponse({"error": "temporarily_unavailable"}, status_code=503)
    issuer = _issuer(request)
    return JSONResponse(
        {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "userinfo_endpoint": f"{issuer}/userinfo",
            "jwks_uri": f"{issuer}/jwks",
            "end_session_endpoint": f"{issuer}/end_session",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": [_provider(request).algorithm],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
            "acr_values_supported": [acr for acr, _ in _look(request).levels],
            "authorization_response_iss_parameter_supported": True,
        }
    )


async def _keys(request: Request) -> Response:
    return JSONResponse(_provider(request).published_keys())


async def _ask(request: Request) -> Response:
    question = dict(request.query_params)
    problem = _problem(_provider(request), question)
    if problem:
        return _html(request, pages.message_page(_look(request), "Dit gaat niet", problem), 400)
    return _html(
        request, pages.login_page(_look(request), _provider(request).people, question), 200
    )


async def _answer(request: Request) -> Response:
    question = {name: str(value) for name, value in (await request.form()).items()}
    provider = _provider(request)
    problem = _problem(provider, question)
    if problem:
        return _html(request, pages.message_page(_look(request), "Dit gaat niet", problem), 400)
    if "cancel" in question:
        return _back(request, question, {"error": "access_denied"})
    login = provider.person(question.get("person", ""))
    if login is None:
        return _html(
            request, pages.message_page(_look(request), "Dit gaat niet", "Kies een persoon."), 400
        )
    code = provider.grant(login, question.get("level", ""), question)
    return _back(request, question, {"code": code})


async def _token(request: Request) -> Response:
    provider = _provider(request)
    await _dawdle(provider)
    if "down" in provider.faults:
        return JSONResponse({"error": "temporarily_unavailable"}, status_code=503)
    form = {name: str(value) for name, value in (await request.form()).items()}
    if not provider.knows_client(*_credentials(request, form)):
        return JSONResponse({"error": "invalid_client"}, status_code=401)
    try:
        tokens = provider.redeem(_issuer(request), form)
    except Wrong as wrong:
        return JSONResponse({"error": str(wrong)}, status_code=400)
    return JSONResponse(tokens, headers={"Cache-Control": "no-store"})


async def _userinfo(request: Request) -> Response:
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    try:
        return JSONResponse(_provider(request).userinfo(token))
    except Wrong as wrong:
        return JSONResponse({"error": str(wrong)}, status_code=401)


async def _end_session(request: Request) -> Response:
    query = dict(request.query_params)
    if request.method == "POST":
        query |= {name: str(value) for name, value in (await request.form()).items()}
    provider = _provider(request)
    hint = query.get("id_token_hint", "")
    known = provider.is_own_token(hint) if hint else query.get("client_id") == provider.client.id
    if not known or not _is_ours(provider, query.get("post_logout_redirect_uri", "")):
        text = "De vraag om uit te loggen klopt niet."
        return _html(request, pages.message_page(_look(request), "Dit gaat niet", text), 400)
    provider.ended.append("id_token_hint" if hint else query.get("logout_hint", ""))
    state = {"state": query["state"]} if "state" in query else {}
    return _redirect(query["post_logout_redirect_uri"], state)


async def _steer(request: Request) -> Response:
    """Let a test make things go wrong: {"faults": ["nonce"]}, {"rotate": true}."""
    provider = _provider(request)
    if request.method == "POST":
        wishes = await request.json()
        if "faults" in wishes:
            provider.faults.clear()
            provider.faults.update(wishes["faults"])
        if "private_in_userinfo" in wishes:
            provider.private_in_userinfo = bool(wishes["private_in_userinfo"])
        if wishes.get("rotate"):
            provider.rotate_key()
    return JSONResponse({"faults": sorted(provider.faults), "ended": provider.ended})


async def _welcome(request: Request) -> Response:
    look = _look(request)
    text = "U komt hier vanzelf als u in Zaakspoor inlogt. Op deze pagina hoeft u niets te doen."
    return _html(request, pages.message_page(look, look.title, text), 200)


async def _style(request: Request) -> Response:
    return Response(pages.STYLE, media_type="text/css")


async def _dawdle(provider: Provider) -> None:
    # In small steps, so that a test that has seen enough does not hold up the end.
    for _ in range(int(SLOW_SECONDS / 0.1)):
        if "slow" not in provider.faults:
            return
        await asyncio.sleep(0.1)


def _problem(provider: Provider, question: Mapping[str, str]) -> str:
    # These mistakes are shown here and not sent back: the address itself may be the mistake.
    if question.get("client_id") != provider.client.id:
        return "Deze website is hier niet bekend (client_id)."
    if not _is_ours(provider, question.get("redirect_uri", "")):
        return "Het adres om naar terug te gaan is hier niet bekend (redirect_uri)."
    if question.get("response_type") != "code" or "openid" not in question.get("scope", "").split():
        return "De website vraagt iets anders dan inloggen (response_type, scope)."
    if question.get("code_challenge_method") != "S256" or not question.get("code_challenge"):
        return "De website beschermt de code niet (PKCE S256)."
    return ""


def _is_ours(provider: Provider, address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and parts.hostname in provider.client.hosts


def _credentials(request: Request, form: Mapping[str, str]) -> tuple[str, str]:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "basic":
        name, _, secret = b64decode(token).decode().partition(":")
        return unquote_plus(name), unquote_plus(secret)
    return form.get("client_id", ""), form.get("client_secret", "")


def _back(request: Request, question: Mapping[str, str], answer: dict[str, str]) -> Response:
    answer |= {"state": question.get("state", ""), "iss": _issuer(request)}
    return _redirect(question["redirect_uri"], answer)


def _redirect(address: str, query: Mapping[str, str]) -> Response:
    if query:
        address += ("&" if urlsplit(address).query else "?") + urlencode(query)
    return RedirectResponse(address, status_code=303)


def _html(request: Request, content: str, status: int) -> Response:
    hosts = _provider(request).client.hosts
    # The form answers with a redirect, and browsers hold that to form-action too.
    back = " ".join(f"http://{host}:* https://{host}:*" for host in hosts)
    policy = f"{STRICT}; form-action 'self' {back}"
    return HTMLResponse(
        content,
        status,
        headers={"Content-Security-Policy": policy, "Referrer-Policy": "no-referrer"},
    )


def _issuer(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _provider(request: Request) -> Provider:
    provider: Provider = request.app.state.provider
    return provider


def _look(request: Request) -> Look:
    look: Look = request.app.state.look
    return look
