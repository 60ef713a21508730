"""Who may open a page of the workbench, and which cases."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from zaakspoor.interfaces.identity.decorators import EmployeeRequest, employee_required
from zaakspoor.process.route import queries as route_queries
from zaakspoor.process.route.queries import RouteView

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


def staff(
    view: Callable[Concatenate[EmployeeRequest, P], R],
) -> Callable[Concatenate[HttpRequest, P], R | HttpResponse]:
    """Require the login of an employee. The workbench speaks Dutch, whatever the browser asks."""

    @wraps(view)
    def in_dutch(request: EmployeeRequest, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with translation.override("nl"):
            return view(request, *args, **kwargs)

    return employee_required(in_dutch)


def case_or_404(request: EmployeeRequest, zaak_id: UUID) -> RouteView:
    """Return the route of a case of one of the employee's teams.

    :raises Http404: unknown, or of another team: the two must look alike.
    """
    employee = request.employee
    route = route_queries.route_of(zaak_id, roles=employee.roles)
    if route is None or route.team not in employee.teams:
        raise Http404("no case of this employee's teams")
    return route
