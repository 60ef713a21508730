"""Everything that changes what is known of the papers that we made."""

from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from django.db import transaction

from zaakspoor.core.refusals import Refused
from zaakspoor.process.papers.codes import new_code
from zaakspoor.process.papers.models import IssuedDocument, SealCertificate
from zaakspoor.process.papers.seal_key import configured_key


class AlreadyIssued(Refused):
    """The document was issued before, with other bytes."""

    code = "document-al-uitgegeven"


@transaction.atomic
def reserve_code(*, document_id: UUID, kind: str, at: datetime) -> str:
    """Return the code to print on a document: the same one each time for the same document.

    `kind` is what anybody who checks the code may read: the document type of the blueprint.
    """
    issued, _ = IssuedDocument.objects.get_or_create(
        document=document_id, defaults={"code": new_code(), "kind": kind, "reserved_at": at}
    )
    return issued.code


@transaction.atomic
def mark_issued(*, document_id: UUID, sha256: str, at: datetime) -> None:
    """Note that the document is sealed and filed; from now on its code can be checked.

    The certificate of the seal is kept too, so that the document is still known as ours when
    the key has been replaced. A second time with the same bytes changes nothing.

    :raises IssuedDocument.DoesNotExist: no code was reserved for it.
    :raises AlreadyIssued: it was issued with other bytes.
    """
    issued = IssuedDocument.objects.select_for_update().get(document=document_id)
    if issued.sealed_at is not None:
        if issued.sha256 != sha256:
            raise AlreadyIssued("Dit document is al uitgegeven. Maak een nieuw document.")
        return
    issued.sha256 = sha256
    issued.sealed_at = at
    issued.save(update_fields=["sha256", "sealed_at"])
    _keep_certificate(at)


@transaction.atomic
def withdraw(*, document_id: UUID, at: datetime) -> None:
    """Note that a document that we issued must not be relied on any more; the first time counts.

    :raises IssuedDocument.DoesNotExist: there is no such document.
    """
    issued = IssuedDocument.objects.select_for_update().get(document=document_id)
    if issued.withdrawn_at is None:
        issued.withdrawn_at = at
        issued.save(update_fields=["withdrawn_at"])


def _keep_certificate(at: datetime) -> None:
    certificate = configured_key().certificate
    SealCertificate.objects.get_or_create(
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        defaults={"pem": certificate.public_bytes(Encoding.PEM).decode(), "since": at},
    )
