"""What belongs to every page: the language, and the municipality's own look."""

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from zaakspoor.interfaces.identity.decorators import public

A_YEAR = 365 * 24 * 3600
# Every theme for the NL Design System puts its tokens in a class of its own name.
THEME_CLASS = re.compile(r"\.[\w-]+-theme(?=[\s,{])")


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language that was chosen and go back to the page."""
    chosen = request.POST.get("language")
    place = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(place, allowed_hosts=None):
        place = "/"
    answer = redirect(place)
    if chosen in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=A_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer


@public
@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def theme(request: HttpRequest) -> HttpResponse:
    """Return the municipality's token file; the address changes when the file does."""
    if not settings.THEME:
        raise Http404("no theme of its own")
    return HttpResponse(_tokens(settings.THEME), content_type="text/css; charset=utf-8")


@lru_cache
def _tokens(path: str) -> str:
    return THEME_CLASS.sub(":root", Path(path).read_text(encoding="utf-8"))
