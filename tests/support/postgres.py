"""A PostgreSQL for the tests: the one given, the one that runs here, or one of our own."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from tests.support.own_postgres import own_server

LOCAL_HOSTS = ("127.0.0.1", "/var/run/postgresql")


@dataclass(frozen=True)
class Server:
    """A server that lets us make databases: its URL for Django, and where it came from."""

    url: str
    origin: str


@contextmanager
def postgres() -> Iterator[Server | None]:
    """Give a PostgreSQL server, and stop it afterwards when it was started here.

    :raises RuntimeError: TEST_DATABASE_URL is set, and no databases can be made there.
    """
    if given := os.environ.get("TEST_DATABASE_URL"):
        if not may_create_databases(given):
            raise RuntimeError("TEST_DATABASE_URL leads to no server that lets us make databases")
        yield Server(given, "TEST_DATABASE_URL")
    elif local := local_server():
        yield Server(local, f"the server that runs here ({local})")
    else:
        with own_server() as own:
            yield Server(*own) if own else None


def local_server() -> str | None:
    """Return the URL of a running local server that lets us in without a password."""
    port = os.environ.get("PGPORT", "5432")
    for host in LOCAL_HOSTS:
        for user in dict.fromkeys((getpass.getuser(), "postgres")):
            # libpq and Django both read a socket folder from the percent-encoded host.
            url = f"postgresql://{user}@{host.replace('/', '%2F')}:{port}/postgres"
            if may_create_databases(url):
                return url
    return None


def may_create_databases(url: str) -> bool:
    """Tell whether the server answers within two seconds and the user may make a database."""
    query = "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user"
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            row = connection.execute(query).fetchone()
    except psycopg.Error:
        return False
    return bool(row and row[0])
