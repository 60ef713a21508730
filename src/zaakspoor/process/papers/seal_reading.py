"""A seal as it stands in the bytes of a PDF (PAdES, EN 319 142-1), and whether it holds."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from asn1crypto import cms, parser
from asn1crypto.x509 import Certificate as Asn1Certificate
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

# Quantifiers are bounded so that no file makes the search slow.
_RANGE = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{0,9}\]"
)
_MOMENT = re.compile(rb"/M \(D(?:\\072|:)([^)]{14,40})\)")
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_MOST_SEALS = 20
_LONGEST_SEAL = 100_000
# The dictionary of the seal ends within so many bytes after the seal.
_REST_OF_DICTIONARY = 1500
# AlgorithmIdentifier in DER, with its parameters: SHA-256, and the two ways we sign with it.
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
_ECDSA = bytes.fromhex("300a06082a8648ce3d040302")
_RSA = bytes.fromhex("300d06092a864886f70d01010b0500")
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")
_VERSION_1 = bytes.fromhex("020101")
_SEQUENCE, _SET, _OCTETS, _CONTEXT_0 = 0x30, 0x31, 0x04, 0xA0
# What a DER reader raises on bytes that are no DER.
_NO_DER = (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class FoundSeal:
    """The four numbers of a ByteRange: two ranges of bytes that the seal says it covers."""

    start: int
    length: int
    resume: int
    rest: int

    def is_over_all_of(self, pdf: bytes) -> bool:
        """Tell whether every byte but the seal itself is covered."""
        ends_at_end = self.resume + self.rest == len(pdf)
        return self.start == 0 and self.length < self.resume and ends_at_end

    def contents(self, pdf: bytes) -> bytes | None:
        """Return the CMS structure between the ranges, or None when there is none.

        Strict: capital hexadecimal between angle brackets, and zeros up to the end, as we
        write it; so a change in what the seal does not cover is found as well.
        """
        gap = pdf[self.length : min(self.resume, self.length + _LONGEST_SEAL)]
        with suppress(*_NO_DER):
            raw = bytes.fromhex(gap[1:-1].decode("ascii"))
            size = parser.peek(raw)
            if gap == b"<" + raw.hex().upper().encode() + b">" and not any(raw[size:]):
                return raw[:size]
        return None

    def digest(self, pdf: bytes) -> bytes:
        """Return the SHA-256 of the covered bytes."""
        digest = hashlib.sha256(pdf[self.start : self.start + self.length])
        digest.update(pdf[self.resume : self.resume + self.rest])
        return digest.digest()

    def sealed_at(self, pdf: bytes) -> datetime | None:
        """Return the moment that the seal says; only worth something when the seal holds."""
        found = _MOMENT.search(pdf, self.resume, self.resume + _REST_OF_DICTIONARY)
        if not found:
            return None
        text = _OCTAL.sub(lambda octal: bytes([int(octal[1], 8)]), found[1]).decode("latin-1")
        with suppress(ValueError):
            return datetime.strptime(text.replace("'", ""), "%Y%m%d%H%M%S%z")
        return None


def find_seals(pdf: bytes) -> Sequence[FoundSeal]:
    """Return the seals and signatures in a file, by whomever, at most twenty."""
    matches = islice(_RANGE.finditer(pdf), _MOST_SEALS)
    return [FoundSeal(*(int(number) for number in match.groups())) for match in matches]


def holds(seal: FoundSeal, pdf: bytes, certificate: x509.Certificate) -> bool:
    """Tell whether `seal` was made with the key of `certificate` and covers the file as it is."""
    if not seal.is_over_all_of(pdf):
        return False
    contents = seal.contents(pdf)
    if contents is None:
        return False
    try:
        return _is_signed(contents, seal.digest(pdf), certificate)
    except _NO_DER:
        return False


def _is_signed(contents: bytes, digest: bytes, certificate: x509.Certificate) -> bool:
    own = Asn1Certificate.load(certificate.public_bytes(Encoding.DER))
    signed = cms.ContentInfo.load(contents)["content"]
    signer = signed["signer_infos"][0]
    attributes: bytes = signer["signed_attrs"].dump()
    signature: bytes = signer["signature"].native
    vouching = [each.chosen.dump() for each in signed["certificates"]]
    key = certificate.public_key()
    return (
        own.dump() in vouching
        and _as_we_write(own, key, vouching, attributes, signature) == contents
        # Signed is the set of attributes with its own tag, not the tag it has in this place.
        # Only after this are the attributes read: then they are what we wrote.
        and _is_signature(key, signature, b"\x31" + attributes[1:])
        and _attribute(signer, "content_type") == "data"
        and _attribute(signer, "message_digest") == digest
    )


def _as_we_write(
    own: Asn1Certificate, key: Any, vouching: list[bytes], attributes: bytes, signature: bytes
) -> bytes:
    """Return the CMS structure around a signature as we write it (RFC 5652, 5.1 and 5.3).

    Much of it is not covered by the signature; comparing all of it finds a change there too.
    """
    signer = _der(
        _SEQUENCE,
        _VERSION_1,
        _der(_SEQUENCE, own.issuer.dump(), own["tbs_certificate"]["serial_number"].dump()),
        _SHA256,
        attributes,
        _ECDSA if isinstance(key, ec.EllipticCurvePublicKey) else _RSA,
        _der(_OCTETS, signature),
    )
    signed = _der(
        _SEQUENCE,
        _VERSION_1,
        _der(_SET, _SHA256),
        _der(_SEQUENCE, _DATA),
        _der(_CONTEXT_0, *vouching),
        _der(_SET, signer),
    )
    return _der(_SEQUENCE, _SIGNED_DATA, _der(_CONTEXT_0, signed))


def _der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def _attribute(signer: Any, name: str) -> Any:
    values = [
        each["values"].native for each in signer["signed_attrs"] if each["type"].native == name
    ]
    return values[0][0] if len(values) == 1 and len(values[0]) == 1 else None


def _is_signature(key: Any, signature: bytes, content: bytes) -> bool:
    try:
        match key:
            case ec.EllipticCurvePublicKey():
                key.verify(signature, content, ec.ECDSA(hashes.SHA256()))
            case rsa.RSAPublicKey():
                key.verify(signature, content, padding.PKCS1v15(), hashes.SHA256())
            case _:
                return False
    except InvalidSignature:
        return False
    return True
