"""The seal as other software sees it, and the key it is made with."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pytest_django.fixtures import Settings

from tests.papers.builders import AT, extract_of, sealed_extract
from tests.papers.conftest import use_key as use
from zaakspoor.process.papers.seal_key import DEMO_NAME, SealUnusable, configured_key, load_key
from zaakspoor.process.papers.sealing import check_seal, seal


def test_other_software_finds_the_seal_valid_and_over_the_whole_file() -> None:
    signature = PdfFileReader(BytesIO(sealed_extract())).embedded_signatures[0]
    context = ValidationContext(trust_roots=[signature.signer_cert], moment=AT)

    status = validate_pdf_signature(signature, context)

    assert status.bottom_line
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert status.docmdp_ok
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.docmdp_level.name == "NO_CHANGES"
    assert signature.self_reported_timestamp == AT


def test_the_seal_is_not_on_the_page_and_keeps_the_paper_accessible() -> None:
    with pikepdf.open(BytesIO(sealed_extract())) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        page = pdf.pages[0]
        # PDF/UA: a field has a name for people; it is off the page; tabs follow the structure.
        assert str(field.TU) == "Digitaal zegel van de gemeente"
        assert all(float(edge) < 0 for edge in field.Rect)
        assert page.Tabs == "/S"
        # PDF/A: it can be printed and is not hidden.
        assert int(field.F) & 4 and not int(field.F) & 2


def test_sealing_leaves_the_metadata_of_the_paper_alone() -> None:
    with (
        pikepdf.open(BytesIO(extract_of())) as before,
        pikepdf.open(BytesIO(sealed_extract())) as after,
    ):
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert after.docinfo["/ModDate"] == before.docinfo["/ModDate"]


def test_the_demo_makes_one_key_and_keeps_it(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    load_key.cache_clear()

    first = configured_key()
    load_key.cache_clear()
    second = configured_key()
    load_key.cache_clear()

    assert first.is_demo
    assert first.certificate == second.certificate
    assert [path.name for path in tmp_path.iterdir()] == ["demo-seal.p12"]
    assert (tmp_path / "demo-seal.p12").stat().st_mode & 0o777 == 0o600


def test_a_key_of_the_municipality_seals(settings: Settings, rsa_keystore: Path) -> None:
    use(settings, rsa_keystore)

    signature = PdfFileReader(BytesIO(seal(extract_of(), at=AT))).embedded_signatures[0]

    context = ValidationContext(trust_roots=[signature.signer_cert], moment=AT)
    assert validate_pdf_signature(signature, context, key_usage_settings=None).intact
    assert signature.signer_cert.subject.native["common_name"] == "Gemeente Testdorp"
    assert check_seal(AT) == []


def test_production_has_no_seal_without_a_key(settings: Settings) -> None:
    settings.PRODUCTION = True

    assert "niet bruikbaar" in check_seal()[0]
    with pytest.raises(SealUnusable):
        seal(extract_of(), at=AT)


def test_production_refuses_the_demo_key(settings: Settings) -> None:
    demo = configured_key()
    assert demo.certificate.subject.rfc4514_string() == f"CN={DEMO_NAME}"
    use(settings, Path(settings.DATA_DIR) / "demo-seal.p12", "demo")

    assert check_seal() == []
    settings.PRODUCTION = True
    assert "demosleutel" in check_seal()[0]
    with pytest.raises(SealUnusable):
        seal(extract_of(), at=AT)


@pytest.mark.parametrize("password", ["", "verkeerd"])
def test_a_key_that_cannot_be_opened_is_told_without_its_place(
    settings: Settings, rsa_keystore: Path, password: str
) -> None:
    use(settings, rsa_keystore, password)

    problem = check_seal()[0]

    assert "zegel.p12" in problem
    assert str(rsa_keystore.parent) not in problem


def test_a_certificate_that_has_ended_is_told(settings: Settings, rsa_keystore: Path) -> None:
    use(settings, rsa_keystore)

    assert "niet geldig" in check_seal(datetime(2027, 1, 1, tzinfo=UTC))[0]
