"""One case: what the applicant sees, why a person is needed, and what was sent."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from zaakspoor.core.clock import local_date
from zaakspoor.core.refusals import Refused
from zaakspoor.interfaces.identity.decorators import EmployeeRequest
from zaakspoor.interfaces.workbench.access import case_or_404, staff
from zaakspoor.interfaces.workbench.case_page import page_of
from zaakspoor.process.route import operations as route_operations
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.track import Viewer

HANDLING = "behandelen"
READING = "document inzien"


@staff
@require_safe
def case(request: EmployeeRequest, zaak_id: UUID) -> HttpResponse:
    """The page of a case; with `?deel=spoor` only the part that moves.

    Every look is recorded: it is somebody's life that is on it. The part that moves belongs to a
    look that was recorded already.
    """
    if request.GET.get("deel") != "spoor":
        return show(request, zaak_id)
    case_or_404(request, zaak_id)
    viewer = Viewer("employee", request.employee.actor.id)
    track = tracking.track_of(zaak_id, viewer, now=now())
    return render(request, "design/track.html", {"track": track})


@staff
@require_POST
def claim(request: EmployeeRequest, zaak_id: UUID) -> HttpResponse:
    """Put the case on the employee's own name."""
    case_or_404(request, zaak_id)
    try:
        route_operations.claim(zaak_id=zaak_id, employee=request.employee.actor, at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return show(request, zaak_id, status=409)
    messages.success(request, "De zaak staat nu op uw naam.")
    return redirect("workbench:case", zaak_id=zaak_id)


@staff
@require_POST
def release(request: EmployeeRequest, zaak_id: UUID) -> HttpResponse:
    """Give the case back to the team."""
    case_or_404(request, zaak_id)
    try:
        route_operations.release(zaak_id=zaak_id, employee=request.employee.actor, at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return show(request, zaak_id, status=409)
    messages.success(request, "De zaak staat weer in de lijst van het team.")
    return redirect("workbench:case", zaak_id=zaak_id)


@staff
@require_safe
def document(request: EmployeeRequest, zaak_id: UUID, document_id: UUID) -> HttpResponseBase:
    """A document of the case, as a download."""
    case_or_404(request, zaak_id)
    actor = request.employee.actor
    try:
        content = tracking.document_for(zaak_id, document_id, Viewer("employee", actor.id))
    except tracking.NotVisible as hidden:
        raise Http404("no such document") from hidden
    route_operations.log_view(zaak_id=zaak_id, employee=actor, purpose=READING, at=now())
    return FileResponse(
        content.stream,
        as_attachment=True,
        filename=content.bestandsnaam,
        content_type=content.formaat,
        headers={"Content-Length": str(content.size)},
    )


def show(request: EmployeeRequest, zaak_id: UUID, *, status: int = 200) -> HttpResponse:
    """Return the page of a case and record that the employee looked at it."""
    route = case_or_404(request, zaak_id)
    actor, at = request.employee.actor, now()
    page = page_of(route, employee=actor, now=at)
    route_operations.log_view(zaak_id=zaak_id, employee=actor, purpose=HANDLING, at=at)
    context = {"page": page, "track": page.track, "today": local_date(at)}
    return render(request, "workbench/case.html", context, status=status)
