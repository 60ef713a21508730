"""The clocks of a case, and every date that was told to the resident."""

from uuid import uuid4

from django.db import models

from zaakspoor.registers.zaken.models import Zaak


class RunningClock(models.Model):
    """One clock of one case. It starts once: re-entering a status never restarts it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="clocks")
    key = models.CharField(max_length=50)
    started_at = models.DateTimeField()
    target_at = models.DateTimeField()
    fatal_on = models.DateField()
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["zaak", "key"], name="clock_starts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} van {self.zaak_id}"


class Promise(models.Model):
    """A date as it was told. Rows are only added: number 1 is the first promise for ever."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="promises")
    number = models.PositiveSmallIntegerField()
    clock = models.CharField(max_length=50)
    # When the promise is in minutes; else only the day is told.
    expected_at = models.DateTimeField(null=True)
    expected_on = models.DateField()
    latest_on = models.DateField()
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["zaak", "number"], name="promise_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"belofte {self.number} van {self.zaak_id}"
