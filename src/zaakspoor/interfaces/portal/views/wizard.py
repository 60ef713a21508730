"""Filling in an application, page by page. Whatever was typed is kept, right or wrong."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakspoor.interfaces.design import phrases
from zaakspoor.interfaces.identity.people import ResidentRequest
from zaakspoor.interfaces.portal.access import language, resident_page
from zaakspoor.interfaces.portal.form_page import StepPage
from zaakspoor.process.blueprints.form_definition import FormStep, Text
from zaakspoor.process.blueprints.forms import UnknownField
from zaakspoor.process.intake import operations as intake_operations
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.intake.operations import AlreadySent, FileRefused, Upload
from zaakspoor.process.intake.queries import DraftView

REMOVE = "verwijder:"
# Fields of every form of ours that are no answers.
NO_ANSWERS = {"csrfmiddlewaretoken", "knop"}
# Reading more of a file than this is never needed to know that it is too large.
MOST_BYTES = 25_000_000
MOST_FILES = 10


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: ResidentRequest, draft_id: UUID, step: str) -> HttpResponseBase:
    """One page of the form. Every button keeps what was typed."""
    draft = intake.draft_of(draft_id, request.resident.hash)
    if draft.submitted:
        return redirect("portal:sent", zaak_id=draft.submitted.zaak_id)
    page = _step_of(draft, step)
    if request.method != "POST":
        return _show(request, draft, page, errors=_errors_to_show(request, draft, page))
    try:
        errors = _save(request, draft, page)
    except AlreadySent as refusal:
        messages.info(request, str(refusal))
        return redirect("portal:review", draft_id=draft_id)
    except (UnknownField, FileRefused) as refusal:
        messages.error(request, str(refusal))
        return _show(request, draft, page, errors={}, status=400)
    return _next(request, draft_id, page, errors)


def _save(request: ResidentRequest, draft: DraftView, page: FormStep) -> Mapping[str, Text]:
    owner, at, button = request.resident.hash, now(), request.POST.get("knop", "")
    errors = intake_operations.save_step(
        draft_id=draft.id,
        owner=owner,
        step=page.key,
        answers=_answers(request, page),
        uploads={key: _uploads(request, key) for key in request.FILES},
        at=at,
    )
    if button.startswith(REMOVE):
        file_id = _uuid(button.removeprefix(REMOVE))
        intake_operations.remove_file(draft_id=draft.id, owner=owner, file_id=file_id, at=at)
    return errors


def _answers(request: ResidentRequest, page: FormStep) -> dict[str, str]:
    # A file input that was left empty arrives as a field without text.
    empty = {field.key for field in page.fields if field.kind == "bestand"}
    return {
        key: value
        for key in request.POST
        if (value := request.POST[key]) or key not in empty
        if key not in NO_ANSWERS
    }


def _uploads(request: ResidentRequest, key: str) -> list[Upload]:
    files = request.FILES.getlist(key)[:MOST_FILES]
    return [Upload(file.name or "", file.read(MOST_BYTES)) for file in files]


def _next(
    request: ResidentRequest, draft_id: UUID, page: FormStep, errors: Mapping[str, Text]
) -> HttpResponseBase:
    """Go where the button leads; mistakes only hold back who wants to go on."""
    draft = intake.draft_of(draft_id, request.resident.hash)
    keys = [each.key for each in draft.blueprint.form.steps]
    place = keys.index(page.key)
    button = request.POST.get("knop", "volgende")
    if button.startswith(REMOVE):
        return redirect("portal:step", draft_id=draft_id, step=page.key)
    if button == "bewaren":
        until = phrases.day(draft.expires_at.date())
        text = gettext("Uw aanvraag is bewaard tot %(day)s. U kunt later verder gaan.")
        messages.success(request, text % {"day": until})
        return redirect("portal:home")
    if button == "vorige":
        return redirect("portal:step", draft_id=draft_id, step=keys[max(0, place - 1)])
    if errors:
        return _show(request, draft, page, errors=errors, status=400)
    if place + 1 < len(keys):
        return redirect("portal:step", draft_id=draft_id, step=keys[place + 1])
    return redirect("portal:review", draft_id=draft_id)


def _show(
    request: ResidentRequest,
    draft: DraftView,
    page: FormStep,
    *,
    errors: Mapping[str, Text],
    status: int = 200,
) -> HttpResponseBase:
    typed = {key: values[-1] for key, values in (request.interrupted or {}).items() if values}
    drawn = StepPage(page, draft, {**draft.answers, **typed}, errors, language())
    steps = draft.blueprint.form.steps
    context = {
        "draft": draft,
        "step": page,
        "fields": drawn.fields(),
        "mistakes": drawn.mistakes(),
        "number": steps.index(page) + 1,
        # The page on which everything is checked counts as the last step.
        "count": len(steps) + 1,
        "interrupted": bool(typed),
    }
    return render(request, "portal/step.html", context, status=status)


def _errors_to_show(
    request: ResidentRequest, draft: DraftView, page: FormStep
) -> Mapping[str, Text]:
    """On a page that was sent back from the last one, say at once what is missing."""
    if "ontbreekt" not in request.GET:
        return {}
    return {f.key: draft.errors[f.key] for f in page.fields if f.key in draft.errors}


def _step_of(draft: DraftView, key: str) -> FormStep:
    for each in draft.blueprint.form.steps:
        if each.key == key:
            return each
    raise Http404("the form has no such step")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404("no such file") from None
