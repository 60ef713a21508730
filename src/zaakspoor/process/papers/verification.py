"""Did we seal this PDF, and is it unchanged? Answered without opening the PDF.

Our seal covers every byte of a file except the seal itself. So the question is only whether a
seal of ours stands in the file and holds for all of it; what is in the file needs no reading,
and a file that was made to harm a reader of PDFs finds none here.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from asn1crypto.x509 import Certificate as Asn1Certificate
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from zaakspoor.process.papers import queries
from zaakspoor.process.papers.seal_key import name_of
from zaakspoor.process.papers.seal_reading import FoundSeal, find_seals, holds

State = Literal["sealed", "changed", "foreign", "unsealed", "unreadable", "too-large"]
LARGEST_BYTES = 10_000_000
# A PDF may begin with other bytes, but not with more than this many.
_HEADER_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Verdict:
    """What we can say of a file.

    sealed: our seal holds for the whole file. changed: it had our seal, and it does not hold any
    more. foreign: sealed or signed by somebody else. unsealed: a PDF without any seal.
    unreadable: no PDF. too-large: over 10 MB; we make no such files.
    """

    state: State
    sealed_at: datetime | None = None
    sealed_by: str = ""
    # The code of a paper that was issued; a letter has a seal and no code.
    document_code: str = ""


def verify(pdf: bytes) -> Verdict:
    """Return what we can say of a file that somebody gives us; never raises for what is in it."""
    if len(pdf) > LARGEST_BYTES:
        return Verdict("too-large")
    certificates = queries.own_certificates()
    seals = find_seals(pdf)
    for seal in seals:
        for certificate in certificates:
            if holds(seal, pdf, certificate):
                return _sealed(pdf, seal, certificate)
    return Verdict(_without_our_seal(pdf, seals, certificates))


def _sealed(pdf: bytes, seal: FoundSeal, certificate: x509.Certificate) -> Verdict:
    issued = queries.issued_with(hashlib.sha256(pdf).hexdigest())
    return Verdict(
        "sealed", seal.sealed_at(pdf), name_of(certificate), issued.code if issued else ""
    )


def _without_our_seal(
    pdf: bytes, seals: Sequence[FoundSeal], certificates: Sequence[x509.Certificate]
) -> State:
    lowered = pdf.lower()
    if any(_mentions(lowered, pdf, certificate) for certificate in certificates):
        return "changed"
    if seals:
        return "foreign"
    return "unsealed" if b"%PDF-" in pdf[:_HEADER_BYTES] else "unreadable"


def _mentions(lowered: bytes, pdf: bytes, certificate: x509.Certificate) -> bool:
    """Tell whether something of our certificate is in the file, as bytes or in hexadecimal.

    It looks in two ways, because one change in a seal can spoil one of the two.
    """
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    own = Asn1Certificate.load(certificate.public_bytes(Encoding.DER))
    signer = own.issuer.dump() + own["tbs_certificate"]["serial_number"].dump()
    return any(part in pdf or part.hex().encode() in lowered for part in (key, signer))
