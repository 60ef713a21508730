"""Pages for when something is not there, not allowed, or went wrong."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token

from zaakspoor.interfaces.design.context import shell
from zaakspoor.interfaces.identity.decorators import public


@public
@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The browser sent something that no page of ours would have sent."""
    return render(request, "public/400.html", status=HTTPStatus.BAD_REQUEST)


@public
@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """This person may not do this."""
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


@public
@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page; also the answer for what is another person's."""
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


@public
def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault. The template needs no session and no database: either may be what broke."""
    body = loader.get_template("500.html").render(shell())
    return HttpResponse(body, status=HTTPStatus.INTERNAL_SERVER_ERROR)


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open longer than the session, or was sent from another site."""
    return render(request, "public/te_lang_open.html", status=HTTPStatus.FORBIDDEN)
