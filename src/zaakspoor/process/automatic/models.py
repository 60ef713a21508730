"""What the machine tried, and how it went."""

from uuid import uuid4

from django.db import models

from zaakspoor.registers.zaken.models import Zaak


class StepAttempt(models.Model):
    """One failed or delayed try of an automatic step; a step that succeeds leaves its result."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="step_attempts")
    entry = models.PositiveIntegerField()
    step = models.CharField(max_length=50)
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=50)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaak", "entry", "number"], name="step_attempt_numbered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.outcome}"
