"""What was typed when a login ran out: kept aside, and given back to the same person."""

import json
from datetime import datetime, timedelta

from django.http import HttpRequest

from zaakspoor.core import vault
from zaakspoor.interfaces.identity.doors import Door
from zaakspoor.interfaces.identity.sessions import INTERRUPTED, owner_in

MAX_BYTES = 200_000
KEPT_FOR = timedelta(hours=1)


def keep(request: HttpRequest, door: Door, at: datetime) -> bool:
    """Keep the posted fields (no files) sealed in the session; False when they are too many."""
    fields = {
        name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"
    }
    aside = json.dumps(
        {
            "door": door.kind,
            "owner": owner_in(request.session, door),
            "path": request.get_full_path(),
            "fields": fields,
            "at": at.isoformat(),
        }
    )
    if len(aside) > MAX_BYTES:
        return False
    request.session[INTERRUPTED] = vault.encrypt(aside)
    return True


def take(request: HttpRequest, door: Door, at: datetime) -> dict[str, list[str]] | None:
    """Return the fields kept for the person who now asks for the same page, once.

    Somebody else's fields are thrown away unseen, as are old ones.
    """
    sealed = request.session.get(INTERRUPTED)
    if sealed is None or request.method != "GET":
        return None
    try:
        aside = json.loads(vault.decrypt(sealed))
    except vault.Unreadable:
        del request.session[INTERRUPTED]
        return None
    if aside["door"] != door.kind:
        return None
    is_old = at - datetime.fromisoformat(aside["at"]) > KEPT_FOR
    if is_old or aside["owner"] not in {"", owner_in(request.session, door)}:
        del request.session[INTERRUPTED]
        return None
    if aside["path"] != request.get_full_path():
        return None
    del request.session[INTERRUPTED]
    fields: dict[str, list[str]] = aside["fields"]
    return fields


def is_kept(request: HttpRequest) -> bool:
    """Return whether something typed waits for its person."""
    return INTERRUPTED in request.session
