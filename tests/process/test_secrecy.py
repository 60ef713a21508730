"""After the whole story nobody who reads database, logs or file names learns who it was about."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection

from simulators.people import person_with
from tests.builders.applications import FOR_ANOTHER, PDF, apply, resident_actor
from tests.builders.cases import COME_BY, SOON, act
from tests.process.conftest import Inbox, Registry
from zaakspoor.events.models import Event
from zaakspoor.events.worker import drain
from zaakspoor.process.intake.operations import Upload
from zaakspoor.registers.documenten.bytes import stored_names

pytestmark = pytest.mark.usefixtures("extract")
ME, CHILD = person_with("nieuw"), person_with("minderjarig")
# What the applicant typed or the registry said; in a name or a number somebody is known.
SECRETS = (
    ME.bsn,
    CHILD.bsn,
    "Nieuwelink",
    ME.email,
    "0612345678",
    "Voorbeeldlaan",
    "1994-05-17",
)


def whole_story(registry: Registry, inbox: Inbox) -> None:
    """Everything that can happen: by itself, by hand, with the world away, withdrawn."""
    apply()
    files = {"machtiging": [Upload("machtiging.pdf", PDF)]}
    by_hand = apply(uploads=files, answers=FOR_ANOTHER | {"telefoon": "0612345678"}).zaak_id
    drain(SOON)
    act(by_hand, "naar_balie", facts=COME_BY)
    act(by_hand, "verschenen")
    act(by_hand, "niet_verstrekken", facts={"uitleg": "Dat mag niet.", "brief": "x"})
    registry.be("refusing")
    inbox.fail(reject=[ME.email])
    withdrawn = apply(ME).zaak_id
    for minutes in (0, 1, 3, 15):
        drain(SOON + timedelta(minutes=minutes))
    act(withdrawn, "intrekken", resident_actor(ME))
    inbox.fail(reject=[], hang_up=1)
    drain(SOON + timedelta(minutes=20))


def everything_in_the_database() -> Iterator[tuple[str, str]]:
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield table, repr(row)


def test_nothing_in_the_database_says_who_it_was(registry: Registry, inbox: Inbox) -> None:
    whole_story(registry, inbox)
    rows = list(everything_in_the_database())
    assert len(rows) > 200
    found = [(secret, table) for table, row in rows for secret in SECRETS if secret in row]
    assert found == []


def test_no_event_and_no_job_carries_more_than_identifiers(
    registry: Registry, inbox: Inbox
) -> None:
    whole_story(registry, inbox)
    keys = {key for event in Event.objects.all() for key in event.payload}
    assert keys <= {
        "action",
        "entry",
        "enkelvoudiginformatieobject",
        "facts",
        "informatieobject",
        "message",
        "outcome",
        "resultaat",
        "rol",
        "status",
        "step",
        "zaak",
        "zaakeigenschap",
        "zaakinformatieobject",
    }


def test_no_log_line_says_who_it_was(
    registry: Registry, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    whole_story(registry, inbox)
    assert "job_failed" in caplog.text or "registry_refuses" in caplog.text
    assert [secret for secret in SECRETS if secret in caplog.text] == []


def test_no_file_is_called_after_anybody_and_no_name_keeps_a_bsn() -> None:
    apply(uploads={"machtiging": [Upload(f"Nieuwelink {ME.bsn}.pdf", PDF)]}, answers=FOR_ANOTHER)
    names = " ".join(stored.name for stored in stored_names())
    assert names
    assert [secret for secret in SECRETS if secret in names] == []
    assert not [table for table, row in everything_in_the_database() if ME.bsn in row]
