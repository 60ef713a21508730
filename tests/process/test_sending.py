"""From "Verstuur" to exactly one zaak: twice, at once, and with a crash in between."""

import hashlib
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from simulators.people import person_with
from tests.builders.applications import (
    FOR_ANOTHER,
    MORNING,
    NONE,
    PDF,
    applicant,
    apply,
    fill_in,
    send,
    start,
    viewer_of,
)
from zaakspoor.core.vault import keyed_hash
from zaakspoor.events.models import Job
from zaakspoor.events.worker import drain
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake import papers as intake_papers
from zaakspoor.process.intake import queries
from zaakspoor.process.intake.operations import Upload, sending
from zaakspoor.process.intake.queries import Submitted
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking.track import TrackDocument
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObject
from zaakspoor.registers.zaken import queries as zaken
from zaakspoor.registers.zaken.models import Zaak, ZaakInformatieObject

pytestmark = pytest.mark.usefixtures("extract")
ME = person_with("nieuw")
FILES = {"machtiging": [Upload("machtiging.pdf", PDF)]}
LATER = MORNING + timedelta(seconds=31)


def ready(answers: Mapping[str, str] = NONE) -> UUID:
    """Return a draft that can be sent, with one file."""
    draft = start()
    assert fill_in(draft, uploads=FILES, answers={**FOR_ANOTHER, **answers}) == {}
    return draft


def assert_one_complete_case(sent: Submitted) -> None:
    zaak = Zaak.objects.get()
    assert (zaak.uuid, zaak.identificatie) == (sent.zaak_id, sent.identificatie)
    assert [rol.omschrijving_generiek for rol in zaak.rollen.all()] == ["initiator"]
    assert zaken.is_initiator(zaak.uuid, keyed_hash(ME.bsn))
    assert [row.volgnummer for row in zaken.statussen_of(zaak.uuid)] == [1]
    assert zaken.eigenschappen_of(zaak.uuid) == {
        "voor_wie": "ander",
        "soort": "adres",
        "taal": "nl",
        "ontvangst": "digitaal",
    }
    kinds = sorted(row.formaat for row in zaken.documents_of(zaak.uuid))
    assert kinds == ["application/json", "application/pdf", "application/pdf"]
    assert EnkelvoudigInformatieObject.objects.count() == 3
    assert not Job.objects.filter(reaction="intake.finish").exists()


def test_sending_makes_one_complete_case() -> None:
    assert_one_complete_case(send(ready()))


def test_sending_again_gives_the_same_case() -> None:
    draft = ready()
    first = send(draft)
    assert send(draft, at=MORNING + timedelta(days=3)) == first
    assert_one_complete_case(first)


def test_numbers_follow_each_other() -> None:
    assert [apply().identificatie for _ in range(3)] == [
        f"ZAAK-2026-000000000{number}" for number in (1, 2, 3)
    ]


@pytest.mark.django_db(transaction=True)
def test_sending_in_four_windows_at_once_makes_one_case() -> None:
    draft, together = ready(), Barrier(4)

    def press() -> Submitted:
        try:
            together.wait()
            return send(draft)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as windows:
        answers = [answer.result() for answer in [windows.submit(press) for _ in range(4)]]
    assert len(set(answers)) == 1
    assert_one_complete_case(answers[0])


def receive(draft: UUID) -> None:
    """Do the first moment of sending only, as if killed right after it."""
    sending._receive(draft_id=draft, applicant=applicant(ME), channel="web", at=MORNING)


def test_killed_right_after_receiving_the_worker_completes_it() -> None:
    draft = ready()
    receive(draft)
    assert not Zaak.objects.exists()
    assert drain(MORNING) == 0, "the request itself has half a minute"
    drain(LATER)
    assert Zaak.objects.get().route.status == "handmatig"
    sent = queries.draft_of(draft, keyed_hash(ME.bsn)).submitted
    assert sent is not None
    assert queries.submission_of(sent.zaak_id).received_at == MORNING


@pytest.mark.parametrize(
    "crashing",
    [
        "zaakspoor.process.intake.operations.sending.papers_of",
        "zaakspoor.process.intake.operations.registering.zaken.open_zaak",
        "zaakspoor.process.intake.operations.registering.route_operations.begin",
        "zaakspoor.process.intake.operations.sending.outbox.cancel",
    ],
)
def test_wherever_completing_stops_it_is_finished_once(
    monkeypatch: pytest.MonkeyPatch, crashing: str
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    draft = ready()
    with monkeypatch.context() as patch:
        patch.setattr(crashing, crash)
        with pytest.raises(KeyboardInterrupt):
            send(draft)
    assert not Zaak.objects.exists()
    # The resident presses again, or the worker does it.
    assert_one_complete_case(send(draft))
    drain(LATER)
    assert Zaak.objects.count() == 1


def test_papers_of_an_earlier_try_stay_what_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = ready()
    receive(draft)

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sending, "_register", crash)
        with pytest.raises(KeyboardInterrupt):
            intake.complete(draft_id=draft)
    before = contents()
    # Meanwhile a newer version of the software draws the paper in another way.
    monkeypatch.setattr("zaakspoor.process.intake.papers.make_receipt", lambda **_: PDF + b"new")
    assert_one_complete_case(intake.complete(draft_id=draft))
    assert contents() == before


def contents() -> set[str]:
    rows = EnkelvoudigInformatieObject.objects.select_related("actueel")
    return {row.actueel.sha256 for row in rows if row.actueel}


def download(sent: Submitted, document: TrackDocument) -> bytes:
    with tracking.document_for(sent.zaak_id, document.id, viewer_of(ME)).stream as stream:
        return stream.read()


def papers(sent: Submitted) -> dict[str, TrackDocument]:
    track = tracking.track_of(sent.zaak_id, viewer_of(ME), now=MORNING)
    return {document.file_name: document for document in track.documents}


def test_what_was_sent_is_the_same_on_every_download_with_its_hash() -> None:
    sent = send(ready())
    for document in papers(sent).values():
        first, second = download(sent, document), download(sent, document)
        assert first == second
        assert hashlib.sha256(first).hexdigest() == document.sha256
        assert len(first) == document.size


def test_the_data_of_what_was_sent_says_it_all() -> None:
    sent = send(ready())
    document = papers(sent)[f"Aanvraag-{sent.identificatie}.json"]
    data = json.loads(download(sent, document))
    assert data["zaaknummer"] == sent.identificatie
    assert data["dienst"] == "uittreksel-brp"
    assert data["ontvangen"] == "2026-11-24T09:30:00+01:00"
    assert data["antwoorden"]["email"] == ME.email
    assert data["bestanden"] == [
        {
            "veld": "machtiging",
            "naam": "machtiging.pdf",
            "soort": "application/pdf",
            "bytes": len(PDF),
            "sha256": hashlib.sha256(PDF).hexdigest(),
        }
    ]


@pytest.mark.parametrize(
    "typed",
    ["=cmd|x!a0@inwoner.example", "#panic{bsn}$x^2$@inwoner.example", "{link}@inwoner.example"],
)
def test_what_looks_like_a_macro_stays_text(typed: str) -> None:
    sent = send(ready({"email": typed}))
    data = json.loads(download(sent, papers(sent)[f"Aanvraag-{sent.identificatie}.json"]))
    assert data["antwoorden"]["email"] == typed
    assert papers(sent)[f"Aanvraag-{sent.identificatie}.pdf"].size > 1000


def raise_missing(*_: object, **__: object) -> None:
    raise FileNotFoundError


def test_lost_uploads_do_not_pass_for_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = ready()
    with monkeypatch.context() as patch:
        patch.setattr("zaakspoor.process.intake.papers.open_bytes", raise_missing)
        with pytest.raises(FileNotFoundError):
            send(draft)
    assert not ZaakInformatieObject.objects.exists()
    assert_one_complete_case(send(draft))


def test_when_another_process_was_first_its_answer_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = ready()
    receive(draft)
    answers: list[Submitted] = []
    original: Callable[..., None] = intake_papers.store_papers

    def late(*arguments: object) -> None:
        monkeypatch.setattr(sending, "store_papers", original)
        answers.append(intake.complete(draft_id=draft))
        raise FileNotFoundError

    monkeypatch.setattr(sending, "store_papers", late)
    assert intake.complete(draft_id=draft) == answers[0]
    assert_one_complete_case(answers[0])
