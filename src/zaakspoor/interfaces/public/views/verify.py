"""Is this document ours, and is it unchanged? Nothing personal is shown and no file is kept."""

import re
import time
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from zaakspoor.interfaces.identity.decorators import public
from zaakspoor.interfaces.public import verdicts
from zaakspoor.interfaces.public.throttle import Throttle
from zaakspoor.process.papers import queries as papers
from zaakspoor.process.papers.codes import spaced
from zaakspoor.process.papers.verification import LARGEST_BYTES, verify

# A form around the file takes a few hundred bytes.
FORM_BYTES = 20_000
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,100}")

# Reading a PDF costs us more than a look-up; a person checks a handful of papers.
UPLOADS = Throttle(burst=10, per_minute=10)
LOOKUPS = Throttle(burst=30, per_minute=30)


# Checking changes nothing and uses no session, so there is nothing to forge. Without the CSRF
# check a body that is too large is refused before any of it is read.
@csrf_exempt
@public
@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Ask for a document, or tell about the one that was sent."""
    if request.method == "POST":
        return _uploaded(request)
    code = "".join(request.GET.get("code", "").split())
    if code and SLUG.fullmatch(code):
        return redirect("public:code", code=code)
    return render(request, "public/controleren.html")


@public
@never_cache
@require_GET
def code(request: HttpRequest, code: str) -> HttpResponse:
    """What the QR code on a paper opens."""
    wait = LOOKUPS.wait_seconds(_address(request), now=time.monotonic())
    if wait:
        return _slow_down(request, wait)
    issued = papers.issued(code)
    if issued is None:
        return render(request, "public/onbekende_code.html", {"code": code}, status=404)
    context = {
        "issued": issued,
        "spaced": spaced(issued.code),
        "kind": verdicts.kind_title(issued.kind),
        "words": None if issued.valid else verdicts.NO_LONGER_VALID,
    }
    return render(request, "public/code.html", context)


def _uploaded(request: HttpRequest) -> HttpResponse:
    wait = UPLOADS.wait_seconds(_address(request), now=time.monotonic())
    if wait:
        return _slow_down(request, wait)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BYTES + FORM_BYTES:
        return _told(request, verdicts.TOO_LARGE)
    upload = request.FILES.get("document")
    if upload is None:
        return _told(request, verdicts.NOTHING_CHOSEN)
    if (upload.size or 0) > LARGEST_BYTES:
        return _told(request, verdicts.TOO_LARGE)
    return _judged(request, upload.read())


def _judged(request: HttpRequest, content: bytes) -> HttpResponse:
    verdict = verify(content)
    words = verdicts.OF_STATE[verdict.state]
    if verdict.state != "sealed":
        return _told(request, words)
    # A letter has our seal and no code.
    issued = papers.issued(verdict.document_code) if verdict.document_code else None
    if issued is not None and not issued.valid:
        words = verdicts.NO_LONGER_VALID
    kind = verdicts.kind_title(issued.kind) if issued else None
    return _told(
        request, words, sealed_at=verdict.sealed_at, sealed_by=verdict.sealed_by, kind=kind
    )


def _told(request: HttpRequest, words: verdicts.Words, **facts: object) -> HttpResponse:
    context = {"words": words, **facts}
    return render(request, "public/controleren.html", context, status=words.status)


def _slow_down(request: HttpRequest, wait: float) -> HttpResponse:
    response = render(request, "public/te_vaak.html", status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(int(wait) + 1)
    return response


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
