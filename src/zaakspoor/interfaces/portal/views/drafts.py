"""Starting an application and throwing one away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakspoor.core.refusals import Refused
from zaakspoor.interfaces.identity import sessions
from zaakspoor.interfaces.identity.decorators import public, step_up
from zaakspoor.interfaces.identity.levels import level_named
from zaakspoor.interfaces.identity.people import ResidentRequest
from zaakspoor.interfaces.portal.access import resident_page
from zaakspoor.process.intake import operations as intake_operations
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.intake.prefill import prefill_of


@public
@require_safe
def service(request: HttpRequest, key: str) -> HttpResponseBase:
    """Say what the service is, what is needed and how it goes."""
    try:
        blueprint = intake.service(key)
    except intake.UnknownService as unknown:
        raise Http404("no such service") from unknown
    resident = sessions.resident_of(request.session, now())
    drafts = intake.drafts_of(resident.hash) if resident else []
    page = {"service": blueprint, "drafts": [card for card in drafts if card.key == key]}
    return render(request, "portal/service.html", page)


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: ResidentRequest, key: str) -> HttpResponseBase:
    """Start an application; also for who pressed the button and had to log in first."""
    blueprint = intake.service(key)
    if request.method != "POST" and request.interrupted is None:
        return redirect("portal:service", key=key)
    better_login = step_up(request, level_named(blueprint.login_level))
    if better_login:
        return better_login
    resident = request.resident
    draft_id = intake_operations.start_draft(
        key=key,
        owner=resident.hash,
        at=now(),
        prefill=prefill_of(blueprint.form, bsn=resident.bsn()),
    )
    return redirect("portal:step", draft_id=draft_id, step=blueprint.form.steps[0].key)


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: ResidentRequest, draft_id: UUID) -> HttpResponseBase:
    """Ask whether the application may be thrown away; POST does it."""
    draft = intake.draft_of(draft_id, request.resident.hash)
    if draft.submitted:
        return redirect("portal:sent", zaak_id=draft.submitted.zaak_id)
    if request.method != "POST":
        return render(request, "portal/discard.html", {"draft": draft})
    try:
        intake_operations.discard(draft_id=draft_id, owner=request.resident.hash)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, gettext("Uw concept is verwijderd."))
    return redirect("portal:home")
