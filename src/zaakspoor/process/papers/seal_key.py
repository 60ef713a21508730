"""The key that seals: read from the settings, or made for the demo."""

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

DEMO_NAME = "ZAAKSPOOR DEMO - geen echte waarde"
DEMO_PASSWORD = b"demo"
_DEMO_BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
_DEMO_ENDS = _DEMO_BEGINS + timedelta(days=20 * 365)
_making = threading.Lock()


class SealUnusable(Exception):
    """The key of the seal is missing, has no value here, or cannot be opened (says it in Dutch)."""


@dataclass(frozen=True, slots=True)
class SealKey:
    """A private key with its certificate and the certificates that vouch for it."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]

    @property
    def is_demo(self) -> bool:
        """Whether everybody can have this key."""
        return name_of(self.certificate) == DEMO_NAME


def name_of(certificate: x509.Certificate) -> str:
    """Return the common name of a certificate."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else ""


@cache
def load_key(path: Path | None, password: bytes) -> SealKey:
    """Return the key in the PKCS#12 file `path`; without a path, the demo key.

    The answer is kept for the life of the process.

    :raises SealUnusable: the file is not there, the password is wrong, or the key is not EC
        or RSA.
    """
    if path is None:
        path, password = _demo_file(), DEMO_PASSWORD
    try:
        content = pkcs12.load_pkcs12(path.read_bytes(), password)
    except (OSError, ValueError) as error:
        raise SealUnusable(f"het bestand {path.name} gaat niet open met dit wachtwoord") from error
    usable = isinstance(content.key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
    if not usable or content.cert is None:
        raise SealUnusable("het moet een EC- of RSA-sleutel zijn, met zijn certificaat")
    assert isinstance(content.key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
    others = tuple(other.certificate for other in content.additional_certs)
    return SealKey(content.key, content.cert.certificate, others)


def configured_key() -> SealKey:
    """Return the key that the settings name.

    :raises SealUnusable: production has none or the demo's, or it cannot be opened.
    """
    if settings.PRODUCTION and not settings.SEAL_KEYSTORE:
        raise SealUnusable("er is geen bestand genoemd")
    path = Path(settings.SEAL_KEYSTORE) if settings.SEAL_KEYSTORE else None
    key = load_key(path, settings.SEAL_PASSWORD.encode())
    if settings.PRODUCTION and key.is_demo:
        raise SealUnusable("dit is de demosleutel, die iedereen kan hebben")
    return key


def check_seal(at: datetime | None = None) -> list[str]:
    """Return what is wrong with the key of the seal, in Dutch; an empty list is good.

    With `at` (aware) also whether its certificate is valid at that moment.
    """
    try:
        key = configured_key()
    except SealUnusable as error:
        return [f"SEAL_KEYSTORE: de sleutel van het zegel is niet bruikbaar ({error})."]
    if at and not _is_valid(key.certificate, at):
        return ["SEAL_KEYSTORE: het certificaat van het zegel is nu niet geldig."]
    return []


def _is_valid(certificate: x509.Certificate, at: datetime) -> bool:
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc


def _demo_file() -> Path:
    path = Path(settings.DATA_DIR) / "demo-seal.p12"
    with _making:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            own = path.with_name(f"demo-seal.{os.getpid()}.tmp")
            own.write_bytes(_make_demo_key())
            own.chmod(0o600)
            # The first of several processes wins; link does not replace what is there.
            with suppress(FileExistsError):
                path.hardlink_to(own)
            own.unlink()
    return path


def _make_demo_key() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, DEMO_NAME)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_DEMO_BEGINS)
        .not_valid_after(_DEMO_ENDS)
        .add_extension(_signing_only(), critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    encryption = BestAvailableEncryption(DEMO_PASSWORD)
    return pkcs12.serialize_key_and_certificates(b"demo", key, certificate, None, encryption)


def _signing_only() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
