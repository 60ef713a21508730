from datetime import date
from pathlib import Path

import pytest

from zaakspoor.interfaces.workbench.facts import FactField, facts_of, questions
from zaakspoor.process.blueprints import loading

BLUEPRINT = loading.load(Path("blueprints/uittreksel.yaml"))
TODAY = date(2026, 11, 24)


def ask(*names: str, known: dict[str, str] | None = None, **typed: str) -> list[FactField]:
    return questions(BLUEPRINT, names, known=known or {}, typed=typed, today=TODAY)


def test_an_opened_page_has_nothing_wrong_yet() -> None:
    fields = questions(BLUEPRINT, ["vraagtekst", "reactiedatum"], known={}, typed=None, today=TODAY)

    assert [(field.kind, field.error) for field in fields] == [("long_text", ""), ("date", "")]


def test_what_was_typed_becomes_the_facts_of_the_action() -> None:
    fields = ask(
        "vraagtekst",
        "reactiedatum",
        vraagtekst=" Neem uw paspoort mee. ",
        reactiedatum="2026-12-01",
    )

    assert [field.error for field in fields] == ["", ""]
    assert facts_of(fields) == {
        "vraagtekst": "Neem uw paspoort mee.",
        "reactiedatum": "2026-12-01",
    }


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "Vul dit in."),
        ("1 december", "Kies een datum"),
        ("2026-02-30", "Kies een datum"),
        ("2026-11-24", "Kies een dag na vandaag."),
        ("2027-11-25", "Kies een dag binnen een jaar."),
    ],
)
def test_a_date_that_cannot_be_met_is_refused_with_what_to_do(typed: str, error: str) -> None:
    (field,) = ask("reactiedatum", reactiedatum=typed)

    assert error in field.error


def test_a_text_that_is_too_long_is_refused() -> None:
    (field,) = ask("uitleg", uitleg="x" * 1001)

    assert field.error == "Maak de tekst korter dan 1000 tekens."


def test_a_document_that_is_not_there_yet_keeps_the_action_from_being_done() -> None:
    (field,) = ask("uittreksel", uittreksel="forged")

    assert (field.kind, field.value, field.error) == (
        "document",
        "",
        "Dit document is er nog niet.",
    )


def test_a_document_and_a_letter_are_no_facts_that_can_be_typed() -> None:
    fields = ask("uittreksel", "brief", known={"uittreksel": "an id"}, brief="Geachte heer,")

    assert [field.error for field in fields] == ["", ""]
    assert facts_of(fields) == {}


def test_a_reason_is_chosen_from_the_reasons_of_the_blueprint() -> None:
    (field,) = ask("reden", reden="overleden")
    (forged,) = ask("reden", reden="zomaar")

    assert ("overleden", BLUEPRINT.reasons["overleden"].nl) in field.options
    assert (field.error, forged.error) == ("", "Kies een reden uit de lijst.")
