"""Blueprints as they were published: the text that cases keep travelling by."""

from uuid import uuid4

from django.db import models

from zaakspoor.registers.catalogi.models import ZaakType


class PublishedBlueprint(models.Model):
    """One published version of one blueprint, and the zaaktype it became. Never changes."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.CharField(max_length=50)
    version = models.PositiveIntegerField()
    # The whole YAML text: objects are made from it, so an upgrade of ours needs no migration.
    source = models.TextField()
    sha256 = models.CharField(max_length=64)
    zaaktype = models.OneToOneField(
        ZaakType, on_delete=models.PROTECT, related_name="published_blueprint"
    )
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="blueprint_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} versie {self.version}"
