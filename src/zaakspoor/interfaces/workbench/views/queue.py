"""What the machine could not do, and why."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from zaakspoor.core.clock import local_date
from zaakspoor.interfaces.identity.decorators import EmployeeRequest
from zaakspoor.interfaces.workbench.access import staff
from zaakspoor.interfaces.workbench.finding import case_with_number
from zaakspoor.process.route import queries as route


@staff
@require_safe
def queue(request: EmployeeRequest) -> HttpResponse:
    """The cases that wait for a person of the employee's teams, unclaimed first.

    `?zaaknummer=` goes to one case, also to one that waits for nobody or for the applicant.
    """
    number = request.GET.get("zaaknummer", "").strip()
    found = case_with_number(number, request.employee.teams) if number else None
    if found:
        return redirect("workbench:case", zaak_id=found)
    return _list(request, number)


def _list(request: EmployeeRequest, not_found: str) -> HttpResponse:
    asked = request.GET.get("pagina", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    context = {
        "page": route.queue_of(request.employee.teams, page=number),
        "teams": sorted(request.employee.teams),
        "not_found": not_found,
        "me": request.employee.actor.id,
        "today": local_date(now()),
    }
    return render(request, "workbench/queue.html", context, status=404 if not_found else 200)
