"""Making a blueprint live: a new version of its zaaktype in the catalogus, and its text kept."""

from zaakspoor.process.route.publishing.operations import (
    BlueprintRejected,
    Published,
    VersionTaken,
    publish,
)

__all__ = ["BlueprintRejected", "Published", "VersionTaken", "publish"]
