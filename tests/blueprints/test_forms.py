import pytest

from tests.blueprints.shipped import EXTRACT
from tests.blueprints.small import small
from zaakspoor.process.blueprints import forms
from zaakspoor.process.blueprints.form_definition import Field, FieldKind, Option, Text
from zaakspoor.process.blueprints.forms import BadAnswer, UnknownField, clean
from zaakspoor.process.blueprints.loading import load

FORM = load(EXTRACT).form
GOOD = {
    "voor_wie": "mijzelf",
    "soort": "adres",
    "taal": "nl",
    "ontvangst": "digitaal",
    "email": "noor@example.nl",
}


def field(kind: FieldKind, *, max_length: int = 200) -> Field:
    options = (Option("ja", Text("Ja", "Yes")), Option("nee", Text("Nee", "No")))
    return Field(
        "vraag",
        kind,
        Text("Vraag", "Question"),
        "alleen_pdf",
        options=options if kind == "keuze" else (),
        max_length=max_length,
    )


@pytest.mark.parametrize(
    ("kind", "raw", "kept"),
    [
        ("tekst", "  Noor  ", "Noor"),
        ("tekst", "Łukasz Şahin-Öztürk", "Łukasz Şahin-Öztürk"),
        ("tekst", "Zoe\u0308", "Zoë"),
        ("lange_tekst", "een\r\ntwee", "een\ntwee"),
        ("email", "Noor@Example.NL", "Noor@example.nl"),
        ("email", "noor+gemeente@post.example.co.uk", "noor+gemeente@post.example.co.uk"),
        ("email", "zoë@gemeente.example", "zoë@gemeente.example"),
        ("telefoon", "06 - 12 34 56 78", "0612345678"),
        ("telefoon", "0031 6 12345678", "+31612345678"),
        ("telefoon", "+31 (0)6 12345678", "+31612345678"),
        ("telefoon", "+32 470 12.34.56", "+32470123456"),
        ("telefoon", "14 0344", "140344"),
        ("datum", "31-12-1990", "1990-12-31"),
        ("datum", "1/2/2026", "2026-02-01"),
        ("datum", "2026-2-1", "2026-02-01"),
        ("bsn", "9999.90.019", "999990019"),
        ("keuze", "ja", "ja"),
        ("verklaring", "on", "ja"),
        ("tekst", "   ", ""),
    ],
)
def test_an_answer_is_kept_in_one_notation(kind: FieldKind, raw: str, kept: str) -> None:
    assert clean(field(kind), raw) == kept
    assert clean(field(kind), kept) == kept


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("keuze", "misschien"),
        ("keuze", "JA"),
        ("email", "noor"),
        ("email", "noor@example"),
        ("email", "noor@@example.nl"),
        ("email", "noor@example..nl"),
        ("email", "noor@example.nl\nBcc: x@example.nl"),
        ("email", "Noor <noor@example.nl>"),
        ("email", "a" * 65 + "@example.nl"),
        ("telefoon", "54321"),
        ("telefoon", "07 765432"),
        ("telefoon", "bel mij"),
        ("telefoon", "٠٦١٢٣٤٥٦٧٨"),
        ("datum", "30-02-2026"),
        ("datum", "morgen"),
        ("datum", "12-31-1990"),
        ("bsn", "99999001"),
        ("bsn", "999990018"),
        ("bsn", "000000000"),
        ("bsn", "٩٩٩٩٩٠٠١٩"),
        ("verklaring", "nee"),
        ("bestand", "paspoort.pdf"),
        ("tekst", "een\ntwee"),
        ("tekst", "nul\x00byte"),
        ("tekst", "\u202etxet"),
        ("tekst", "half \ud800 teken"),
        ("tekst", "a" * 201),
    ],
)
def test_what_is_no_answer_is_refused_in_both_languages(kind: FieldKind, raw: str) -> None:
    with pytest.raises(BadAnswer) as bad:
        clean(field(kind), raw)

    assert bad.value.text.nl and bad.value.text.en
    assert raw not in str(bad.value)


def test_a_bsn_of_the_wrong_length_gets_the_help_that_fits() -> None:
    with pytest.raises(BadAnswer) as bad:
        clean(field("bsn"), "12345678")

    assert bad.value.text.nl == ("Dit nummer klopt niet. Een burgerservicenummer heeft 9 cijfers.")


def test_a_form_that_is_right_has_no_errors() -> None:
    assert forms.check_all(FORM, GOOD, {}) == {}


def test_open_questions_are_asked_for_in_their_own_words() -> None:
    errors = forms.check_all(FORM, {}, {})

    assert list(errors) == ["voor_wie", "soort", "taal", "ontvangst", "email"]
    assert errors["email"].nl == "Vul uw e-mailadres in."
    assert errors["email"].en == "Fill in your e-mail address."
    assert errors["voor_wie"].nl == "Kies een van de mogelijkheden."


def test_a_page_shows_its_own_errors_only() -> None:
    assert set(forms.check_step(FORM, "ontvangen", {}, {})) == {"ontvangst", "email"}


def test_a_question_that_depends_on_an_answer_comes_and_goes() -> None:
    assert "bsn_ander" not in [f.key for f in forms.visible_fields(FORM, GOOD)]
    for_another = {**GOOD, "voor_wie": "ander"}

    assert "bsn_ander" in [f.key for f in forms.visible_fields(FORM, for_another)]
    assert set(forms.check_all(FORM, for_another, {})) == {"bsn_ander"}


def test_an_answer_to_a_question_that_disappeared_does_not_count() -> None:
    answers = {**GOOD, "bsn_ander": "999990019"}

    assert "bsn_ander" not in forms.visible_answers(FORM, answers)
    assert forms.check_all(FORM, {**GOOD, "bsn_ander": "onzin"}, {}) == {}


def test_open_answers_are_left_out() -> None:
    assert list(forms.visible_answers(FORM, {**GOOD, "telefoon": ""})) == list(GOOD)


def test_what_is_typed_is_kept_clean_where_it_is_right_and_as_typed_where_it_is_not() -> None:
    kept = forms.clean_step(FORM, "ontvangen", {"email": " Noor@EXAMPLE.nl ", "telefoon": "bel"})

    assert kept == {"email": "Noor@example.nl", "telefoon": "bel"}


def test_what_is_kept_never_breaks_a_database_and_stays_wrong() -> None:
    kept = forms.clean_step(FORM, "ontvangen", {"email": "a\x00\ud800@example.nl"})

    assert kept["email"] == "a\ufffd\ufffd@example.nl"
    assert "email" in forms.check_step(FORM, "ontvangen", kept, {})


@pytest.mark.parametrize(
    ("step", "raw"),
    [
        ("ontvangen", {"beheerder": "ja"}),
        ("ontvangen", {"voor_wie": "mijzelf"}),
        ("uittreksel", {"machtiging": "paspoort.pdf"}),
        ("betalen", {}),
    ],
)
def test_a_forged_question_is_refused(step: str, raw: dict[str, str]) -> None:
    with pytest.raises(UnknownField):
        forms.clean_step(FORM, step, raw)


def test_a_forged_option_is_an_error() -> None:
    assert set(forms.check_all(FORM, {**GOOD, "soort": "alles"}, {})) == {"soort"}


def test_files_are_counted() -> None:
    for_another = {**GOOD, "voor_wie": "ander", "bsn_ander": "999990019"}

    assert forms.check_all(FORM, for_another, {"machtiging": 2}) == {}
    errors = forms.check_all(FORM, for_another, {"machtiging": 3})
    assert errors["machtiging"].nl == "Voeg hooguit 2 bestanden toe."


def test_answers_are_shown_as_people_say_them() -> None:
    assert forms.shown(FORM.fields["taal"], "meertalig", "nl") == "Nederlands en Engels"
    assert forms.shown(FORM.fields["taal"], "meertalig", "en") == "Dutch and English"
    assert forms.shown(field("datum"), "2026-02-01", "nl") == "1 februari 2026"
    assert forms.shown(field("datum"), "2026-02-01", "en") == "1 February 2026"
    assert forms.shown(field("datum"), "straks", "nl") == "straks"
    assert forms.shown(field("verklaring"), "ja", "en") == "Yes"
    assert forms.shown(field("tekst"), "x", "nl") == "x"


def test_the_form_is_told_to_programs_as_a_schema() -> None:
    schema = forms.json_schema(small().form)

    assert schema["additionalProperties"] is False
    assert schema["required"] == ["wijk", "dag", "email"]
    assert schema["properties"]["wijk"]["enum"] == ["noord", "zuid"]
    assert schema["properties"]["dag"]["format"] == "date"
    assert "plattegrond" not in schema["properties"]
    (rule,) = schema["allOf"]
    assert rule["if"]["properties"] == {"wijk": {"const": "zuid"}}
    assert rule["then"] == {"required": ["reden_zuid"]}
