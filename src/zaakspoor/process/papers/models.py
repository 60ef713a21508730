"""What we put our seal on, and which keys did it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from zaakspoor.process.papers.codes import LENGTH


class IssuedDocument(models.Model):
    """A paper that anybody can check by its code. Nothing here says whose it is.

    The code is reserved before the paper exists, because it is printed on it; `sha256` and
    `sealed_at` follow when the paper has been filed.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.CharField(max_length=LENGTH, unique=True)
    document = models.UUIDField(unique=True)
    kind = models.CharField(max_length=50)
    reserved_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, blank=True)
    sealed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sealed_at=None, sha256="") | (~Q(sealed_at=None) & ~Q(sha256="")),
                name="issued_document_sealed_with_sha256",
            ),
            models.UniqueConstraint(
                fields=["sha256"], condition=~Q(sha256=""), name="issued_document_sha256_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class SealCertificate(models.Model):
    """A certificate that we seal or have sealed with; a paper of an earlier key stays ours."""

    fingerprint = models.CharField(primary_key=True, max_length=64)
    pem = models.TextField()
    since = models.DateTimeField()

    def __str__(self) -> str:
        return self.fingerprint
