"""Checking everything, sending it once, and the receipt."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakspoor.interfaces.identity.people import ResidentRequest
from zaakspoor.interfaces.portal.access import language, resident_page, viewer_of
from zaakspoor.interfaces.portal.review_page import answered_steps
from zaakspoor.process.intake import operations as intake_operations
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.intake.operations import Incomplete
from zaakspoor.process.intake.people import Applicant
from zaakspoor.process.intake.queries import DraftView
from zaakspoor.process.tracking import queries as tracking

CHANNEL = "web"


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: ResidentRequest, draft_id: UUID) -> HttpResponseBase:
    """Show all answers; POST sends them, and sends them only once."""
    draft = intake.draft_of(draft_id, request.resident.hash)
    if draft.submitted:
        return redirect("portal:sent", zaak_id=draft.submitted.zaak_id)
    if request.method == "POST":
        return _send(request, draft)
    if draft.errors:
        return _back_to_first_mistake(request, draft)
    return _show(request, draft)


def _send(request: ResidentRequest, draft: DraftView) -> HttpResponseBase:
    if request.POST.get("verklaring") != "ja":
        return _show(request, draft, undeclared=True, status=400)
    resident = request.resident
    applicant = Applicant(
        owner=resident.hash,
        bsn=resident.bsn(),
        name=resident.name,
        level=resident.level,
        language=language(),
    )
    try:
        done = intake_operations.submit(
            draft_id=draft.id, applicant=applicant, channel=CHANNEL, at=now()
        )
    except Incomplete:
        return _back_to_first_mistake(request, draft)
    return redirect("portal:sent", zaak_id=done.zaak_id)


def _back_to_first_mistake(request: ResidentRequest, draft: DraftView) -> HttpResponseBase:
    for step in draft.blueprint.form.steps:
        if any(field.key in draft.errors for field in step.fields):
            messages.warning(request, gettext("Uw aanvraag is nog niet compleet."))
            address = reverse("portal:step", kwargs={"draft_id": draft.id, "step": step.key})
            return redirect(f"{address}?ontbreekt=1")
    return _show(request, draft)


def _show(
    request: ResidentRequest, draft: DraftView, *, undeclared: bool = False, status: int = 200
) -> HttpResponseBase:
    count = len(draft.blueprint.form.steps) + 1
    context = {
        "draft": draft,
        "steps": answered_steps(draft, language()),
        "count": count,
        "last_step": draft.blueprint.form.steps[-1].key,
        "undeclared": undeclared,
        "interrupted": bool(request.interrupted),
    }
    return render(request, "portal/review.html", context, status=status)


@resident_page
@require_safe
def sent(request: ResidentRequest, zaak_id: UUID) -> HttpResponseBase:
    """The receipt: number, what was received, when to expect what, and what was sent."""
    track = tracking.track_of(zaak_id, viewer_of(request), now=now())
    return render(request, "portal/sent.html", {"track": track})
