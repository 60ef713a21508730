"""The published blueprints, read from the database once per process.

A published version never changes, so what was read stays true. Which version is the newest does
change, and is asked every time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from uuid import UUID

from django.db.models import F, Max, OuterRef, Subquery

from zaakspoor.process.blueprints import loading
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.route.models import PublishedBlueprint
from zaakspoor.registers.catalogi import queries as catalogi


class UnknownBlueprint(LookupError):
    """No such version of this blueprint was ever published."""


@dataclass(frozen=True, slots=True)
class CatalogueRows:
    """The rows of the catalogus that one version of a blueprint became, by blueprint key."""

    zaaktype: UUID
    statustypen: Mapping[str, UUID]
    """By milestone."""
    resultaattypen: Mapping[str, UUID]
    """By result."""
    roltypen: Mapping[str, UUID]
    """By omschrijving_generiek: initiator, behandelaar."""
    eigenschappen: Mapping[str, UUID]
    """By field that is kept as eigenschap."""
    informatieobjecttypen: Mapping[str, UUID]
    """By document."""


@lru_cache(maxsize=500)
def blueprint_of(key: str, version: int) -> Blueprint:
    """Return one published version; from memory after the first time.

    :raises UnknownBlueprint: it was never published.
    """
    return loading.parse(_row(key, version).source, name=f"{key} versie {version}")


@lru_cache(maxsize=500)
def catalogue_rows(key: str, version: int) -> CatalogueRows:
    """Return the rows that this version became; from memory after the first time.

    :raises UnknownBlueprint: it was never published.
    """
    blueprint = blueprint_of(key, version)
    zaaktype = zaaktype_id_of(key, version)
    parts = catalogi.parts_of(zaaktype)
    return CatalogueRows(
        zaaktype=zaaktype,
        statustypen=_frozen(
            {m.key: parts.statustypen[n] for n, m in enumerate(blueprint.milestones, 1)}
        ),
        resultaattypen=_frozen(
            {r.key: parts.resultaattypen[r.omschrijving] for r in blueprint.results.values()}
        ),
        roltypen=_frozen(parts.roltypen_generiek),
        eigenschappen=_frozen(parts.eigenschappen),
        informatieobjecttypen=_frozen(
            {
                d.key: parts.informatieobjecttypen[d.omschrijving]
                for d in blueprint.documents.values()
            }
        ),
    )


def zaaktype_id_of(key: str, version: int) -> UUID:
    """Return the zaaktype that this version became.

    :raises UnknownBlueprint: it was never published.
    """
    return _row(key, version).zaaktype_id


def newest(key: str) -> Blueprint | None:
    """Return the newest published version of one blueprint, or None, in one SQL statement."""
    found = PublishedBlueprint.objects.filter(key=key).aggregate(version=Max("version"))
    return blueprint_of(key, found["version"]) if found["version"] else None


def newest_all() -> Sequence[Blueprint]:
    """Return the newest published version of every blueprint, by key, in one SQL statement."""
    latest = PublishedBlueprint.objects.filter(key=OuterRef("key")).order_by("-version")
    rows = PublishedBlueprint.objects.filter(version=Subquery(latest.values("version")[:1]))
    pairs = rows.order_by("key").values_list("key", F("version"))
    return [blueprint_of(key, version) for key, version in pairs]


def clear() -> None:
    """Forget what was read: for tests, where every database has blueprints of its own."""
    blueprint_of.cache_clear()
    catalogue_rows.cache_clear()


def _row(key: str, version: int) -> PublishedBlueprint:
    row = PublishedBlueprint.objects.filter(key=key, version=version).first()
    if row is None:
        raise UnknownBlueprint(f"{key} versie {version}")
    return row


def _frozen(rows: Mapping[str, UUID]) -> Mapping[str, UUID]:
    return MappingProxyType(dict(rows))
