"""Short, honest pages about accessibility and privacy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zaakspoor.interfaces.identity.decorators import public


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What we do for accessibility, and how to tell us what does not work."""
    return render(request, "public/toegankelijkheid.html")


@public
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep, why, how long, and the rights of the resident."""
    return render(request, "public/privacy.html")
