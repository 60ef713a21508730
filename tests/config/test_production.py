"""Production refuses what everybody can read."""

from argparse import Namespace
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.db import connection, connections
from pytest_django import Settings

from zaakspoor.config.commands import check, demo
from zaakspoor.config.commands.production import (
    database_problems,
    is_allowed_to_start,
    key_problems,
)
from zaakspoor.config.settings import DEMO_KEY


@pytest.fixture
def production(settings: Settings, tmp_path: Path) -> Settings:
    """Settings as a municipality would have them."""
    settings.ENVIRONMENT = "production"
    settings.PRODUCTION = True
    settings.SECRET_KEY = "s" * 64
    settings.DATA_KEYS = [b"d" * 32]
    settings.HASH_KEY = b"h" * 32
    settings.BASE_URL = "https://mijn.voorbeeldstad.example"
    settings.ALLOWED_HOSTS = ["mijn.voorbeeldstad.example"]
    settings.DIGID_ISSUER = "https://broker.example"
    settings.STAFF_ISSUER = "https://medewerkers.example"
    settings.BRP_URL = "https://brp.example/haalcentraal/api/brp"
    settings.DIGID_CLIENT_SECRET = settings.STAFF_CLIENT_SECRET = "own"
    settings.BRP_API_KEY = "own"
    settings.SEAL_KEYSTORE = str(make_keystore(tmp_path / "seal.p12", b"own"))
    settings.SEAL_PASSWORD = "own"
    return settings


def make_keystore(path: Path, password: bytes) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Gemeente Voorbeeldstad")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2126, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    encryption = BestAvailableEncryption(password)
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"seal", key, certificate, None, encryption)
    )
    return path


def test_an_installation_in_order_has_no_problems(production: Settings) -> None:
    assert key_problems() == []
    assert is_allowed_to_start()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENVIRONMENT", "productie"),
        ("SECRET_KEY", "too-short"),
        ("DATA_KEYS", [b64decode(DEMO_KEY)]),
        ("DATA_KEYS", [b"d" * 32, b64decode(DEMO_KEY)]),
        ("DATA_KEYS", [b"d" * 16]),
        ("HASH_KEY", b64decode(DEMO_KEY)),
        ("HASH_KEY", b"d" * 32),
        ("BASE_URL", "http://mijn.voorbeeldstad.example"),
        ("BASE_URL", "https://localhost"),
        ("DIGID_ISSUER", "http://localhost:8012"),
        ("STAFF_ISSUER", "http://medewerkers.example"),
        ("BRP_URL", "http://127.0.0.1:8011/haalcentraal/api/brp"),
        ("DIGID_CLIENT_SECRET", "demo-digid"),
        ("STAFF_CLIENT_SECRET", "demo-werkplek"),
        ("BRP_API_KEY", "demo"),
        ("ALLOWED_HOSTS", ["*"]),
        ("ALLOWED_HOSTS", ["elders.example"]),
        ("SEAL_KEYSTORE", ""),
        ("SEAL_PASSWORD", "wrong"),
    ],
)
def test_one_thing_out_of_order_is_named_and_stops_the_start(
    production: Settings, capsys: pytest.CaptureFixture[str], name: str, value: object
) -> None:
    setattr(production, name, value)
    assert not is_allowed_to_start()
    expected = "SEAL_" if name.startswith("SEAL_") else f"{name}:"
    assert expected in capsys.readouterr().err


def test_no_problem_shows_a_secret(production: Settings) -> None:
    production.SECRET_KEY = "secret-but-short"
    production.DIGID_CLIENT_SECRET = "demo-and-secret"
    assert not any("secret-but" in problem or "and-secret" in problem for problem in key_problems())


def test_the_demo_starts_on_demo_keys_and_not_in_production(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert is_allowed_to_start()
    settings.PRODUCTION = True
    assert demo.run(Namespace()) == 1
    assert "production" in capsys.readouterr().err


@pytest.mark.django_db
def test_check_ends_with_1_while_something_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.run(Namespace()) == 1
    shown = capsys.readouterr().out
    assert "ENVIRONMENT: " in shown
    assert "SECRET_KEY: " in shown


@pytest.mark.django_db(transaction=True)
def test_the_database_of_the_tests_is_set_up_like_that_of_production() -> None:
    assert database_problems() == []


@pytest.mark.django_db(transaction=True)
def test_a_sqlite_that_does_not_announce_its_writes_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no such mode")
    connection.ensure_connection()
    monkeypatch.setattr(connections["default"], "transaction_mode", None)
    (problem,) = database_problems()
    assert "IMMEDIATE" in problem


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_behind_is_told_to_migrate() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    try:
        (problem,) = database_problems()
        assert "zaakspoor migrate" in problem
    finally:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO django_migrations (app, name, applied)"
                " VALUES ('sessions', '0001_initial', '2026-11-24 09:00:00')"
            )
