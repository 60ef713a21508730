"""Who looks at a page of the portal, and as whom the process sees them."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language

from zaakspoor.interfaces.identity.decorators import resident_required
from zaakspoor.interfaces.identity.people import ResidentRequest
from zaakspoor.process.intake.queries import DraftNotFound, UnknownService
from zaakspoor.process.tracking.queries import NotVisible
from zaakspoor.process.tracking.track import Viewer

P = ParamSpec("P")
ResidentView = Callable[Concatenate[ResidentRequest, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def resident_page(view: ResidentView[P]) -> View[P]:
    """Require a login, and make of "not yours" a plain 404.

    What is another person's and what does not exist must look alike.
    """

    def page(request: ResidentRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except (NotVisible, DraftNotFound, UnknownService) as hidden:
            raise Http404("not there, or not this person's") from hidden

    update_wrapper(page, view)
    return resident_required(page)


def viewer_of(request: ResidentRequest) -> Viewer:
    """Return the resident as the one who looks, in the language of the page."""
    return Viewer("resident", request.resident.hash, language())


def language() -> str:
    """Return the language of the page: "nl" or "en"."""
    return (get_language() or "nl").split("-")[0]
