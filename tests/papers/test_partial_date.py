"""Dates of which a part is unknown."""

from datetime import date

import pytest

from tests.papers.builders import make_person
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import PersonIncomplete, person_from_fields

TYPED = {
    "full_name": "Noor Nieuwelink",
    "geslachtsnaam": "Nieuwelink",
    "geboortedatum": "1994-05-17",
    "geboorteplaats": "Voorbeeldstad",
    "address_lines": "Voorbeeldlaan 12\r\n 9999 AB Voorbeeldstad\n",
    "nationaliteiten": "Nederlandse, Turkse",
}


@pytest.mark.parametrize(
    ("typed", "dutch", "english"),
    [
        ("1985-03-14", "14 maart 1985", "14 March 1985"),
        ("1985-03", "maart 1985", "March 1985"),
        (" 1985 ", "1985", "1985"),
        ("Onbekend", "onbekend", "unknown"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(typed: str, dutch: str, english: str) -> None:
    assert PartialDate.parse(typed).text("nl") == dutch
    assert PartialDate.parse(typed).text("en") == english


@pytest.mark.parametrize("typed", ["", "14-03-1985", "1985-13", "1985-02-30", "1985-3-1", "0000"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(typed)


@pytest.mark.parametrize(("year", "month", "day"), [(None, 3, None), (1985, None, 3)])
def test_only_the_end_of_a_date_can_be_unknown(
    year: int | None, month: int | None, day: int | None
) -> None:
    with pytest.raises(ValueError):
        PartialDate(year, month, day)


@pytest.mark.parametrize(
    ("born", "today", "age"),
    [
        ("2010-11-25", date(2026, 11, 24), 15),
        ("2010-11-24", date(2026, 11, 24), 16),
        ("2008-02-29", date(2024, 2, 28), 15),
        ("2010-11", date(2026, 11, 24), 15),
        ("2010-10", date(2026, 11, 24), 16),
        ("2010", date(2026, 12, 30), 15),
        ("2010", date(2026, 12, 31), 16),
    ],
)
def test_an_age_is_the_youngest_that_is_possible(born: str, today: date, age: int) -> None:
    assert PartialDate.parse(born).age_on(today) == age


def test_an_unknown_age_is_never_past_a_rule_about_age() -> None:
    nobody_knows = make_person(geboortedatum=PartialDate())

    assert nobody_knows.age_on(date(2026, 11, 24)) == 0
    assert make_person(geboortedatum=PartialDate(), leeftijd=40).age_on(date(2026, 11, 24)) == 40


def test_a_person_is_read_from_what_a_colleague_typed() -> None:
    person = person_from_fields(TYPED)

    assert person.address_lines == ("Voorbeeldlaan 12", "9999 AB Voorbeeldstad")
    assert person.nationaliteiten == ("Nederlandse", "Turkse")
    assert person.geboortedatum_text == "17 mei 1994"
    assert person.datum_inschrijving is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"full_name": " "}, "Vul nog in: volledige naam."),
        ({"address_lines": "", "geboorteplaats": ""}, "Vul nog in: geboorteplaats, adres."),
        ({"geboortedatum": "17 mei"}, "Schrijf de geboortedatum als 1985-03-14"),
        ({"datum_inschrijving": "ooit"}, "Schrijf de datum van inschrijving als"),
    ],
)
def test_what_is_missing_is_told_by_name(change: dict[str, str], told: str) -> None:
    with pytest.raises(PersonIncomplete, match=told):
        person_from_fields(TYPED | change)
