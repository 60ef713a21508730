"""The web server of the registry: one question, `POST /personen`, and a page with switches."""

import asyncio
import hmac
import json
import os
import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from simulators.brp import errors, pages
from simulators.brp.answers import answer_of
from simulators.brp.behaviour import Behaviour
from simulators.brp.questions import RAADPLEEG, problems_of, problems_of_type
from simulators.guard import refuse_in_production
from simulators.people import OTHERS, PEOPLE, TestPerson

PATH = "/haalcentraal/api/brp/personen"
_BY_BSN = {person.bsn: person for person in (*PEOPLE, *OTHERS)}
# Longer than anybody waits.
_SILENCE_SECONDS = 120
_LONGEST_QUESTION = 100_000
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"


def create_app() -> Starlette:
    """Return the registry; it asks for the key in BRP_API_KEY ("demo" when not set).

    :raises SystemExit: this machine is in production.
    """
    refuse_in_production()
    app = Starlette(
        routes=[
            Route(PATH, _personen, methods=["POST"]),
            Route("/simulator/", _switches, methods=["GET", "POST"]),
            Route("/", lambda _: RedirectResponse("/simulator/")),
        ]
    )
    app.state.behaviour = Behaviour.from_environment()
    app.state.api_key = os.environ.get("BRP_API_KEY", "demo")
    return app


async def _personen(request: Request) -> Response:
    behaviour: Behaviour = request.app.state.behaviour
    behaviour.asked += 1
    # Read before waiting: whoever asks may be gone afterwards, and that is no error of ours.
    body = await request.body()
    await asyncio.sleep(behaviour.seconds)
    return await _misbehave(behaviour) or _check_headers(request) or await _answer(body, behaviour)


async def _misbehave(behaviour: Behaviour) -> Response | None:
    match behaviour.mode:
        case "down":
            return errors.unavailable()
        case "busy":
            return errors.too_many()
        case "refusing":
            return errors.forbidden()
        case "garbled":
            return JSONResponse({"type": RAADPLEEG, "personen": [{"geboorte": "gisteren"}]})
        case "silent":
            await asyncio.sleep(_SILENCE_SECONDS)
            return errors.unavailable()
    return None


def _check_headers(request: Request) -> Response | None:
    key = request.headers.get("x-api-key", "")
    if not hmac.compare_digest(key.encode(), request.app.state.api_key.encode()):
        return errors.unauthenticated()
    if "application/json" not in request.headers.get("content-type", "").lower():
        return errors.unsupported()
    accept = request.headers.get("accept", "*/*")
    if "json" not in accept and "*/*" not in accept:
        return errors.not_acceptable()
    return None


async def _answer(body: bytes, behaviour: Behaviour) -> Response:
    question = _read(body)
    if question is None:
        return errors.not_json()
    problems = problems_of_type(question)
    if not problems and question["type"] != RAADPLEEG:
        return errors.forbidden()
    problems = problems or problems_of(question)
    if problems:
        return errors.bad_request(problems)
    return await _persons(question, behaviour)


async def _persons(question: Mapping[str, Any], behaviour: Behaviour) -> Response:
    found = _asked_for(question)
    if any(behaviour.is_out_for(person, time.monotonic()) for person in found):
        return errors.unavailable()
    await asyncio.sleep(max((person.seconds for person in found), default=0))
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    answers = [answer_of(person, question["fields"], today) for person in found]
    return JSONResponse({"type": RAADPLEEG, "personen": answers})


def _asked_for(question: Mapping[str, Any]) -> list[TestPerson]:
    gemeente = question.get("gemeenteVanInschrijving")
    known = [_BY_BSN[bsn] for bsn in question["burgerservicenummer"] if bsn in _BY_BSN]
    return [
        person
        for person in known
        if gemeente in (None, person.record["gemeenteVanInschrijving"]["code"])
    ]


def _read(body: bytes) -> dict[str, Any] | None:
    try:
        question = json.loads(body) if len(body) <= _LONGEST_QUESTION else None
    except ValueError:
        return None
    return question if isinstance(question, dict) else None


async def _switches(request: Request) -> Response:
    behaviour: Behaviour = request.app.state.behaviour
    if request.method == "GET":
        return HTMLResponse(pages.page(behaviour), headers={"Content-Security-Policy": _POLICY})
    form = await request.form()
    try:
        behaviour.set(str(form.get("mode", behaviour.mode)), str(form.get("seconds", "0")))
    except ValueError as error:
        return HTMLResponse(pages.page(behaviour, str(error)), 400)
    return RedirectResponse("/simulator/", 303)
