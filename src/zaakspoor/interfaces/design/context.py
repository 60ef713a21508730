"""What every page shows around its content: whose site this is, who looks, where help is."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Municipality:
    """The municipality as a resident meets it; `phone_link` is the number for a tel: link."""

    name: str
    phone: str
    phone_link: str
    address: str
    hours: str


def municipality(request: HttpRequest) -> dict[str, Any]:
    """Return the names that every template can use (a context processor)."""
    session = getattr(request, "session", {})
    return shell() | {
        "resident": session.get("resident"),
        "employee": session.get("employee"),
        "here": request.get_full_path(),
    }


def shell() -> dict[str, Any]:
    """Return what a page needs even when the session cannot be read, as on an error page."""
    return {
        "municipality": Municipality(
            name=settings.MUNICIPALITY,
            phone=settings.MUNICIPALITY_PHONE,
            phone_link=settings.MUNICIPALITY_PHONE.replace(" ", ""),
            address=settings.MUNICIPALITY_ADDRESS,
            hours=settings.MUNICIPALITY_HOURS,
        ),
        "is_demo": not settings.PRODUCTION,
        "theme": theme_stamp(settings.THEME),
    }


@lru_cache
def theme_stamp(path: str) -> str:
    """Return a mark that changes with the municipality's token file; empty without one."""
    return str(int(Path(path).stat().st_mtime)) if path else ""
