"""Pressing a button of the blueprint: first its questions and what follows, then the deed."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from zaakspoor.core.clock import local_date
from zaakspoor.core.refusals import Refused
from zaakspoor.interfaces.identity.decorators import EmployeeRequest
from zaakspoor.interfaces.workbench.access import case_or_404, staff
from zaakspoor.interfaces.workbench.case_page import may_act
from zaakspoor.interfaces.workbench.facts import FactField, facts_of, questions
from zaakspoor.interfaces.workbench.preview import preview_of
from zaakspoor.interfaces.workbench.views.by_hand import UNPRINTABLE
from zaakspoor.interfaces.workbench.views.case import show
from zaakspoor.process.automatic import operations as papers_by_hand
from zaakspoor.process.blueprints.definition import Action
from zaakspoor.process.papers.typesetting import Unprintable
from zaakspoor.process.route import operations as route_operations
from zaakspoor.process.route.queries import RouteView

MOVED = "Een collega was u voor. Bekijk de zaak opnieuw."


@dataclass(frozen=True, slots=True)
class Asked:
    """An action that an employee opened, with its fields as they stand."""

    route: RouteView
    action: Action
    fields: list[FactField]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing or wrong."""
        return not any(field.error for field in self.fields)


@staff
@require_http_methods(["GET", "POST"])
def act(request: EmployeeRequest, zaak_id: UUID, action: str) -> HttpResponse:
    """Ask what the action requires, show what the applicant will see, and carry it out."""
    route = case_or_404(request, zaak_id)
    if request.method == "POST" and request.POST.get("entry") != str(route.entry):
        messages.error(request, MOVED)
        return show(request, zaak_id, status=409)
    if not may_act(route, request.employee.actor):
        messages.error(request, f"{route.claimed_name} is al met deze zaak bezig.")
        return show(request, zaak_id, status=409)
    if request.method == "GET":
        return _page(request, _asked(route, action, _kept(request)), status=200)
    asked = _asked(route, action, request.POST.dict())
    if not asked.is_complete:
        return _page(request, asked, status=400)
    if "bekijk" in request.POST:
        return _page(request, asked, status=200)
    return _carried_out(request, asked)


def _kept(request: EmployeeRequest) -> dict[str, str] | None:
    """Return what was typed when the login ran out, None when the page is simply opened."""
    kept = request.interrupted
    return {name: values[-1] for name, values in kept.items() if values} if kept else None


def _asked(route: RouteView, key: str, typed: Mapping[str, str] | None) -> Asked:
    if key not in {view.key for view in route.actions}:
        raise Http404("no such action for this employee now")
    status = route.blueprint.statuses[route.status]
    action = status.actions.get(key) or route.blueprint.everywhere[key]
    fields = questions(
        route.blueprint,
        action.requires,
        known=route.facts,
        typed=typed,
        today=local_date(now()),
    )
    return Asked(route, action, fields)


def _page(request: EmployeeRequest, asked: Asked, *, status: int) -> HttpResponse:
    route = asked.route
    facts = {**route.facts, **facts_of(asked.fields)}
    # A wrong date cannot be put in a sentence yet.
    facts = {key: value for key, value in facts.items() if not _is_wrong(asked.fields, key)}
    context = {
        "route": route,
        "action": asked.action,
        "fields": asked.fields,
        "errors": [field for field in asked.fields if field.error],
        "can_preview": any(field.kind != "document" for field in asked.fields),
        "preview": preview_of(
            route.blueprint, asked.action, facts, identificatie=route.identificatie
        ),
    }
    return render(request, "workbench/act.html", context, status=status)


def _is_wrong(fields: list[FactField], name: str) -> bool:
    return any(field.name == name and (field.error or not field.value) for field in fields)


def _carried_out(request: EmployeeRequest, asked: Asked) -> HttpResponse:
    route, at = asked.route, now()
    try:
        for field in asked.fields:
            if field.kind == "letter":
                papers_by_hand.write_letter(
                    zaak_id=route.zaak_id,
                    title=f"Uw aanvraag {route.blueprint.title.nl}",
                    paragraphs=[part.strip() for part in field.value.split("\n\n") if part.strip()],
                    at=at,
                )
        route_operations.act(
            zaak_id=route.zaak_id,
            action=asked.action.key,
            actor=request.employee.actor,
            at=at,
            facts=facts_of(asked.fields),
            expected_entry=route.entry,
        )
    except route_operations.CaseMoved as moved:
        messages.error(request, str(moved))
        return show(request, route.zaak_id, status=409)
    except Unprintable:
        messages.error(request, UNPRINTABLE)
        return _page(request, asked, status=400)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _page(request, asked, status=400)
    messages.success(request, f"Gedaan: {asked.action.label.nl}.")
    return redirect("workbench:case", zaak_id=route.zaak_id)
