"""What may be known of the papers that we made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cryptography import x509
from django.conf import settings

from zaakspoor.core.clock import local_date
from zaakspoor.process.papers.codes import read_code
from zaakspoor.process.papers.models import IssuedDocument, SealCertificate
from zaakspoor.process.papers.seal_key import DEMO_NAME, SealUnusable, configured_key, name_of


@dataclass(frozen=True, slots=True)
class Issued:
    """What anybody may know of a paper: nothing about the person on it.

    `valid` is False when we have withdrawn the paper.
    """

    code: str
    kind: str
    sealed_on: date
    valid: bool


def issued(code: str) -> Issued | None:
    """Return what may be known of the paper with this code, in one SQL statement.

    `code` as somebody typed it; None when it is no code, or of no paper that was sealed.
    """
    known = read_code(code)
    row = IssuedDocument.objects.filter(code=known).first() if known else None
    return _issued(row) if row else None


def issued_with(sha256: str) -> Issued | None:
    """Return what may be known of the paper with exactly these bytes, in one SQL statement."""
    row = IssuedDocument.objects.filter(sha256=sha256).first() if sha256 else None
    return _issued(row) if row else None


def own_certificates() -> Sequence[x509.Certificate]:
    """Return the certificates of our seal: the one in use and all before, in one SQL statement.

    Production never trusts a demo key, also not when the database comes from a demo.
    """
    pems = SealCertificate.objects.order_by("-since").values_list("pem", flat=True)
    certificates = [x509.load_pem_x509_certificate(pem.encode()) for pem in pems]
    try:
        current = configured_key().certificate
    except SealUnusable:
        # Old papers can be checked while the key is not there.
        pass
    else:
        certificates = [current, *(each for each in certificates if each != current)]
    if settings.PRODUCTION:
        return [each for each in certificates if name_of(each) != DEMO_NAME]
    return certificates


def _issued(row: IssuedDocument) -> Issued | None:
    if row.sealed_at is None:
        return None
    return Issued(row.code, row.kind, local_date(row.sealed_at), row.withdrawn_at is None)
