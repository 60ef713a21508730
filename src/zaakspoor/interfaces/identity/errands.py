"""Where somebody was going when they had to log in, kept in the session until they are back."""

from datetime import datetime, timedelta
from typing import Any, TypedDict

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from zaakspoor.connections.oidc import Pending
from zaakspoor.interfaces.identity.doors import Door
from zaakspoor.interfaces.identity.levels import Level, level_named

ERRANDS = "errands"
# Somebody may start in a few tabs at once; the oldest gives way.
MOST = 5
KEPT_FOR = timedelta(minutes=30)


class Errand(TypedDict):
    """One login under way. JSON; `at` in ISO 8601."""

    door: str
    pending: Pending
    next: str
    level: Level
    at: str


def begin(
    request: HttpRequest, door: Door, pending: Pending, *, level: Level, at: datetime
) -> None:
    """Remember that somebody left for the provider, and where they want to go after."""
    errand = Errand(
        door=door.kind,
        pending=pending,
        next=destination(request, door),
        level=level,
        at=at.isoformat(),
    )
    known: dict[str, Any] = request.session.get(ERRANDS, {})
    newest = dict(list(known.items())[-(MOST - 1) :])
    request.session[ERRANDS] = newest | {pending["state"]: errand}


def finish(request: HttpRequest, door: Door, at: datetime) -> Errand | None:
    """Return the errand that this callback belongs to, once; None for a stranger's."""
    known: dict[str, Errand] = request.session.get(ERRANDS, {})
    errand = known.pop(request.GET.get("state", ""), None)
    if errand is None or errand["door"] != door.kind:
        return None
    request.session[ERRANDS] = known
    return errand if at - datetime.fromisoformat(errand["at"]) <= KEPT_FOR else None


def destination(request: HttpRequest, door: Door) -> str:
    """Return the page to go to after logging in: an address of ours, or the door's own page."""
    wanted = request.POST.get("next") or request.GET.get("next") or door.home
    # No host is allowed, so only a path passes: never another site.
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if safe and wanted.startswith("/") else door.home


def needed_level(request: HttpRequest) -> Level:
    """Return the level that the page asked for which the person came from."""
    return level_named(request.POST.get("niveau") or request.GET.get("niveau") or "")
