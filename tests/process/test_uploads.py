"""Files with an application: what is taken, what is refused, and that nothing stays behind."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from simulators.people import person_with
from tests.builders.applications import (
    FOR_ANOTHER,
    MORNING,
    PDF,
    PNG,
    fill_in,
    owner_of,
    send,
    start,
    viewer_of,
)
from zaakspoor.process.intake import operations as intake
from zaakspoor.process.intake import queries
from zaakspoor.process.intake.models import DraftFile
from zaakspoor.process.intake.operations import AlreadySent, FileRefused, Upload
from zaakspoor.process.intake.operations.clearing import FOLDER
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.registers.documenten.operations import sweep_orphans

# What goes with a draft goes after the commit, so these tests commit.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("folder", "extract"),
]
ME = person_with("nieuw")
MINE = owner_of(ME)
DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """An empty document store."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        }
    }
    return tmp_path


def upload(*files: Upload, draft: UUID | None = None, field: str = "machtiging") -> dict[str, str]:
    errors = intake.save_step(
        draft_id=draft or start(),
        owner=MINE,
        step="uittreksel",
        answers=FOR_ANOTHER | {"soort": "adres", "taal": "nl"},
        uploads={field: list(files)},
        at=MORNING,
    )
    return {key: text.nl for key, text in errors.items()}


def waiting(folder: Path) -> list[Path]:
    """Return the uploads of drafts in the store."""
    return sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file())


def age(path: Path, written: datetime) -> None:
    os.utime(path, (written.timestamp(), written.timestamp()))


def test_a_file_is_kept_under_a_name_that_says_nothing(folder: Path) -> None:
    draft = start()
    assert upload(Upload("machtiging oma.pdf", PDF), draft=draft) == {}
    (file,) = queries.draft_of(draft, MINE).files["machtiging"]
    assert (file.name, file.mime, file.size) == ("machtiging oma.pdf", "application/pdf", len(PDF))
    (path,) = waiting(folder)
    assert "oma" not in str(path)
    assert path.read_bytes() == PDF


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\x00 a program", b"<html><script>", b"PK\x03\x04 a text with macros", b"GIF89a"],
)
def test_a_file_is_judged_by_what_is_in_it(folder: Path, content: bytes) -> None:
    errors = upload(Upload("machtiging.pdf", content))
    assert errors == {
        "machtiging": "Dit bestand kunnen wij niet gebruiken. "
        "Kies een bestand van deze soort: pdf, jpg, png."
    }
    assert waiting(folder) == []


def test_a_file_that_is_too_large_is_refused_and_the_others_are_kept(folder: Path) -> None:
    errors = upload(Upload("groot.pdf", PDF + b"0" * 6_000_000), Upload("goed.png", PNG))
    assert errors == {"machtiging": "Dit bestand is te groot. Het mag hoogstens 5 MB zijn."}
    assert DraftFile.objects.get().name == "goed.png"
    assert len(waiting(folder)) == 1


def test_more_files_than_the_form_asks_for_are_refused(folder: Path) -> None:
    draft = start()
    assert upload(*(Upload(f"{n}.pdf", PDF + bytes([n])) for n in (1, 2)), draft=draft) == {}
    errors = upload(Upload("3.pdf", PDF + b"\x03"), draft=draft)
    assert set(errors) == {"machtiging"}
    assert DraftFile.objects.count() == 2
    assert len(waiting(folder)) == 2


def test_the_same_file_twice_counts_once(folder: Path) -> None:
    draft = start()
    for _ in range(3):
        assert upload(Upload("1.pdf", PDF), Upload("copy.pdf", PDF), draft=draft) == {}
    assert DraftFile.objects.count() == 1
    assert len(waiting(folder)) == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ('=HYPERLINK("http:x").pdf', "_HYPERLINK(_http_x_).pdf"),
        ("+cmd|' C'!A0.pdf", "cmd__ C__A0.pdf"),
        ("@SUM(1+1).pdf", "_SUM(1+1).pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Noor\\brief.pdf", "brief.pdf"),
        ("<script>alert(1)</script>.pdf", "script_.pdf"),
        ("factuur.pdf.exe", "factuur.pdf.exe.pdf"),
        ("\u202efdp.exe", "_fdp.exe.pdf"),
        ("...", "bestand.pdf"),
        ("", "bestand.pdf"),
        ("BRIEF.PDF", "BRIEF.PDF"),
        ("paspoort 999990950.pdf", "paspoort _________.pdf"),
        ("a" * 300 + ".pdf", "a" * 96 + ".pdf"),
        ("b" * 300, "b" * 95 + ".pdf"),
    ],
)
def test_a_name_carries_out_nothing_and_ends_as_what_it_is(name: str, kept: str) -> None:
    assert upload(Upload(name, PDF)) == {}
    assert DraftFile.objects.get().name == kept


def test_a_file_for_a_question_without_files_is_forged(folder: Path) -> None:
    for field in ("voor_wie", "email", "bestaat_niet"):
        with pytest.raises(FileRefused):
            upload(Upload("1.pdf", PDF), field=field)
    assert waiting(folder) == []


def test_when_the_page_is_refused_its_files_go_too(folder: Path) -> None:
    with pytest.raises(ValueError, match="broken"), pytest.MonkeyPatch.context() as patch:
        patch.setattr(DraftFile.objects, "create", _break)
        upload(Upload("1.pdf", PDF))
    assert waiting(folder) == []


def _break(**_: object) -> None:
    raise ValueError("broken")


def test_removing_a_file_removes_its_bytes_and_no_others(folder: Path) -> None:
    draft = start()
    upload(Upload("1.pdf", PDF), Upload("2.png", PNG), draft=draft)
    file = DraftFile.objects.get(name="1.pdf")
    for _ in range(2):
        intake.remove_file(draft_id=draft, owner=MINE, file_id=file.id, at=MORNING)
    (path,) = waiting(folder)
    assert path.read_bytes() == PNG


def test_throwing_a_draft_away_leaves_no_bytes(folder: Path) -> None:
    draft = start()
    upload(Upload("1.pdf", PDF), draft=draft)
    intake.discard(draft_id=draft, owner=MINE)
    assert waiting(folder) == []


def test_a_draft_whose_time_is_up_leaves_no_bytes(folder: Path) -> None:
    upload(Upload("1.pdf", PDF))
    intake.sweep_drafts(at=MORNING + 31 * DAY)
    assert waiting(folder) == []
    assert not DraftFile.objects.exists()


def test_a_sent_application_has_its_files_in_the_register_only(folder: Path) -> None:
    draft = start()
    files = {"machtiging": [Upload("machtiging.pdf", PDF), Upload("paspoort.png", PNG)]}
    assert fill_in(draft, uploads=files, answers=FOR_ANOTHER) == {}
    sent = send(draft)
    assert waiting(folder) == []
    assert not DraftFile.objects.exists()
    track = tracking.track_of(sent.zaak_id, viewer_of(ME), now=MORNING)
    assert {d.title for d in track.documents} >= {"machtiging.pdf", "paspoort.png"}
    assert {document.sender for document in track.documents} == {"u"}


def test_a_file_after_sending_is_refused_and_leaves_no_bytes(folder: Path) -> None:
    draft = start()
    fill_in(draft)
    send(draft)
    with pytest.raises(AlreadySent):
        upload(Upload("later.pdf", PDF), draft=draft)
    assert waiting(folder) == []


def test_what_a_crash_left_is_swept_and_living_drafts_keep_theirs(folder: Path) -> None:
    upload(Upload("1.pdf", PDF))
    (kept,) = waiting(folder)
    orphan, young = folder / FOLDER / "gone" / "0123", folder / FOLDER / "gone" / "4567"
    orphan.parent.mkdir()
    for path, written in ((kept, -2 * DAY), (orphan, -2 * DAY), (young, -timedelta(hours=1))):
        path.touch()
        age(path, MORNING + written)
    assert intake.sweep_drafts(at=MORNING) == 0
    # A page with the young one may be being saved right now.
    assert waiting(folder) == sorted([kept, young])


def test_the_sweep_of_the_register_leaves_the_files_of_drafts_alone(folder: Path) -> None:
    upload(Upload("1.pdf", PDF))
    (kept,) = waiting(folder)
    age(kept, MORNING - 2 * DAY)
    assert sweep_orphans(older_than=DAY, at=MORNING) == 0
    assert waiting(folder) == [kept]
