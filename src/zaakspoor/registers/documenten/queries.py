"""Everything that is read from the documents."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from zaakspoor.registers.documenten.bytes import open_bytes, size_of
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObjectVersie

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one version of a document, and what a browser must know about them.

    Whoever gets this closes `stream`.
    """

    size: int
    formaat: str
    bestandsnaam: str
    sha256: str
    stream: BinaryIO


def open_content(document_id: UUID, versie: int | None = None) -> Content:
    """Open the bytes of the document: of version `versie`, or of the newest.

    :raises EnkelvoudigInformatieObjectVersie.DoesNotExist: there is no such document or version.
    :raises FileNotFoundError: it has no bytes yet, or the storage has lost them.
    """
    row = _version(document_id, versie)
    if not row.inhoud:
        raise FileNotFoundError(f"document {document_id} has no content yet")
    return Content(
        size=row.bestandsomvang or 0,
        formaat=row.formaat,
        bestandsnaam=row.bestandsnaam,
        sha256=row.sha256,
        stream=open_bytes(row.inhoud),
    )


def is_intact(document_id: UUID, versie: int | None = None, *, fully: bool = True) -> bool:
    """Return whether the storage still holds exactly the bytes that were stored.

    Not `fully` compares the size only, which costs one look at the storage.

    :raises EnkelvoudigInformatieObjectVersie.DoesNotExist: there is no such document or version.
    """
    row = _version(document_id, versie)
    try:
        if size_of(row.inhoud) != row.bestandsomvang:
            return False
        return not fully or _hash_of(row.inhoud) == row.sha256
    except FileNotFoundError:
        return False


def _version(document_id: UUID, versie: int | None) -> EnkelvoudigInformatieObjectVersie:
    rows = EnkelvoudigInformatieObjectVersie.objects.filter(informatieobject=document_id)
    if versie is not None:
        return rows.get(versie=versie)
    return rows.latest("versie")


def _hash_of(name: str) -> str:
    digest = hashlib.sha256()
    with open_bytes(name) as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def exists(document_id: UUID) -> bool:
    """Return whether there is a document with this UUID, with bytes or without."""
    return EnkelvoudigInformatieObjectVersie.objects.filter(informatieobject=document_id).exists()
