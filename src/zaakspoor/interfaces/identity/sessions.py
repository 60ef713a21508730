"""The login in the session: how it begins, how long it lasts, how it ends."""

from collections.abc import MutableMapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from zaakspoor.core import vault
from zaakspoor.interfaces.identity.doors import EMPLOYEE, RESIDENT, Door
from zaakspoor.interfaces.identity.errands import ERRANDS
from zaakspoor.interfaces.identity.levels import Level, level_named
from zaakspoor.interfaces.identity.people import EmployeeIdentity, ResidentIdentity

# A page view is not worth a write of its own: "seen" may be this much behind.
TOUCH_EVERY = timedelta(minutes=1)
# Left behind when a login runs out, so that only the same person gets back what was typed.
FORMER = "former"
INTERRUPTED = "interrupted"

Session = MutableMapping[str, Any] | SessionBase


def log_in_resident(
    request: HttpRequest, *, bsn: str, name: str, level: Level, id_token: str, at: datetime
) -> None:
    """Begin a session for the resident with this BSN."""
    person = {"hash": vault.keyed_hash(bsn), "bsn": vault.encrypt(bsn), "level": level}
    _begin(request, RESIDENT, person | {"name": name}, id_token, at)


def log_in_employee(
    request: HttpRequest,
    *,
    sub: str,
    name: str,
    roles: list[str],
    teams: list[str],
    id_token: str,
    at: datetime,
) -> None:
    """Begin a session for the employee whom the municipality's login calls `sub`."""
    person = {"sub": sub, "name": name, "roles": roles, "teams": teams}
    _begin(request, EMPLOYEE, person, id_token, at)


def resident_of(session: Session, at: datetime) -> ResidentIdentity | None:
    """Return the resident whose login still holds at the moment `at`."""
    person = _running(session, RESIDENT, at)
    if person is None:
        return None
    return ResidentIdentity(
        hash=person["hash"],
        name=person["name"],
        level=level_named(person["level"], default="basis"),
        since=datetime.fromisoformat(person["since"]),
        seen=datetime.fromisoformat(person["seen"]),
        sealed_bsn=person["bsn"],
    )


def employee_of(session: Session, at: datetime) -> EmployeeIdentity | None:
    """Return the employee whose login still holds at the moment `at`."""
    person = _running(session, EMPLOYEE, at)
    if person is None:
        return None
    return EmployeeIdentity(
        sub=person["sub"],
        name=person["name"],
        roles=frozenset(person["roles"]),
        teams=frozenset(person["teams"]),
        since=datetime.fromisoformat(person["since"]),
        seen=datetime.fromisoformat(person["seen"]),
    )


def seconds_left(session: Session, door: Door, at: datetime) -> int:
    """Return how long the login lasts without any action; 0 without a login."""
    person = _running(session, door, at)
    return max(0, int((_end(person, door) - at).total_seconds())) if person else 0


def touch(session: Session, door: Door, at: datetime, *, every: timedelta = TOUCH_EVERY) -> None:
    """Note that the person did something. Writes at most once per `every`."""
    person = _running(session, door, at)
    if person and at - datetime.fromisoformat(person["seen"]) >= every:
        session[door.kind] = person | {"seen": at.isoformat()}


def drop_expired(session: Session, at: datetime) -> None:
    """Forget who was logged in when that login has run out."""
    for door in (RESIDENT, EMPLOYEE):
        if door.kind in session and _running(session, door, at) is None:
            former = {door.kind: owner_in(session, door)}
            session[FORMER] = session.get(FORMER, {}) | former
            del session[door.kind]


def end(session: SessionBase, door: Door) -> str:
    """Forget the person, and return their ID token; empty when nobody was logged in."""
    person = session.get(door.kind)
    other = {key: session[key] for key in _keys_of_others(session, door)}
    session.flush()
    session.update(other)
    return vault.decrypt(person["id_token"]) if person else ""


def owner_in(session: Session, door: Door) -> str:
    """Return who this session belongs or last belonged to; empty when nobody is known."""
    person = session.get(door.kind)
    if person:
        return str(person["hash"] if door is RESIDENT else person["sub"])
    return str(session.get(FORMER, {}).get(door.kind, ""))


def _begin(
    request: HttpRequest, door: Door, person: dict[str, Any], id_token: str, at: datetime
) -> None:
    session = request.session
    kept = {key: session[key] for key in _keys_of_others(session, door)}
    kept |= {key: session[key] for key in (INTERRUPTED, ERRANDS) if key in session}
    # A new key and a new token: what was planted before the login is worth nothing after it.
    session.flush()
    session.update(kept)
    session[door.kind] = person | {
        "id_token": vault.encrypt(id_token),
        "since": at.isoformat(),
        "seen": at.isoformat(),
    }
    rotate_token(request)


def _keys_of_others(session: Session, door: Door) -> list[str]:
    # Somebody may be logged in at both doors: an employee is a resident too.
    return [other.kind for other in (RESIDENT, EMPLOYEE) if other != door and other.kind in session]


def _running(session: Session, door: Door, at: datetime) -> dict[str, Any] | None:
    person: dict[str, Any] | None = session.get(door.kind)
    return person if person and at < _end(person, door) else None


def _end(person: dict[str, Any], door: Door) -> datetime:
    since = datetime.fromisoformat(person["since"])
    seen = datetime.fromisoformat(person["seen"])
    return min(seen + door.idle, since + door.longest)
