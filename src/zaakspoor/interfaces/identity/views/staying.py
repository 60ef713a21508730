"""How long the login still lasts, for the warning on the page."""

from datetime import timedelta

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from zaakspoor.interfaces.identity import sessions
from zaakspoor.interfaces.identity.decorators import public
from zaakspoor.interfaces.identity.doors import EMPLOYEE, RESIDENT


@public
@never_cache
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> JsonResponse:
    """Say how many seconds are left, 0 without a login; a POST keeps the login alive."""
    at = timezone.now()
    doors = (RESIDENT, EMPLOYEE)
    if request.method == "POST":
        for door in doors:
            sessions.touch(request.session, door, at, every=timedelta(0))
    left = [sessions.seconds_left(request.session, door, at) for door in doors]
    return JsonResponse({"seconds": min((seconds for seconds in left if seconds), default=0)})
