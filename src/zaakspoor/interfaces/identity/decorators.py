"""The three marks of a view: for a resident, for an employee, or public on purpose."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast, overload
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext

from zaakspoor.interfaces.identity import interruptions, sessions
from zaakspoor.interfaces.identity.doors import EMPLOYEE, RESIDENT, Door
from zaakspoor.interfaces.identity.levels import Level, is_enough
from zaakspoor.interfaces.identity.people import EmployeeRequest, ResidentRequest

__all__ = [
    "EmployeeRequest",
    "ResidentRequest",
    "employee_required",
    "public",
    "resident_required",
    "step_up",
]

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
View = Callable[Concatenate[HttpRequest, P], R | HttpResponse]
ResidentView = Callable[Concatenate[ResidentRequest, P], R]
EmployeeView = Callable[Concatenate[EmployeeRequest, P], R]


def public(view: Callable[Concatenate[HttpRequest, P], R]) -> View[P, R]:
    """Mark `view` as open to everybody, on purpose. A login that ran out is forgotten first."""

    @wraps(view)
    def open_to_all(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        # Without a cookie there is no session, and asking for one costs a query.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and hasattr(request, "session"):
            sessions.drop_expired(request.session, timezone.now())
        return view(request, *args, **kwargs)

    return _marked(open_to_all, "public")


@overload
def resident_required(view: ResidentView[P, R]) -> View[P, R]: ...
@overload
def resident_required(*, level: Level = ...) -> Callable[[ResidentView[P, R]], View[P, R]]: ...
def resident_required(
    view: ResidentView[P, R] | None = None, *, level: Level = "midden"
) -> View[P, R] | Callable[[ResidentView[P, R]], View[P, R]]:
    """Let only a resident in who logged in with at least `level`; set `request.resident`.

    Anybody else goes to the login page and comes back; what they sent is kept meanwhile and
    offered as `request.interrupted`.
    """
    if view is None:
        return lambda given: _for_resident(given, level)
    return _for_resident(view, level)


@overload
def employee_required(view: EmployeeView[P, R]) -> View[P, R]: ...
@overload
def employee_required(*, role: str = ...) -> Callable[[EmployeeView[P, R]], View[P, R]]: ...
def employee_required(
    view: EmployeeView[P, R] | None = None, *, role: str = ""
) -> View[P, R] | Callable[[EmployeeView[P, R]], View[P, R]]:
    """Let only an employee in, with `role` when one is named; set `request.employee`.

    :raises PermissionDenied: the employee does not have the role, or no role at all.
    """
    if view is None:
        return lambda given: _for_employee(given, role)
    return _for_employee(view, role)


def step_up(request: ResidentRequest, level: Level) -> HttpResponse | None:
    """Return the way to a better login when this one is less than `level`, else None.

    For a view that knows only after reading its data which level it needs.
    """
    if is_enough(request.resident.level, level):
        return None
    return _to_login(request, RESIDENT, {"niveau": level, "reden": "niveau"})


def _for_resident(view: ResidentView[P, R], level: Level) -> View[P, R]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        at = timezone.now()
        resident = sessions.resident_of(request.session, at)
        if resident is None:
            return _to_login(request, RESIDENT, {"niveau": level})
        if not is_enough(resident.level, level):
            return _to_login(request, RESIDENT, {"niveau": level, "reden": "niveau"})
        if not _is_by_itself(request):
            sessions.touch(request.session, RESIDENT, at)
        known = cast(ResidentRequest, request)
        known.resident = resident
        known.interrupted = interruptions.take(request, RESIDENT, at)
        return _unstored(view(known, *args, **kwargs))

    return _marked(guarded, "resident")


def _for_employee(view: EmployeeView[P, R], role: str) -> View[P, R]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        at = timezone.now()
        employee = sessions.employee_of(request.session, at)
        if employee is None:
            return _to_login(request, EMPLOYEE, {})
        sessions.touch(request.session, EMPLOYEE, at)
        if not employee.roles or (role and role not in employee.roles):
            raise PermissionDenied(gettext("U hebt geen rechten voor deze pagina."))
        known = cast(EmployeeRequest, request)
        known.employee = employee
        known.interrupted = interruptions.take(request, EMPLOYEE, at)
        return _unstored(view(known, *args, **kwargs))

    return _marked(guarded, "employee")


def _is_by_itself(request: HttpRequest) -> bool:
    # A page that refreshes itself must not keep a login alive without anybody there.
    return request.headers.get("X-Zaakspoor-Live") == "1"


def _to_login(request: HttpRequest, door: Door, query: dict[str, str]) -> HttpResponse:
    at = timezone.now()
    was_known = bool(sessions.owner_in(request.session, door))
    sessions.drop_expired(request.session, at)
    if request.method == "POST":
        kept = interruptions.keep(request, door, at)
        query = {"reden": "bewaard" if kept else "verlopen"} | query
    elif was_known:
        query = {"reden": "verlopen"} | query
    query["next"] = request.get_full_path()
    response = HttpResponseRedirect(f"{reverse(door.login)}?{urlencode(query)}", status=303)
    add_never_cache_headers(response)
    return response


def _unstored(response: R) -> R:
    # After logging out, "back" must not show the page to the next person at the machine.
    if not response.has_header("Cache-Control"):
        add_never_cache_headers(response)
    return response


def _marked(view: View[P, R], access: str) -> View[P, R]:
    vars(view)["access"] = access
    return view
