"""Checking a document: by the file, and by the code on the paper."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.public.conftest import DOCUMENT, NAME_ON_PAPER, SEALED_AT, Paper
from zaakspoor.process.papers import operations
from zaakspoor.process.papers.letter import make_letter
from zaakspoor.process.papers.sealing import seal

LATER = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def strict() -> Client:
    """A browser against which the CSRF check is on, as it is in service."""
    return Client(enforce_csrf_checks=True)


def upload(client: Client, content: bytes, name: str = "document.pdf") -> Any:
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    return client.post("/controleren/", {"document": file})


def test_our_document_is_recognised_with_its_kind_and_day(strict: Client, paper: Paper) -> None:
    response = upload(strict, paper.content)

    page = response.content.decode()
    assert response.status_code == 200
    assert "Dit document is echt" in page
    assert "Uittreksel uit de Basisregistratie Personen" in page
    # 23.30 UTC is the next day in the Netherlands.
    assert "25 november 2026" in page


def test_nothing_personal_is_shown_of_a_document(strict: Client, paper: Paper) -> None:
    for response in (upload(strict, paper.content), strict.get(f"/controleer/{paper.code}/")):
        page = response.content.decode()
        assert NAME_ON_PAPER not in page
        assert "Z-2026-000001" not in page
        assert response.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


@pytest.mark.parametrize("place", [100, -300])
def test_one_changed_byte_is_seen(strict: Client, paper: Paper, place: int) -> None:
    changed = bytearray(paper.content)
    changed[place] ^= 1

    page = upload(strict, bytes(changed)).content.decode()

    assert "Dit document is veranderd" in page


def test_something_added_after_the_end_is_seen(strict: Client, paper: Paper) -> None:
    page = upload(strict, paper.content + b"\n% meer").content.decode()

    assert "Dit document is veranderd" in page


def test_a_pdf_without_a_seal_is_not_ours(strict: Client, paper: Paper, unsealed: bytes) -> None:
    page = upload(strict, unsealed).content.decode()

    assert "Op dit document staat geen waarmerk" in page


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + b"0" * 100, b"MZ", b"<html>"])
def test_what_is_no_pdf_is_told_by_its_content(strict: Client, db: None, content: bytes) -> None:
    response = upload(strict, content, name="uittreksel.pdf")

    assert response.status_code == 400
    assert "Wij kunnen dit bestand niet lezen" in response.content.decode()


def test_a_file_that_is_too_large_is_refused(strict: Client, db: None) -> None:
    response = upload(strict, b"%PDF-1.7" + b"0" * 10_000_001)

    assert response.status_code == 413
    assert "Dit bestand is te groot" in response.content.decode()


def test_a_body_that_is_far_too_large_is_refused_before_it_is_read(strict: Client) -> None:
    response = strict.post(
        "/controleren/", b"x", content_type="multipart/form-data", CONTENT_LENGTH="900000000"
    )

    assert response.status_code == 413


def test_sending_nothing_says_what_to_do(strict: Client) -> None:
    response = strict.post("/controleren/")

    assert response.status_code == 400
    assert "U hebt nog geen bestand gekozen" in response.content.decode()


def test_a_withdrawn_document_is_ours_and_not_valid(strict: Client, paper: Paper) -> None:
    operations.withdraw(document_id=DOCUMENT, at=LATER)

    for response in (upload(strict, paper.content), strict.get(f"/controleer/{paper.code}/")):
        page = response.content.decode()
        assert "Dit document is niet meer geldig" in page
        assert "Dit document is echt" not in page


def test_a_letter_has_our_seal_and_no_code(strict: Client, db: None) -> None:
    letter = make_letter(title="Brief", paragraphs=["Tekst"], number="Z-1", at=SEALED_AT)

    page = upload(strict, seal(letter, at=SEALED_AT)).content.decode()

    assert "Dit document is echt" in page


def test_the_code_on_the_paper_opens_what_may_be_known(strict: Client, paper: Paper) -> None:
    response = strict.get(f"/controleer/{paper.code}/")

    page = response.content.decode()
    assert response.status_code == 200
    assert "Deze code is van ons" in page
    assert "Uittreksel uit de Basisregistratie Personen" in page
    assert "25 november 2026" in page


def test_a_code_can_be_typed_as_it_is_printed(strict: Client, paper: Paper) -> None:
    code = paper.code.lower()
    typed = f" {code[:4]}-{code[4:8]} {code[8:12]}-{code[12:]}"

    response = strict.get("/controleren/", {"code": typed}, follow=True)

    assert "Deze code is van ons" in response.content.decode()


@pytest.mark.parametrize("code", ["AAAA-BBBB-CCCC-DDDD", "x", "0000000000000000"])
def test_an_unknown_code_is_a_clear_404(strict: Client, paper: Paper, code: str) -> None:
    response = strict.get(f"/controleer/{code}/")

    assert response.status_code == 404
    assert "Wij kennen deze code niet" in response.content.decode()


def test_a_code_that_was_reserved_for_a_document_that_never_came_is_unknown(
    strict: Client, db: None
) -> None:
    code = operations.reserve_code(document_id=DOCUMENT, kind="uittreksel", at=SEALED_AT)

    assert strict.get(f"/controleer/{code}/").status_code == 404


def test_who_tries_codes_has_to_wait(strict: Client, db: None) -> None:
    statuses = [strict.get(f"/controleer/CODE{number}/").status_code for number in range(31)]

    assert statuses == [404] * 30 + [429]


def test_who_checks_many_files_has_to_wait_and_is_told_how_long(strict: Client, db: None) -> None:
    for _ in range(10):
        upload(strict, b"no pdf")

    response = upload(strict, b"no pdf")

    assert response.status_code == 429
    assert 1 <= int(response.headers["Retry-After"]) <= 7
    assert "Wacht een minuut" in response.content.decode()


def test_the_verdict_can_be_read_in_english(strict: Client, paper: Paper) -> None:
    strict.cookies["django_language"] = "en"

    assert "This document is genuine" in upload(strict, paper.content).content.decode()
