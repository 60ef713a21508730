"""The state of the software in one JSON answer, for the monitoring of the municipality."""

from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from zaakspoor.events import queries as events
from zaakspoor.events.queries import OutboxHealth
from zaakspoor.interfaces.identity.decorators import public

# A worker gives a sign of life every few seconds; work waits for a second, not for minutes.
WORKER_SILENT_SECONDS = 60
OUTBOX_LATE_SECONDS = 120

try:
    VERSION = version("zaakspoor")
except PackageNotFoundError:
    VERSION = "onbekend"


@public
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" or "degraded" with 200, and "down" with 503.

    Degraded: pages work, but the worker is silent, work waits too long, or a person has to look
    at work that keeps failing. A load balancer must not take a degraded process away.
    """
    try:
        outbox = events.health(now())
    except DatabaseError:
        body = {"status": "down", "database": {"status": "down"}, "version": VERSION}
        return JsonResponse(body, status=503)
    return JsonResponse(_body(outbox))


def _body(outbox: OutboxHealth) -> dict[str, Any]:
    seen = outbox.worker_seen_seconds_ago
    late = outbox.oldest_pending_seconds or 0
    worker_ok = seen is not None and seen <= WORKER_SILENT_SECONDS
    outbox_ok = late <= OUTBOX_LATE_SECONDS and not outbox.dead
    return {
        "status": "ok" if worker_ok and outbox_ok else "degraded",
        "database": {"status": "ok", "kind": connection.vendor},
        "worker": {"status": "ok" if worker_ok else "silent", "seen_seconds_ago": seen},
        "outbox": {
            "status": "ok" if outbox_ok else "late",
            "pending": outbox.pending,
            "oldest_seconds": outbox.oldest_pending_seconds,
            "dead": outbox.dead,
        },
        "version": VERSION,
    }
