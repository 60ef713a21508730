"""Documents: their bytes are whole or not there, and a row never names what is missing."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.storage import storages
from django.db import connections, transaction
from pytest_django import Settings

from tests.builders.registers import AT, make_document, make_zaak, make_zaaktype
from zaakspoor.events.models import Event
from zaakspoor.registers.catalogi.models import InformatieObjectType
from zaakspoor.registers.catalogi.queries import parts_of
from zaakspoor.registers.documenten import bytes as stored_bytes
from zaakspoor.registers.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    ObjectInformatieObject,
)
from zaakspoor.registers.documenten.operations import DocumentDiffers, sweep_orphans
from zaakspoor.registers.documenten.operations.store import InformatieobjecttypeConcept
from zaakspoor.registers.documenten.queries import is_intact, open_content
from zaakspoor.registers.validation import Invalid
from zaakspoor.registers.zaken import operations as zaken
from zaakspoor.registers.zaken.queries import documents_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """A storage of its own for each test."""
    own = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "documenten"},
    }
    settings.STORAGES = {**settings.STORAGES, "default": own}
    return tmp_path / "documenten"


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _path(document: EnkelvoudigInformatieObject) -> Path:
    assert document.actueel is not None
    return Path(storages["default"].path(document.actueel.inhoud))


def test_what_was_stored_comes_back_with_what_a_browser_must_know() -> None:
    document = make_document(content=b"inhoud")
    content = open_content(document.uuid)
    with content.stream as stream:
        assert stream.read() == b"inhoud"
    assert (content.size, content.formaat) == (6, "application/pdf")
    assert content.bestandsnaam == "uittreksel.pdf"
    assert content.sha256 == hashlib.sha256(b"inhoud").hexdigest()


def test_a_document_takes_what_it_is_not_given_from_its_kind() -> None:
    version = make_document().actueel
    assert version is not None
    version.refresh_from_db()
    assert version.vertrouwelijkheidaanduiding == "zaakvertrouwelijk"
    assert (version.status, version.taal) == ("definitief", "nld")
    assert version.indicatie_gebruiksrecht is False
    assert version.integriteit_waarde == version.sha256


def test_storing_publishes_identifiers_only() -> None:
    document = make_document()
    event = Event.objects.get(topic="documenten.enkelvoudiginformatieobject.create")
    assert event.subject is None
    assert event.payload == {"enkelvoudiginformatieobject": str(document.uuid)}


def test_the_same_document_again_is_the_same_document(folder: Path) -> None:
    document_id = uuid4()
    first = make_document(document_id=document_id)
    again = make_document(document_id=document_id)
    assert first == again
    assert EnkelvoudigInformatieObjectVersie.objects.count() == 1
    assert len(_files(folder)) == 1


def test_other_bytes_under_the_same_id_are_refused() -> None:
    document_id = uuid4()
    make_document(document_id=document_id)
    with pytest.raises(DocumentDiffers):
        make_document(document_id=document_id, content=b"anders")


@pytest.mark.django_db(transaction=True)
def test_one_document_stored_by_many_at_once_is_there_once() -> None:
    make_zaaktype()
    document_id, made = uuid4(), list[UUID]()

    def run() -> None:
        try:
            made.append(make_document(document_id=document_id).uuid)
        finally:
            connections.close_all()

    threads = [Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [document_id] * 6
    assert EnkelvoudigInformatieObjectVersie.objects.count() == 1


def test_a_crash_before_the_row_leaves_bytes_without_a_row_and_a_sweep_removes_them(
    folder: Path,
) -> None:
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        make_document()
        raise KeyboardInterrupt
    assert not EnkelvoudigInformatieObject.objects.exists()
    assert len(_files(folder)) == 1
    assert sweep_orphans(older_than=DAY, at=datetime.now(UTC)) == 0
    assert sweep_orphans(older_than=DAY, at=datetime.now(UTC) + 2 * DAY) == 1
    assert _files(folder) == []


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_crash_while_writing_leaves_no_file_under_the_name_and_no_row(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    make_zaaktype()

    def crash(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(step, crash)
        with pytest.raises(KeyboardInterrupt):
            make_document()
    assert not EnkelvoudigInformatieObjectVersie.objects.exists()
    assert [path.suffix for path in _files(folder)] == [stored_bytes.PARTIAL]
    assert sweep_orphans(older_than=DAY, at=datetime.now(UTC) + 2 * DAY) == 1


def test_after_a_crash_the_same_document_can_be_stored() -> None:
    document_id = uuid4()
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        make_document(document_id=document_id)
        raise KeyboardInterrupt
    assert is_intact(make_document(document_id=document_id).uuid)


def test_a_sweep_keeps_every_document() -> None:
    document = make_document()
    assert sweep_orphans(older_than=timedelta(0), at=datetime.now(UTC) + DAY) == 0
    assert is_intact(document.uuid)


def test_a_sweep_of_a_storage_that_does_not_exist_yet_finds_nothing() -> None:
    assert sweep_orphans(older_than=DAY, at=AT) == 0


def test_bytes_that_were_changed_or_lost_are_noticed() -> None:
    changed, shorter, lost = (make_document(content=b"0123456789") for _ in range(3))
    _path(changed).write_bytes(b"9876543210")
    _path(shorter).write_bytes(b"0123")
    _path(lost).unlink()
    assert is_intact(changed.uuid, fully=False)
    assert not is_intact(changed.uuid)
    assert not is_intact(shorter.uuid, fully=False)
    assert not is_intact(lost.uuid)
    with pytest.raises(FileNotFoundError):
        open_content(lost.uuid)


def test_the_name_in_the_storage_says_nothing_about_the_resident(folder: Path) -> None:
    make_document(titel="Uittreksel Testpersoon", bestandsnaam="testpersoon.pdf")
    assert "testpersoon" not in str(_files(folder)).lower()


def test_only_the_service_may_read_the_file() -> None:
    assert _path(make_document()).stat().st_mode & 0o077 == 0


def test_a_kind_of_document_that_is_a_concept_is_refused() -> None:
    make_zaaktype()
    InformatieObjectType.objects.update(concept=True)
    kind = InformatieObjectType.objects.filter(omschrijving="Aanvraag").get()
    with pytest.raises(InformatieobjecttypeConcept):
        make_document(informatieobjecttype_id=kind.uuid)


@pytest.mark.parametrize(
    "changes", [{"titel": ""}, {"titel": "x" * 201}, {"taal": "nederlands"}, {"status": "klaar"}]
)
def test_a_limit_of_the_standard_is_refused_before_anything_is_written(
    folder: Path, changes: dict[str, Any]
) -> None:
    make_zaaktype()
    with pytest.raises(Invalid):
        make_document(**changes)
    assert not folder.exists()


def test_a_document_of_a_zaak_is_mirrored_once() -> None:
    zaak = make_zaak()
    document = make_document(zaak=zaak)
    zaken.attach_document(zaak_id=zaak.uuid, informatieobject_id=document.uuid, at=AT)
    mirror = ObjectInformatieObject.objects.get()
    assert (mirror.object_uuid, mirror.object_type) == (zaak.uuid, "zaak")
    assert [row.informatieobject_id for row in documents_of(zaak.uuid)] == [document.uuid]


def test_a_kind_of_document_that_the_zaaktype_does_not_know_is_refused() -> None:
    zaak = make_zaak(zaaktype=make_zaaktype(identificatie="ANDERS", informatieobjecttypen=()))
    document = make_document()
    with pytest.raises(zaken.DocumentNotForZaak):
        zaken.attach_document(zaak_id=zaak.uuid, informatieobject_id=document.uuid, at=AT)


def test_the_list_of_documents_has_all_that_a_page_and_its_policy_need() -> None:
    zaak = make_zaak()
    make_document(zaak=zaak, beschrijving="Voor de verhuurder")
    (row,) = documents_of(zaak.uuid)
    assert (row.titel, row.bestandsnaam, row.formaat) == (
        "Uittreksel",
        "uittreksel.pdf",
        "application/pdf",
    )
    assert row.bestandsomvang == len(b"%PDF-1.7 voorbeeld")
    assert row.tonen_aan_initiator
    assert row.status == "definitief"
    assert row.informatieobjecttype_omschrijving == "Uittreksel BRP"
    assert parts_of(zaak.zaaktype_id).informatieobjecttypen[row.informatieobjecttype_omschrijving]
