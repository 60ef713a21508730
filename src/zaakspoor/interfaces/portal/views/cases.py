"""The applications of a resident: the list, one of them, its documents and its buttons."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakspoor.core.refusals import Refused
from zaakspoor.interfaces.identity.people import ResidentRequest
from zaakspoor.interfaces.portal.access import resident_page, viewer_of
from zaakspoor.process.route import operations as route_operations
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.track import Track

# Value of "toon" in the address: whether only the ended or only the running cases are wanted.
SHOWN: dict[str, bool | None] = {"alle": None, "lopend": False, "klaar": True}


@resident_page
@require_safe
def cases(request: ResidentRequest) -> HttpResponseBase:
    """All applications, twenty to a page."""
    shown = request.GET.get("toon", "alle")
    if shown not in SHOWN:
        raise Http404("no such filter")
    number = request.GET.get("pagina", "1")
    page = tracking.cards_of(
        viewer_of(request),
        page=int(number) if number.isascii() and number.isdigit() else 1,
        closed=SHOWN[shown],
    )
    return render(request, "portal/cases.html", {"page": page, "shown": shown})


@resident_page
@require_safe
def case(request: ResidentRequest, zaak_id: UUID) -> HttpResponseBase:
    """The page of an application; with `?deel=spoor` only the part that moves."""
    track = tracking.track_of(zaak_id, viewer_of(request), now=now())
    part = request.GET.get("deel") == "spoor"
    template = "portal/case_part.html" if part else "portal/case.html"
    return render(request, template, {"track": track, "linked": True})


@resident_page
@require_safe
def document(request: ResidentRequest, zaak_id: UUID, document_id: UUID) -> HttpResponseBase:
    """A document, after judging once more whether this resident may have it."""
    content = tracking.document_for(zaak_id, document_id, viewer_of(request))
    return FileResponse(
        content.stream,
        as_attachment=True,
        filename=content.bestandsnaam,
        content_type=content.formaat,
        headers={"Content-Length": str(content.size)},
    )


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: ResidentRequest, zaak_id: UUID, action: str) -> HttpResponseBase:
    """Ask whether the resident is sure; POST carries the action out."""
    track = tracking.track_of(zaak_id, viewer_of(request), now=now())
    chosen = next((each for each in track.actions if each.key == action), None)
    if request.method == "POST":
        return _carry_out(request, track, action)
    if chosen is None:
        raise Http404("no such action now")
    return render(request, "portal/act.html", {"track": track, "action": chosen})


def _carry_out(request: ResidentRequest, track: Track, action: str) -> HttpResponseBase:
    try:
        route_operations.act(
            zaak_id=track.zaak_id, action=action, actor=request.resident.actor, at=now(), facts={}
        )
    except Refused:
        # A second click, or the case moved on: the page shows how it stands now.
        messages.info(request, gettext("Dit kan nu niet meer. Hieronder ziet u hoe het staat."))
    else:
        messages.success(request, gettext("Het is gelukt."))
    return redirect("portal:case", zaak_id=track.zaak_id)
