"""Going out: here, and at the provider."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from zaakspoor.interfaces.identity import sessions
from zaakspoor.interfaces.identity.decorators import public
from zaakspoor.interfaces.identity.doors import EMPLOYEE, RESIDENT, Door
from zaakspoor.interfaces.identity.views.entering import absolute


@public
@never_cache
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """End the resident's session here and at DigiD."""
    return _leave(request, RESIDENT)


@public
@never_cache
@require_POST
def staff_logout(request: HttpRequest) -> HttpResponse:
    """End the employee's session here and at the municipality's login."""
    return _leave(request, EMPLOYEE)


@public
@never_cache
@require_GET
def logged_out(request: HttpRequest) -> HttpResponse:
    """Say that it is done."""
    return render(request, "identity/logged_out.html")


def _leave(request: HttpRequest, door: Door) -> HttpResponse:
    # First here: whatever the provider does, this session is over.
    id_token = sessions.end(request.session, door)
    done = reverse("identity:logged-out")
    if id_token:
        there = door.client().logout_url(id_token, absolute(request, "identity:logged-out"))
        return HttpResponseRedirect(there or done, status=303)
    return HttpResponseRedirect(done, status=303)
