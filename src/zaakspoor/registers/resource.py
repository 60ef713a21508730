"""What every resource of the standard has: a UUID that never changes."""

from uuid import uuid4

from django.db import models


class Resource(models.Model):
    """A row that the standard addresses by UUID; its URL is made where it leaves the building."""

    uuid = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        # Never an attribute: the name of a row ends up in logs and error pages.
        return f"{type(self).__name__} {self.uuid}"
