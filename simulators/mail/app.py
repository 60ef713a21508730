"""The web side of the mail simulator: an inbox for people and an API for tests."""

from dataclasses import asdict
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from simulators.guard import refuse_in_production
from simulators.mail import pages
from simulators.mail.mailbox import Mailbox, StoredMail

_POLICY = (
    "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
# Mail is written by others: nothing in it runs, loads or reaches the page around it.
_SANDBOX = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def create_app(mailbox: Mailbox) -> Starlette:
    """Return the inbox of `mailbox`.

    :raises SystemExit: this machine is in production.
    """
    refuse_in_production()
    app = Starlette(
        routes=[
            Route("/", _inbox),
            Route("/berichten/{number:int}", _message),
            Route("/berichten/{number:int}/html", _message_html),
            Route("/api/messages", _api_messages, methods=["GET", "DELETE"]),
            Route("/api/faults", _api_faults, methods=["GET", "POST"]),
            Route("/simulator.css", _style),
        ]
    )
    app.state.mailbox = mailbox
    return app


async def _inbox(request: Request) -> Response:
    address = request.query_params.get("q", "")
    return _html(pages.inbox_page(_mailbox(request).found(address), address))


async def _message(request: Request) -> Response:
    mail = _mailbox(request).message(request.path_params["number"])
    return _html(pages.mail_page(mail)) if mail else _html(pages.missing_page(), 404)


async def _message_html(request: Request) -> Response:
    mail = _mailbox(request).message(request.path_params["number"])
    if mail is None:
        return _html(pages.missing_page(), 404)
    return HTMLResponse(mail.html, headers={"Content-Security-Policy": _SANDBOX})


async def _api_messages(request: Request) -> Response:
    """?to= searches by address; ?count=1 gives only numbers, for a load test."""
    if request.method == "DELETE":
        _mailbox(request).empty()
        return Response(status_code=204)
    found = _mailbox(request).found(request.query_params.get("to", ""))
    if "count" in request.query_params:
        return JSONResponse(
            {"messages": len(found), "repeats": sum(mail.repeats for mail in found)}
        )
    return JSONResponse([_as_json(mail) for mail in found])


async def _api_faults(request: Request) -> Response:
    """Set the faults named in the body; the others stay as they are."""
    faults = _mailbox(request).faults
    if request.method == "POST":
        wishes: dict[str, Any] = await request.json()
        faults.reject = {address.lower() for address in wishes.get("reject", faults.reject)}
        faults.delay = int(wishes.get("delay", faults.delay))
        faults.hang_up = int(wishes.get("hang_up", faults.hang_up))
        faults.lose_answer = int(wishes.get("lose_answer", faults.lose_answer))
        faults.slow_seconds = float(wishes.get("slow_seconds", faults.slow_seconds))
    return JSONResponse(asdict(faults) | {"reject": sorted(faults.reject)})


async def _style(request: Request) -> Response:
    return Response(pages.STYLE, media_type="text/css")


def _as_json(mail: StoredMail) -> dict[str, Any]:
    return asdict(mail) | {"received_at": mail.received_at.isoformat()}


def _html(content: str, status: int = 200) -> Response:
    return HTMLResponse(content, status, headers={"Content-Security-Policy": _POLICY})


def _mailbox(request: Request) -> Mailbox:
    mailbox: Mailbox = request.app.state.mailbox
    return mailbox
