"""Telling our own unchanged papers from all other files."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.x509 import Certificate
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from tests.papers.builders import AT, extract_of, sealed_extract
from tests.papers.conftest import use_key
from zaakspoor.process.papers import operations, queries
from zaakspoor.process.papers.codes import ALPHABET, new_code, read_code, spaced
from zaakspoor.process.papers.models import IssuedDocument, SealCertificate
from zaakspoor.process.papers.operations import AlreadyIssued
from zaakspoor.process.papers.queries import own_certificates
from zaakspoor.process.papers.seal_key import DEMO_NAME, load_key
from zaakspoor.process.papers.seal_reading import find_seals, holds
from zaakspoor.process.papers.sealing import seal
from zaakspoor.process.papers.verification import LARGEST_BYTES, Verdict, verify

DOCUMENT = UUID("6f0d5a5e-0000-4000-8000-000000000001")
OTHER = UUID("6f0d5a5e-0000-4000-8000-000000000002")
LATER = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def issue(document: UUID = DOCUMENT, content: bytes | None = None) -> str:
    code = operations.reserve_code(document_id=document, kind="uittreksel", at=AT)
    digest = sha256(content or sealed_extract()).hexdigest()
    operations.mark_issued(document_id=document, sha256=digest, at=AT)
    return code


def other_key(settings: Settings, folder: Path) -> None:
    """Go on with another demo key, as after the old one was replaced."""
    settings.DATA_DIR = folder
    load_key.cache_clear()


def test_an_issued_paper_is_known_with_its_code_and_moment() -> None:
    code = issue()

    assert verify(sealed_extract()) == Verdict("sealed", AT, DEMO_NAME, code)


def test_a_sealed_paper_without_a_code_is_ours() -> None:
    assert verify(sealed_extract()) == Verdict("sealed", AT, DEMO_NAME, "")


def test_no_single_changed_byte_leaves_a_paper_sealed() -> None:
    pdf = sealed_extract()
    certificate = own_certificates()[0]
    found = find_seals(pdf)[0]
    # All of the seal and what is around it, and every 37th byte of the rest.
    around = range(found.length - 600, len(pdf))
    places = {*around, *range(0, found.length, 37)}

    kept = [place for place in sorted(places) if still_holds(pdf, place, certificate)]

    assert kept == []


def still_holds(pdf: bytes, place: int, certificate: Certificate) -> bool:
    changed = bytearray(pdf)
    changed[place] ^= 0x01
    return any(holds(each, bytes(changed), certificate) for each in find_seals(bytes(changed)))


@pytest.mark.parametrize("place", [0, 3, 100, 20_000, -1, -10, -300, -800, -2000, -5500])
@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80])
def test_a_changed_byte_is_told_as_changed(place: int, flip: int) -> None:
    changed = bytearray(sealed_extract())
    changed[place] ^= flip

    assert verify(bytes(changed)).state == "changed"


@pytest.mark.parametrize("added", [b"\n", b"%%EOF\n", b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n"])
def test_bytes_after_or_before_the_paper_are_a_change(added: bytes) -> None:
    assert verify(sealed_extract() + added).state == "changed"
    assert verify(added + sealed_extract()).state == "changed"


def test_a_paper_that_is_cut_off_is_changed() -> None:
    assert verify(sealed_extract()[:-200]).state == "changed"


def test_our_seal_moved_to_another_paper_is_a_change() -> None:
    mine, other = sealed_extract(), seal(extract_of(number="Z-2026-000002"), at=AT)
    ours, theirs = find_seals(mine)[0], find_seals(other)[0]
    moved = other[: theirs.length] + mine[ours.length : ours.resume] + other[theirs.resume :]

    assert len(moved) == len(other)
    assert verify(moved).state == "changed"


def test_a_range_that_leaves_something_out_is_no_seal() -> None:
    pdf = sealed_extract()
    found = find_seals(pdf)[0]
    old = f"/ByteRange [0 {found.length}".encode()
    wider = f"/ByteRange [0 {found.length - 9}".encode()

    assert verify(pdf.replace(old, wider)).state == "changed"


def test_a_paper_without_a_seal_is_unsealed() -> None:
    assert verify(extract_of()).state == "unsealed"


def test_a_paper_that_was_sealed_by_another_is_foreign(settings: Settings, tmp_path: Path) -> None:
    home = settings.DATA_DIR
    other_key(settings, tmp_path)
    theirs = seal(extract_of(), at=AT)
    other_key(settings, home)

    # The same name in the certificate does not make it ours.
    assert verify(theirs).state == "foreign"


def test_a_paper_of_an_earlier_key_stays_ours(settings: Settings, tmp_path: Path) -> None:
    home = settings.DATA_DIR
    issue()
    other_key(settings, tmp_path)
    try:
        assert len(own_certificates()) == 2
        assert verify(sealed_extract()).state == "sealed"
    finally:
        other_key(settings, home)


def test_a_paper_that_was_sealed_with_an_rsa_key_is_ours_too(
    settings: Settings, rsa_keystore: Path
) -> None:
    use_key(settings, rsa_keystore)
    pdf = seal(extract_of(), at=AT)

    assert verify(pdf) == Verdict("sealed", AT, "Gemeente Testdorp", "")
    assert verify(pdf + b" ").state == "changed"


def test_production_trusts_no_demo_key(settings: Settings) -> None:
    issue()
    settings.PRODUCTION = True

    assert own_certificates() == []
    assert verify(sealed_extract()).state == "foreign"


@pytest.mark.parametrize(
    "content", [b"", b"%", b"hallo", b"PK\x03\x04" + b"0" * 999, b"\x00" * 5000 + b"%PDF-1.7"]
)
def test_what_is_no_pdf_is_unreadable(content: bytes) -> None:
    assert verify(content).state == "unreadable"


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    assert verify(b"%PDF-1.7" + bytes(LARGEST_BYTES)).state == "too-large"


def test_a_file_made_to_take_long_does_not() -> None:
    many = b"/ByteRange [0 1 2 3]" * 400_000
    spaces = b"/ByteRange [" + b" " * 5_000_000
    deep = b"%PDF /ByteRange [0 35 9000 0]".ljust(35) + b"<" + b"30800000" * 1000 + b">"

    for content in (many, spaces, deep, b"/ByteRange [0 9 999999999 1]"):
        assert verify(content).state in ("foreign", "unreadable", "unsealed")


@given(content=st.binary(max_size=300), place=st.integers(0, 40_000))
@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_that_is_put_into_a_paper_raises_or_passes(content: bytes, place: int) -> None:
    pdf = sealed_extract()
    changed = pdf[:place] + content + pdf[place + len(content) :]

    assert (verify(changed).state == "sealed") == (changed == pdf)


def test_a_document_keeps_its_code_and_two_documents_never_share_one() -> None:
    first = operations.reserve_code(document_id=DOCUMENT, kind="uittreksel", at=AT)
    again = operations.reserve_code(document_id=DOCUMENT, kind="uittreksel", at=LATER)

    assert first == again
    assert operations.reserve_code(document_id=OTHER, kind="uittreksel", at=AT) != first


def test_issuing_twice_changes_nothing_and_with_other_bytes_is_refused() -> None:
    issue()
    issue()

    with pytest.raises(AlreadyIssued):
        issue(content=b"anders")
    assert IssuedDocument.objects.get().sha256 == sha256(sealed_extract()).hexdigest()
    assert SealCertificate.objects.count() == 1


def test_a_code_tells_only_what_anybody_may_know(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    code = issue()

    with django_assert_num_queries(1):
        known = queries.issued(f" {spaced(code).lower()} ")

    assert known is not None
    # 23:30 UTC is the next day in the Netherlands.
    assert (known.kind, known.sealed_on.isoformat(), known.valid) == (
        "uittreksel",
        "2026-11-25",
        True,
    )


def test_a_withdrawn_paper_is_known_and_not_valid() -> None:
    code = issue()
    operations.withdraw(document_id=DOCUMENT, at=LATER)
    operations.withdraw(document_id=DOCUMENT, at=AT)

    known = queries.issued(code)
    assert known is not None and not known.valid
    assert IssuedDocument.objects.get().withdrawn_at == LATER


@pytest.mark.parametrize("code", ["", "abc", "2222222222222222", "2345ABCD6789EFGH" * 9])
def test_a_code_that_is_none_is_not_found(code: str) -> None:
    assert queries.issued(code) is None


def test_a_reserved_code_is_not_yet_known() -> None:
    code = operations.reserve_code(document_id=DOCUMENT, kind="uittreksel", at=AT)

    assert queries.issued(code) is None


def test_every_single_typing_error_in_a_code_is_found() -> None:
    code = new_code()
    wrong = [
        code[:place] + sign + code[place + 1 :]
        for place in range(16)
        for sign in ALPHABET
        if sign != code[place]
    ]
    swapped = [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(15)
        if code[place] != code[place + 1]
    ]

    assert read_code(code) == code
    assert [each for each in (*wrong, *swapped) if read_code(each)] == []
