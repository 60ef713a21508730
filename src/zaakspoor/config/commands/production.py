"""What must hold before real people's data goes through."""

from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from zaakspoor.config import settings as own
from zaakspoor.config.commands.output import warn
from zaakspoor.process.papers.sealing import check_seal

AES_256_BYTES = 32
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def is_allowed_to_start() -> bool:
    """Tell whether `serve` and `worker` may start here, and say why when they may not.

    Outside production everything may; in production nothing runs on the keys of the demo.
    """
    problems = key_problems() if settings.PRODUCTION else []
    for problem in problems:
        warn(problem)
    return not problems


def key_problems() -> list[str]:
    """Return what is wrong with the settings, as sentences that name the setting."""
    return [*_environment(), *_keys(), *_passwords(), *_addresses(), *check_seal()]


def database_problems() -> list[str]:
    """Return what is wrong with the database: not there, not up to date, or not safe enough."""
    try:
        problems = [*_migrations()]
        if connection.vendor == "sqlite":
            problems += _sqlite()
    except DatabaseError as error:
        return [f"DATABASE_URL: the database does not answer ({type(error).__name__})."]
    return problems


def _environment() -> Iterator[str]:
    if settings.ENVIRONMENT not in {"demo", "production"}:
        yield "ENVIRONMENT: choose demo or production; anything else is a typing error."
    elif not settings.PRODUCTION:
        yield "ENVIRONMENT: this is the demo; set it to production."


def _keys() -> Iterator[str]:
    demo_key = b64decode(own.DEMO_KEY)
    if own.DEMO_SECRET == settings.SECRET_KEY or len(settings.SECRET_KEY) < 50:
        yield "SECRET_KEY: use a secret of your own, of 50 characters or more."
    if demo_key in settings.DATA_KEYS:
        yield "DATA_KEYS: the demo's key stands in the source code; make your own."
    if any(len(key) != AES_256_BYTES for key in settings.DATA_KEYS):
        yield "DATA_KEYS: each key is 32 bytes, in base64."
    if demo_key == settings.HASH_KEY or len(settings.HASH_KEY) < AES_256_BYTES:
        yield "HASH_KEY: use a key of your own, of 32 bytes or more, in base64."
    elif settings.HASH_KEY in settings.DATA_KEYS:
        yield "HASH_KEY: one key has one purpose; do not repeat a key of DATA_KEYS."


def _passwords() -> Iterator[str]:
    for name in ("DIGID_CLIENT_SECRET", "STAFF_CLIENT_SECRET", "BRP_API_KEY"):
        if getattr(settings, name).startswith("demo"):
            yield f"{name}: still the demo's."


def _addresses() -> Iterator[str]:
    for name in ("BASE_URL", "DIGID_ISSUER", "STAFF_ISSUER", "BRP_URL"):
        address = urlsplit(getattr(settings, name))
        if address.scheme != "https":
            yield f"{name}: must begin with https://."
        elif address.hostname in LOOPBACK:
            yield f"{name}: points at this machine itself."
    if "*" in settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS: name the hosts; * lets an attacker choose the address in a link."
    elif urlsplit(settings.BASE_URL).hostname not in settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS: the host of BASE_URL is missing."


def _migrations() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        yield f"The database is {len(missing)} migration(s) behind: run `zaakspoor migrate`."


def _sqlite() -> Iterator[str]:
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()
    if mode != ("wal",):
        yield "SQLite: not in WAL mode; readers and writers would block each other."
    if not _writes_are_announced():
        yield "SQLite: transactions are not IMMEDIATE; they would fail under load."


def _writes_are_announced() -> bool:
    """Ask SQLite: may another begin to write while a transaction is open that wrote nothing yet?"""
    rival = connection.copy()
    rival.settings_dict["OPTIONS"] = {"timeout": 0, "transaction_mode": "IMMEDIATE"}
    try:
        with transaction.atomic(), rival.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.execute("ROLLBACK")
    except DatabaseError:
        return True
    finally:
        rival.close()
    return False
