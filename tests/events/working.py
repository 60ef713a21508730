"""A worker in a process of its own, for the test that kills it. Prints a line when it starts."""

import sys
import threading
import time

import django
from django.conf import settings
from django.db import connection

from zaakspoor.config import settings as product

ATTEMPTS = 1000


def write_down(reaction: str, job_id: int) -> None:
    """Add a line for `job_id`, in whatever transaction there is."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effect (reaction, job) VALUES (%s, %s)", [reaction, job_id])


def main() -> None:
    """Work until killed, with a lease of `argv[1]` seconds."""
    # The whole product takes seconds to load, and this process dies many times.
    settings.configure(
        DATABASES=product.DATABASES,
        DEFAULT_AUTO_FIELD=product.DEFAULT_AUTO_FIELD,
        INSTALLED_APPS=["zaakspoor.events"],
        USE_TZ=True,
    )
    django.setup()
    # Models can be imported only after the set-up.
    from zaakspoor.events.reactions import Reaction, Retry, Work, install
    from zaakspoor.events.worker import Worker

    def once(work: Work) -> None:
        time.sleep(0.002)
        write_down("once", work.job_id)
        time.sleep(0.002)

    def idempotent(work: Work) -> None:
        time.sleep(0.004)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM effect WHERE reaction = 'again' AND job = %s", [work.job_id]
            )
            known = cursor.fetchone()
        if not known:
            write_down("again", work.job_id)
        time.sleep(0.004)

    topics, retry = frozenset({"work"}), Retry(attempts=ATTEMPTS)
    install(
        [
            Reaction("once", topics, once, retry, atomic=True),
            Reaction("again", topics, idempotent, retry),
        ]
    )
    sys.stdout.write("working\n")
    sys.stdout.flush()
    Worker(threads=4, poll_seconds=0.05, lease_seconds=float(sys.argv[1])).run(threading.Event())


if __name__ == "__main__":
    main()
