"""The digital seal of the municipality on a PDF: PAdES B-B, invisible, allowing no change after.

Nothing here asks a timestamp server or a certificate authority: sealing works offline.
"""

import asyncio
from datetime import datetime
from functools import cache
from io import BytesIO

from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import Signer
from pyhanko.sign.signers.cms_embedder import (
    PdfCMSEmbedder,
    SigIOSetup,
    SigMDPSetup,
    SigObjSetup,
)
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko_certvalidator.registry import SimpleCertificateStore

from zaakspoor.core.clock import AMSTERDAM
from zaakspoor.process.papers.seal_key import SealKey, check_seal, configured_key

__all__ = ["check_seal", "seal"]

_DIGEST = "sha256"
_FIELD = SigFieldSpec(
    "Zegel",
    on_page=0,
    # PDF/A wants the field to be printable, PDF/UA wants it tagged or off the page.
    invis_sig_settings=InvisSigSettings(set_print_flag=True, box_out_of_bounds=True),
    readable_field_name="Digitaal zegel van de gemeente",
)
# What the CMS structure needs beside the certificates.
_ROOM_FOR_CMS = 2048


class _Document(IncrementalPdfFileWriter):
    """The PDF to seal, with the metadata as typst wrote it.

    pyHanko would write its own name and the time of the machine into it, and rewrite the XMP
    that says PDF/UA and PDF/A.
    """

    def _update_meta(self) -> None:
        return


class _HeldKey(Signer):
    """A signer for pyHanko whose key stays in memory: reading it again costs more than signing."""

    def __init__(self, key: SealKey) -> None:
        self.held = key
        store = SimpleCertificateStore()
        store.register_multiple([_asn1(other.public_bytes(Encoding.DER)) for other in key.others])
        own = _asn1(key.certificate.public_bytes(Encoding.DER))
        super().__init__(signing_cert=own, cert_registry=store)

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        if isinstance(self.held.key, ec.EllipticCurvePrivateKey):
            return self.held.key.sign(data, ec.ECDSA(hashes.SHA256()))
        return self.held.key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def seal(pdf: bytes, *, at: datetime, reason: str = "", location: str = "") -> bytes:
    """Return `pdf` with our seal over all of it, dated `at` (aware).

    `reason` and `location` stand in the signature panel of a PDF reader: by default that the
    municipality made the document, and its name. The PDF stays PDF/UA and PDF/A.

    :raises SealUnusable: the key of the settings cannot be read.
    """
    signer = _signer(configured_key())
    document: IncrementalPdfFileWriter = _Document(BytesIO(pdf))
    document.ensure_output_version(version=(1, 7))
    document.register_extension(ESIC_EXTENSION_1)
    # PDF/UA asks of a page with a form field that the tab key follows the structure.
    page = document.find_page_for_modification(0)[0].get_object()
    page[pdf_name("/Tabs")] = pdf_name("/S")

    steps = PdfCMSEmbedder(_FIELD).write_cms(_FIELD.sig_field_name, document)
    next(steps)
    steps.send(_sealing(signer, at, reason, location))
    prepared, output = steps.send(SigIOSetup(_DIGEST))
    steps.send(asyncio.run(signer.async_sign(prepared.document_digest, _DIGEST, use_pades=True)))
    sealed: bytes = output.getvalue()
    return sealed


def _sealing(signer: _HeldKey, at: datetime, reason: str, location: str) -> SigObjSetup:
    placeholder = SignatureObject(
        # PAdES has the moment here and not in the CMS.
        timestamp=at.astimezone(AMSTERDAM),
        reason=reason or f"Gemaakt door de gemeente {settings.MUNICIPALITY}",
        location=location or settings.MUNICIPALITY,
        subfilter=SigSeedSubFilter.PADES,
        bytes_reserved=_room(signer.held),
    )
    rules = SigMDPSetup(_DIGEST, certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
    return SigObjSetup(placeholder, rules)


def _room(key: SealKey) -> int:
    certificates = (key.certificate, *key.others)
    size = _ROOM_FOR_CMS + sum(len(each.public_bytes(Encoding.DER)) for each in certificates)
    # Two hexadecimal digits for each byte.
    return 2 * size


def _asn1(der: bytes) -> asn1_x509.Certificate:
    certificate: asn1_x509.Certificate = asn1_x509.Certificate.load(der)
    return certificate


@cache
def _signer(key: SealKey) -> _HeldKey:
    return _HeldKey(key)
