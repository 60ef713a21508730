"""Papers as PDF: what they say, in which signs, and that they are the same each time."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from tests.papers.builders import AT, URL, extract_of, make_person, sealed_extract
from zaakspoor.process.papers.letter import make_letter
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.receipt import make_receipt
from zaakspoor.process.papers.typesetting import Unprintable, printable

SECTIONS = [("Welk uittreksel?", [("Voor wie?", "Voor mijzelf"), ("Telefoon", "")])]


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def receipt_of(answer: str = "Voor mijzelf") -> bytes:
    return make_receipt(
        title="Uittreksel uit de BRP",
        number="Z-2026-000001",
        received_at=AT,
        sections=[("Vragen", [("Voor wie?", answer), ("Telefoon", "")])],
        declaration="Ik heb de vragen naar waarheid ingevuld.",
    )


def letter_of(text: str = "Tekst") -> bytes:
    return make_letter(title="Een brief", paragraphs=["Beste lezer,", text], number="Z-1", at=AT)


def test_an_extract_says_what_the_registry_says() -> None:
    text = text_of(extract_of())

    for part in (
        "Uittreksel uit de Basisregistratie Personen",
        "van 't Şahin-Öztürk",
        "Łukasz Ğabriël",
        "3 maart 1990",
        "İzmir",
        "Žižkastraße 7-II",
        "9999 AJ Voorbeeldstad",
        "Nederlandse, Turkse",
        "25 november 2026 om 00.30 uur",
        "Z-2026-000001",
        URL,
    ):
        assert part in text


@pytest.mark.parametrize(
    ("kind", "shown", "hidden"),
    [
        ("adres", "Ingeschreven sinds", "Nationaliteit"),
        ("nationaliteit", "Nationaliteit", "in leven"),
        ("in_leven", "is deze persoon op 25 november 2026 in leven", "Ingeschreven sinds"),
    ],
)
def test_an_extract_shows_only_what_was_asked(kind: str, shown: str, hidden: str) -> None:
    text = text_of(extract_of(kind=kind))

    assert shown in text
    assert hidden not in text


def test_an_extract_abroad_is_in_english_and_two_languages_stand_beside_each_other() -> None:
    english = text_of(extract_of(language="en"))
    both = text_of(extract_of(language="meertalig"))

    assert "Date of birth" in english and "3 March 1990" in english and "Dutch" in english
    assert "Geboortedatum" not in english
    assert "Geboortedatum / Date of birth" in both and "3 maart 1990 / 3 March 1990" in both


def test_an_incomplete_date_is_shown_as_far_as_it_is_known() -> None:
    assert "1972" in text_of(extract_of(make_person(geboortedatum=PartialDate(1972))))


@pytest.mark.parametrize(
    "name", ['#import "x"', "*vet* _schuin_", "$x^2$ @ref <a>", "\\u{41}", "// weg", "[a](b)"]
)
def test_a_name_with_signs_that_mean_something_to_typst_prints_as_it_is(name: str) -> None:
    assert name in text_of(extract_of(make_person(voornamen=name)))


@pytest.mark.parametrize("sign", ["中", "😀", "\ue000", "\u202e", "\x07", "\u200f"])
def test_a_sign_that_cannot_be_printed_is_refused_without_telling_the_name(sign: str) -> None:
    with pytest.raises(Unprintable) as refusal:
        extract_of(make_person(voornamen=f"Geheime{sign}Naam"))

    assert "Geheime" not in str(refusal.value)
    assert refusal.value.__cause__ is None


@pytest.mark.parametrize("name", ["Жанна", "Ωμέγα", "Nguyễn", "Čapek Đặng", "Æþelstan Œuvre"])
def test_names_of_europe_print_with_the_right_letters(name: str) -> None:
    assert name in text_of(extract_of(make_person(voornamen=name)))


def test_a_receipt_prints_whatever_somebody_typed() -> None:
    text = text_of(receipt_of("Hoera 😀 voor 中文\nen \u202eomgekeerd\x00"))

    assert "Hoera [U+1F600] voor [U+4E2D][U+6587]" in text
    assert "en [U+202E]omgekeerd[U+0000]" in text
    assert "niet ingevuld" in text
    assert "25 november 2026 om 00.30 uur" in text
    assert "Ik heb de vragen naar waarheid ingevuld." in text


def test_text_that_can_be_printed_stays_as_it_is() -> None:
    assert printable("Łukasz & Zoë #1\nЖ") == "Łukasz & Zoë #1\nЖ"


def test_a_long_receipt_goes_on_on_the_next_page() -> None:
    pdf = receipt_of("regel\n" * 200)

    assert len(PdfReader(BytesIO(pdf)).pages) > 2
    assert "Pagina 2 / " in text_of(pdf)


def test_a_letter_prints_its_paragraphs() -> None:
    text = text_of(letter_of("Wij kunnen u geen uittreksel geven."))

    assert "Een brief" in text
    assert "Wij kunnen u geen uittreksel geven." in text
    assert "Met vriendelijke groet" in text


@pytest.mark.parametrize("make", [extract_of, receipt_of, letter_of])
def test_the_same_data_gives_the_same_bytes(make: object) -> None:
    assert callable(make)
    assert make() == make()


@pytest.mark.parametrize("make", [extract_of, receipt_of, letter_of, sealed_extract])
def test_every_paper_is_tagged_and_archivable(make: object) -> None:
    assert callable(make)
    with pikepdf.open(BytesIO(make())) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        metadata = pdf.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["dc:title"]
