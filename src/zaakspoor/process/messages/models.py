"""What we tell residents, and what became of it."""

from uuid import uuid4

from django.db import models

from zaakspoor.registers.zaken.models import Zaak


class MessageState(models.TextChoices):
    """Where a message is: planned, handed to the mail server, or not deliverable."""

    PLANNED = "planned"
    SENT = "sent"
    FAILED = "failed"


class Message(models.Model):
    """One message to one resident about one case. The text is a fact of the moment it is planned.

    `occasion` says what it is about (the visit to a status), so that telling the same thing
    twice is impossible.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="messages")
    key = models.CharField(max_length=50)
    occasion = models.CharField(max_length=50)
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    address_sealed = models.TextField()
    # Enough for the resident to recognise the address, too little for anybody else.
    address_shown = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=MessageState, default=MessageState.PLANNED)
    planned_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["zaak", "key", "occasion"], name="message_told_once"),
        ]
        indexes = [models.Index(fields=["zaak", "planned_at"], name="message_of_zaak")]

    def __str__(self) -> str:
        return f"{self.key} over {self.zaak_id}"
