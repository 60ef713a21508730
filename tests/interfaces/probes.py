"""Three small pages, one behind each mark, beside all real ones."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path

from zaakspoor.config.urls import handler400, handler403, handler404, handler500
from zaakspoor.interfaces.identity.decorators import (
    employee_required,
    public,
    resident_required,
    step_up,
)
from zaakspoor.interfaces.identity.people import EmployeeRequest, ResidentRequest

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@resident_required
def resident_page(request: ResidentRequest) -> HttpResponse:
    return JsonResponse(
        {
            "hash": request.resident.hash,
            "bsn": request.resident.bsn(),
            "name": request.resident.name,
            "level": request.resident.level,
            "roles": sorted(request.resident.actor.roles),
            "interrupted": request.interrupted,
            "posted": request.POST.get("reden", ""),
        }
    )


@resident_required(level="hoog")
def high_page(request: ResidentRequest) -> HttpResponse:
    return HttpResponse(request.resident.level)


@resident_required
def late_page(request: ResidentRequest) -> HttpResponse:
    return step_up(request, "substantieel") or HttpResponse(request.resident.level)


@employee_required(role="behandelaar")
def employee_page(request: EmployeeRequest) -> HttpResponse:
    return JsonResponse(
        {
            "sub": request.employee.sub,
            "teams": sorted(request.employee.teams),
            "kind": request.employee.actor.kind,
            "interrupted": request.interrupted,
        }
    )


@public
def public_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("resident" if "resident" in request.session else "nobody")


urlpatterns = [
    path("proef/inwoner/", resident_page),
    path("proef/hoog/", high_page),
    path("proef/later/", late_page),
    path("werkplek/proef/", employee_page),
    path("proef/", public_page),
    path("", include("zaakspoor.config.urls")),
]
