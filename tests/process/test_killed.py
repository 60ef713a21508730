"""Killed with SIGKILL at any statement: one case, one document, two messages, and no less."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db.models import Q

from simulators.people import person_with
from simulators.town import Town
from tests.builders.applications import (
    FOR_ANOTHER,
    MORNING,
    PDF,
    fill_in,
    owner_of,
    send,
    start,
    viewer_of,
)
from tests.builders.cases import SOON, status_of
from tests.events.test_killed import database_url
from tests.process.conftest import Inbox
from zaakspoor.events import claims
from zaakspoor.events import queries as events
from zaakspoor.events.models import Job, JobState
from zaakspoor.events.worker import drain
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.intake.operations import Upload
from zaakspoor.process.papers import verification
from zaakspoor.process.papers.models import IssuedDocument
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObject
from zaakspoor.registers.zaken import queries as zaken
from zaakspoor.registers.zaken.models import Zaak

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("extract"),
]
ROOT = Path(__file__).parents[2]
ME = person_with("nieuw")
# Every statement would take minutes. Steps without a common divisor reach another place of the
# story each time somebody adds a statement.
SEND_STEP, WORK_STEP = 5, 7


class Mortal:
    """Another process, that obeys one order at a time and is killed when told so."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        assert self._answer() == "ready"

    def was_killed(self, do: str, *, at: datetime, kill_at: int, draft: UUID | None = None) -> bool:
        """Give an order; tell whether it was killed, and not ready before."""
        order = {"do": do, "at": at.isoformat(), "kill_at": kill_at, "draft": str(draft)}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = self._answer()
        assert answer in ("killed", "done 0")
        return answer == "killed"

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@pytest.fixture
def mortal(town: Town) -> Iterator[Mortal]:
    environment = os.environ | town.environment()
    environment |= {
        "DJANGO_SETTINGS_MODULE": "zaakspoor.config.settings",
        "DATABASE_URL": database_url(),
        "DOCUMENT_ROOT": str(settings.DOCUMENT_ROOT),
        "DATA_DIR": str(settings.DATA_DIR),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), *sys.path]),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "tests.process.dying"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield Mortal(process)
        assert process.stdin is not None
        process.stdin.close()


def ready() -> UUID:
    draft = start()
    files = {"machtiging": [Upload("machtiging.pdf", PDF)]}
    assert not fill_in(draft, uploads=files, answers=FOR_ANOTHER)
    return draft


def test_killed_while_sending_it_becomes_one_complete_case(mortal: Mortal) -> None:
    received = 0
    for number in count():
        draft = ready()
        killed = mortal.was_killed("send", at=MORNING, kill_at=1 + number * SEND_STEP, draft=draft)
        if not killed:
            break
        drain(SOON.replace(hour=9))
        view = intake.draft_of(draft, owner_of(ME))
        received += view.submitted is not None
        # Whoever heard nothing presses again, whether we had it or not.
        assert view.submitted in (None, send(draft))
        assert_complete(draft)
    assert number > 15
    assert 0 < received < number, "killed both before and after it was received"
    assert Zaak.objects.count() == number + 1


def assert_complete(draft: UUID) -> None:
    sent = intake.draft_of(draft, owner_of(ME)).submitted
    assert sent is not None
    zaak = Zaak.objects.get(uuid=sent.zaak_id)
    assert zaak.identificatie == sent.identificatie
    assert zaak.rollen.count() == 1
    assert zaken.statussen_of(zaak.uuid)[0].volgnummer == 1
    assert len(zaken.eigenschappen_of(zaak.uuid)) == 4
    documents = tracking.track_of(zaak.uuid, viewer_of(ME), now=SOON).documents
    assert len(documents) == 3
    for document in documents:
        tracking.document_for(zaak.uuid, document.id, viewer_of(ME)).stream.close()


def test_killed_while_handling_there_is_one_document_and_two_messages(
    mortal: Mortal, inbox: Inbox
) -> None:
    for number in count():
        inbox.empty()
        draft = start()
        assert not fill_in(draft)
        sent = send(draft)
        killed = mortal.was_killed("work", at=SOON, kill_at=1 + number * WORK_STEP)
        work_on()
        assert status_of(sent.zaak_id) == "klaar"
        assert_one_extract(sent.zaak_id)
        assert sorted(mail["subject"][:3] for mail in inbox.mails(ME.email)) == ["Uw ", "Wij"]
        if not killed:
            break
    assert number > 15
    assert events.dead_letters() == []
    assert IssuedDocument.objects.exclude(sealed_at=None).count() == number + 1
    # Receipt, data and extract of every case, and not one paper more.
    assert EnkelvoudigInformatieObject.objects.count() == 3 * (number + 1)


def work_on() -> None:
    """Do what a worker does that finds itself alone, until nothing is due."""
    end = time.monotonic() + 20
    while Job.objects.filter(Q(due__lte=SOON) | Q(state=JobState.LEASED)).exists():
        assert time.monotonic() < end, "waited too long"
        # PostgreSQL needs a moment to see that who held the locks is dead.
        claims.release_all(now=SOON)
        drain(SOON)


def assert_one_extract(zaak_id: UUID) -> None:
    track = tracking.track_of(zaak_id, viewer_of(ME), now=SOON)
    (document,) = [each for each in track.documents if each.sender == "gemeente"]
    with tracking.document_for(zaak_id, document.id, viewer_of(ME)).stream as stream:
        assert verification.verify(stream.read()).state == "sealed"
    assert [message.state for message in track.messages] == ["sent", "sent"]
