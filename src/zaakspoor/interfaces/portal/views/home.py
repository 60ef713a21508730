"""The first page: what can be asked here, and for who logged in, what to do and how it stands."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zaakspoor.interfaces.identity.decorators import public
from zaakspoor.interfaces.identity.people import ResidentRequest
from zaakspoor.interfaces.portal.access import resident_page, viewer_of
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.tracking import queries as tracking

CARDS_ON_HOME = 5
CLOSED_ON_HOME = 3


@public
@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Welcome a visitor; show a resident their own page."""
    if request.session.get("resident"):
        return overview(request)
    return render(request, "portal/welcome.html", {"services": intake.services()})


@resident_page
@require_safe
def overview(request: ResidentRequest) -> HttpResponseBase:
    """Tasks first, then how the applications stand, then what is not sent yet."""
    viewer = viewer_of(request)
    page = {
        "tasks": tracking.tasks_of(viewer),
        "open": tracking.cards_of(viewer, per_page=CARDS_ON_HOME, closed=False),
        "closed": tracking.cards_of(viewer, per_page=CLOSED_ON_HOME, closed=True),
        "drafts": intake.drafts_of(request.resident.hash),
        "services": intake.services(),
    }
    return render(request, "portal/overview.html", page)
