"""Applications being written, and applications as they were sent."""

from uuid import uuid4

from django.db import models

from zaakspoor.registers.zaken.models import Zaak


class Draft(models.Model):
    """An application that somebody is filling in, resumable on any device after login.

    What was typed is sealed; `owner` is the keyed hash of the BSN. Once `sent_at` is set the
    application has been received: number and ids are fixed, and it will become exactly one zaak.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.CharField(max_length=64, db_index=True)
    blueprint_key = models.CharField(max_length=50)
    blueprint_version = models.PositiveIntegerField()
    answers_sealed = models.TextField()
    done = models.JSONField(default=list)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    # Set at the moment of sending, before anything else is made.
    sent_at = models.DateTimeField(null=True)
    zaak_id = models.UUIDField(null=True, unique=True)
    identificatie = models.CharField(max_length=40, blank=True, default="")
    channel = models.CharField(max_length=20, blank=True, default="")
    applicant_sealed = models.TextField(blank=True, default="")
    # Set when the zaak is there.
    completed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "-updated_at"], name="intake_draft_owner")]

    def __str__(self) -> str:
        return f"concept {self.id}"


class DraftFile(models.Model):
    """An upload of a draft: its bytes lie in the document store under `stored_as`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    field = models.CharField(max_length=50)
    name = models.CharField(max_length=255)
    mime = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=255)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            # A resend of the same form page does not add the same file twice.
            models.UniqueConstraint(fields=["draft", "field", "sha256"], name="draft_file_once"),
        ]

    def __str__(self) -> str:
        return f"{self.field} van {self.draft_id}"


class Submission(models.Model):
    """What was sent, by whom, through which channel: the intake record of a zaak."""

    zaak = models.OneToOneField(
        Zaak, on_delete=models.CASCADE, primary_key=True, related_name="submission"
    )
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="submission")
    channel = models.CharField(max_length=20)
    received_at = models.DateTimeField()
    identity_level = models.CharField(max_length=20)
    answers_sealed = models.TextField()
    applicant_sealed = models.TextField()
    receipt_pdf = models.UUIDField()
    receipt_json = models.UUIDField()

    def __str__(self) -> str:
        return f"aanvraag van {self.zaak_id}"
