"""A key as a municipality would have it."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pytest_django.fixtures import Settings

from tests.papers.builders import AT

PASSWORD = "wachtwoord-van-de-test"


@pytest.fixture(scope="session")
def rsa_keystore(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A keystore with an RSA key and a name of its own."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Gemeente Testdorp")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(AT - timedelta(days=10))
        .not_valid_after(AT + timedelta(days=10))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("zegel") / "zegel.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"zegel", key, certificate, None, BestAvailableEncryption(PASSWORD.encode())
        )
    )
    return path


def use_key(settings: Settings, path: Path, password: str = PASSWORD) -> None:
    settings.SEAL_KEYSTORE = str(path)
    settings.SEAL_PASSWORD = password
