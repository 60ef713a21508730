"""Publishing a blueprint: judged, numbered, and fixed for ever."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import ClassVar
from uuid import UUID

from django.db import IntegrityError, transaction

from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.findings import Finding
from zaakspoor.process.blueprints.lint import errors_of, lint
from zaakspoor.process.blueprints.lint.places import actions_of
from zaakspoor.process.blueprints.loading import parse
from zaakspoor.process.route.models import PublishedBlueprint
from zaakspoor.process.route.publishing.zaaktype import specification_of
from zaakspoor.registers.catalogi import operations as catalogi


@dataclass(frozen=True, slots=True)
class Published:
    """The version that is live now. `is_new`: this call made it so."""

    key: str
    version: int
    zaaktype_id: UUID
    is_new: bool


class BlueprintRejected(Refused):
    """The blueprint has mistakes, or asks what this release cannot do; `findings` says which."""

    code: ClassVar[str] = "blauwdruk-afgekeurd"

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        listed = "\n".join(str(finding) for finding in findings)
        super().__init__(f"Verbeter eerst de blauwdruk:\n{listed}")


class VersionTaken(Refused):
    """This version number, or a higher one, is published with another text."""

    code: ClassVar[str] = "versie-bezet"


def publish(*, source: str, at: datetime) -> Published:
    """Make the blueprint in the YAML text `source` live and return its version.

    A text that is live already changes nothing. New cases take the new version; running cases
    stay on the version they started with.

    :raises BlueprintRejected: the lint found mistakes, or the blueprint asks for more than this
        release can do.
    :raises VersionTaken: another text has this version, or a higher version is live.
    """
    text = source.replace("\r\n", "\n")
    mistakes = errors_of(lint(text))
    if mistakes:
        raise BlueprintRejected(mistakes)
    blueprint = parse(text)
    beyond = _beyond_us(blueprint)
    if beyond:
        raise BlueprintRejected(beyond)
    try:
        return _publish_once(blueprint, text, at)
    except IntegrityError:
        # Another process published at the same moment: its version counts, or refuses ours.
        return _publish_once(blueprint, text, at)


@transaction.atomic
def _publish_once(blueprint: Blueprint, text: str, at: datetime) -> Published:
    digest = sha256(text.encode()).hexdigest()
    newest = PublishedBlueprint.objects.filter(key=blueprint.key).order_by("-version").first()
    if newest and newest.version >= blueprint.version:
        if newest.version == blueprint.version and newest.sha256 == digest:
            return Published(newest.key, newest.version, newest.zaaktype_id, is_new=False)
        raise VersionTaken(
            f"Versie {newest.version} van '{newest.key}' is al gepubliceerd. "
            f"Verhoog versie: tot {newest.version + 1}."
        )
    zaaktype = catalogi.publish_zaaktype(spec=specification_of(blueprint), at=at)
    row = PublishedBlueprint.objects.create(
        key=blueprint.key,
        version=blueprint.version,
        source=text,
        sha256=digest,
        zaaktype=zaaktype,
        published_at=at,
    )
    return Published(row.key, row.version, row.zaaktype_id, is_new=True)


def _beyond_us(blueprint: Blueprint) -> list[Finding]:
    """Return what the blueprint asks that no part of this release carries out."""
    found = []
    if blueprint.fee_cents:
        found.append(Finding("nog-niet-mogelijk", 0, "betalen kan nog niet: zet tarief op 0"))
    for path, action in actions_of(blueprint):
        if action.effects:
            text = f"{'.'.join(path)}: een termijn stilzetten kan nog niet"
            found.append(Finding("nog-niet-mogelijk", 0, text))
    return found
