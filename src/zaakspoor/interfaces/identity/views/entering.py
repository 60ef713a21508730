"""Coming in: the page that explains, leaving for the provider, and coming back."""

import logging
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from zaakspoor.connections.oidc import (
    AssuranceTooLow,
    Claims,
    LoginCancelled,
    LoginRefused,
    OidcUnavailable,
)
from zaakspoor.core.identities import is_valid_bsn
from zaakspoor.interfaces.identity import errands, interruptions, sessions
from zaakspoor.interfaces.identity.decorators import public
from zaakspoor.interfaces.identity.doors import EMPLOYEE, RESIDENT, Door
from zaakspoor.interfaces.identity.levels import acr_values, is_enough, level_of

log = logging.getLogger(__name__)


@public
@never_cache
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Explain the login of residents, and leave for DigiD on POST."""
    at = timezone.now()
    level = errands.needed_level(request)
    goal = errands.destination(request, RESIDENT)
    if goal.startswith(EMPLOYEE.home):
        return HttpResponseRedirect(f"{reverse(EMPLOYEE.login)}?{request.GET.urlencode()}")
    if request.method == "POST":
        return _leave(request, RESIDENT, at)
    resident = sessions.resident_of(request.session, at)
    if resident is not None and is_enough(resident.level, level):
        return HttpResponseRedirect(goal)
    return _login_page(request, RESIDENT, reason=_reason(request, RESIDENT))


@public
@never_cache
@require_http_methods(["GET", "POST"])
def staff_login(request: HttpRequest) -> HttpResponse:
    """Explain the login of employees, and leave for the municipality's own login on POST."""
    at = timezone.now()
    if request.method == "POST":
        return _leave(request, EMPLOYEE, at)
    if sessions.employee_of(request.session, at) is not None:
        return HttpResponseRedirect(errands.destination(request, EMPLOYEE))
    return _login_page(request, EMPLOYEE, reason=_reason(request, EMPLOYEE))


@public
@never_cache
@require_GET
def callback(request: HttpRequest) -> HttpResponse:
    """Receive a resident who comes back from DigiD."""
    return _arrive(request, RESIDENT)


@public
@never_cache
@require_GET
def staff_callback(request: HttpRequest) -> HttpResponse:
    """Receive an employee who comes back from the municipality's login."""
    return _arrive(request, EMPLOYEE)


def _leave(request: HttpRequest, door: Door, at: datetime) -> HttpResponse:
    level = errands.needed_level(request)
    try:
        url, pending = door.client().authorization(
            absolute(request, door.callback),
            acr=acr_values(level) if door is RESIDENT else (),
            language=get_language() or settings.LANGUAGE_CODE,
            # Who must prove more has to be asked again, whatever the provider remembers.
            prompt="login" if request.POST.get("reden") == "niveau" else "",
        )
    except OidcUnavailable:
        log.warning("login_unavailable door=%s", door.kind, exc_info=True)
        return _login_page(request, door, reason="storing", status=503)
    errands.begin(request, door, pending, level=level, at=at)
    return HttpResponseRedirect(url, status=303)


def _arrive(request: HttpRequest, door: Door) -> HttpResponse:
    at = timezone.now()
    errand = errands.finish(request, door, at)
    if errand is None:
        return _login_page(request, door, reason="onbekend", status=400)
    again = {"goal": errand["next"], "level": errand["level"]}
    try:
        claims = door.client().exchange(errand["pending"], request.GET.dict())
        _enter(request, door, claims, at)
    except AssuranceTooLow:
        return _login_page(request, door, reason="niveau", status=403, **again)
    except LoginCancelled:
        return _login_page(request, door, reason="geannuleerd", status=403, **again)
    except LoginRefused as refused:
        log.warning("login_refused door=%s reason=%s", door.kind, refused.reason)
        return _login_page(request, door, reason="mislukt", status=400, **again)
    except OidcUnavailable:
        log.warning("login_unavailable door=%s", door.kind, exc_info=True)
        return _login_page(request, door, reason="storing", status=503, **again)
    return HttpResponseRedirect(errand["next"], status=303)


def _enter(request: HttpRequest, door: Door, claims: Claims, at: datetime) -> None:
    name = str(claims.values.get("name", ""))
    if door is EMPLOYEE:
        sessions.log_in_employee(
            request,
            sub=claims.subject,
            name=name or claims.subject,
            roles=_words(claims, "roles"),
            teams=_words(claims, "teams"),
            id_token=claims.id_token,
            at=at,
        )
        return
    bsn, level = str(claims.values.get("bsn", "")), level_of(claims.acr)
    if not is_valid_bsn(bsn) or level is None:
        raise LoginRefused("bsn")
    sessions.log_in_resident(
        request, bsn=bsn, name=name, level=level, id_token=claims.id_token, at=at
    )


def _words(claims: Claims, name: str) -> list[str]:
    values = claims.values.get(name)
    return [str(value) for value in values] if isinstance(values, list) else []


def _reason(request: HttpRequest, door: Door) -> str:
    ran_out = door.kind in request.session.get(sessions.FORMER, {})
    return request.GET.get("reden", "verlopen" if ran_out else "")


def _login_page(
    request: HttpRequest,
    door: Door,
    *,
    reason: str,
    status: int = 200,
    goal: str = "",
    level: str = "",
) -> HttpResponse:
    context = {
        "reason": reason,
        "kept": interruptions.is_kept(request),
        "goal": goal or errands.destination(request, door),
        "level": level or errands.needed_level(request),
        "is_staff": door is EMPLOYEE,
        "minutes": settings.SESSION_MINUTES,
        "start": reverse(door.login),
    }
    return render(request, "identity/login.html", context, status=status)


def absolute(request: HttpRequest, name: str) -> str:
    """Return the full address of the page called `name`, as the provider must know it."""
    if settings.PRODUCTION:
        return f"{settings.BASE_URL}{reverse(name)}"
    # A demo is opened as localhost and as 127.0.0.1, and the cookie belongs to one of them.
    return request.build_absolute_uri(reverse(name))
