"""Making the extract by hand, when the machine could not."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from zaakspoor.core.refusals import Refused
from zaakspoor.interfaces.identity.decorators import EmployeeRequest
from zaakspoor.interfaces.workbench import hand
from zaakspoor.interfaces.workbench.access import case_or_404, staff
from zaakspoor.interfaces.workbench.case_page import may_act, submission
from zaakspoor.interfaces.workbench.views.case import show
from zaakspoor.process.automatic import operations as papers_by_hand
from zaakspoor.process.papers.typesetting import Unprintable
from zaakspoor.process.route.queries import RouteView

DOCUMENT = "uittreksel"
UNPRINTABLE = "Er staat een teken in dat wij niet kunnen drukken. Schrijf het met andere letters."
NO_REGISTRY = "De BRP gaf geen gegevens. Vul ze zelf in en controleer ze goed."


@staff
@require_http_methods(["GET", "POST"])
def make(request: EmployeeRequest, zaak_id: UUID) -> HttpResponse:
    """Fill in the paper, and make, seal and store it."""
    route = case_or_404(request, zaak_id)
    if not any(DOCUMENT in action.requires for action in route.actions):
        raise Http404("nothing to make here now")
    if not may_act(route, request.employee.actor):
        messages.error(request, f"{route.claimed_name} is al met deze zaak bezig.")
        return show(request, zaak_id, status=409)
    if request.method == "POST":
        return _made(request, route, request.POST.dict())
    return _page(request, route, _first_values(request, route))


def _first_values(request: EmployeeRequest, route: RouteView) -> dict[str, str]:
    if request.interrupted:
        return {name: values[-1] for name, values in request.interrupted.items() if values}
    sent = submission(route.zaak_id)
    if sent is None:
        return {}
    person = hand.from_registry(sent, request.employee.actor)
    if person is None:
        messages.warning(request, NO_REGISTRY)
        return dict(sent.answers)
    return {**sent.answers, **hand.values_of(person)}


def _page(
    request: EmployeeRequest, route: RouteView, values: Mapping[str, str], *, status: int = 200
) -> HttpResponse:
    context = {
        "route": route,
        "fields": hand.fields(values),
        "choices": hand.choices(route.blueprint, values),
    }
    return render(request, "workbench/by_hand.html", context, status=status)


def _made(request: EmployeeRequest, route: RouteView, typed: dict[str, str]) -> HttpResponse:
    choices = hand.choices(route.blueprint, typed)
    for choice in choices:
        if choice.value not in dict(choice.options):
            messages.error(request, f"Kies nog: {choice.label}")
            return _page(request, route, typed, status=400)
    try:
        papers_by_hand.make_by_hand(
            zaak_id=route.zaak_id,
            # Another kind or language is another paper, also with the same person on it.
            fields={name: typed.get(name, "") for name in hand.NAMES},
            kind=typed["soort"],
            language=typed["taal"],
            at=now(),
        )
    except (Refused, Unprintable) as refusal:
        messages.error(request, UNPRINTABLE if isinstance(refusal, Unprintable) else str(refusal))
        return _page(request, route, typed, status=400)
    messages.success(request, "Het uittreksel is gemaakt en gewaarmerkt. Controleer het nog eens.")
    return redirect("workbench:case", zaak_id=route.zaak_id)
