"""The simulated registry keeps to the standard, and its cast to the demo."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest

from simulators.brp import create_app
from simulators.brp.answers import answer_of
from simulators.brp.fields import exists, tree_of
from simulators.people import OTHERS, PEOPLE, person_with
from tests.connections.registry import Registry, running_registry
from zaakspoor.connections.brp.reading import FIELDS
from zaakspoor.core.identities import is_valid_bsn

TODAY = date(2026, 11, 24)
BSN = person_with("nieuw").bsn
QUESTION: dict[str, Any] = {
    "type": "RaadpleegMetBurgerservicenummer",
    "burgerservicenummer": [BSN],
    "fields": ["naam.voornamen"],
}


@pytest.fixture(scope="module")
def registry() -> Iterator[Registry]:
    with running_registry() as running:
        yield running


def post(registry: Registry, question: Any, **headers: str) -> httpx.Response:
    return httpx.post(
        f"{registry.url}/haalcentraal/api/brp/personen",
        json=question,
        headers={"X-API-KEY": "demo"} | headers,
    )


def test_only_what_was_asked_is_answered(registry: Registry) -> None:
    answer = post(registry, QUESTION)

    assert answer.status_code == 200
    assert answer.json() == {
        "type": "RaadpleegMetBurgerservicenummer",
        "personen": [{"naam": {"voornamen": "Noor Anna"}}],
    }


@pytest.mark.parametrize(
    ("change", "name", "code"),
    [
        ({"type": None}, "type", "required"),
        ({"type": "ZoekMetSterrenbeeld"}, "type", "value"),
        ({"fields": None}, "fields", "required"),
        ({"fields": []}, "fields", "minItems"),
        ({"fields": "naam"}, "fields", "array"),
        ({"fields": ["naam"] * 131}, "fields", "maxItems"),
        ({"fields": ["naam", "schoenmaat"]}, "fields[1]", "fields"),
        ({"fields": ["naam.inOnderzoek"]}, "fields[0]", "fields"),
        ({"fields": ["opschortingBijhouding"]}, "fields[0]", "fields"),
        ({"fields": ["naam;"]}, "fields[0]", "pattern"),
        ({"burgerservicenummer": None}, "burgerservicenummer", "required"),
        ({"burgerservicenummer": BSN}, "burgerservicenummer", "array"),
        ({"burgerservicenummer": ["12345678"]}, "burgerservicenummer[0]", "pattern"),
        ({"burgerservicenummer": [BSN] * 21}, "burgerservicenummer", "maxItems"),
        ({"gemeenteVanInschrijving": "12"}, "gemeenteVanInschrijving", "pattern"),
        ({"inclusiefOverledenPersonen": True}, "inclusiefOverledenPersonen", "unknownParam"),
    ],
)
def test_a_question_outside_the_standard_is_a_400_that_names_the_mistake(
    registry: Registry, change: dict[str, Any], name: str, code: str
) -> None:
    question = {key: value for key, value in (QUESTION | change).items() if value is not None}

    answer = post(registry, question)

    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["code"]) == (400, "paramsValidation")
    assert [(each["name"], each["code"]) for each in body["invalidParams"]] == [(name, code)]


def test_all_mistakes_are_told_at_once(registry: Registry) -> None:
    answer = post(registry, {"type": QUESTION["type"], "kleur": "rood"})

    assert len(answer.json()["invalidParams"]) == 3


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-API-KEY": "fout"}, 401),
        ({"Content-Type": "text/plain"}, 415),
        ({"Accept": "image/png"}, 406),
    ],
)
def test_wrong_headers_are_refused(
    registry: Registry, headers: dict[str, str], status: int
) -> None:
    answer = post(registry, QUESTION, **headers)

    assert answer.status_code == status
    assert answer.json()["status"] == status


def test_a_search_that_this_municipality_may_not_do_is_a_403(registry: Registry) -> None:
    question = {"type": "ZoekMetPostcodeEnHuisnummer", "fields": ["naam"]}

    assert post(registry, question).status_code == 403


def test_a_body_that_is_no_json_object_is_a_400(registry: Registry) -> None:
    assert post(registry, [1, 2]).status_code == 400


def test_a_person_of_another_municipality_is_not_answered_when_one_is_asked(
    registry: Registry,
) -> None:
    elsewhere = post(registry, QUESTION | {"gemeenteVanInschrijving": "0518"})
    here = post(registry, QUESTION | {"gemeenteVanInschrijving": "9999"})

    assert elsewhere.json()["personen"] == []
    assert len(here.json()["personen"]) == 1


def test_what_comes_along_by_itself_comes_along() -> None:
    secret = answer_of(person_with("geheim"), ["leeftijd"], TODAY)
    dead = answer_of(person_with("overleden"), ["naam.voornamen"], TODAY)

    assert secret == {"leeftijd": 66, "geheimhoudingPersoonsgegevens": True}
    assert dead["opschortingBijhouding"]["reden"]["code"] == "O"


def test_a_doubt_comes_along_with_what_it_is_about_and_only_then() -> None:
    person = person_with("onderzoek")

    asked = answer_of(person, ["verblijfplaats.datumVan"], TODAY)["verblijfplaats"]
    other = answer_of(person, ["naam.voornamen"], TODAY)

    assert asked["type"] == "Adres"
    assert asked["inOnderzoek"]["datumVan"] is True
    assert "datumIngangOnderzoek" in asked["inOnderzoek"]
    assert "inOnderzoek" not in str(other)


def test_a_part_of_a_date_or_table_value_gives_the_whole() -> None:
    asked = ["geboorte.datum.jaar", "geboorte.land.code"]

    assert tree_of(asked) == {"geboorte": {"datum": {}, "land": {}}}
    assert tree_of(["naam.voornamen", "naam"]) == {"naam": {}}
    assert tree_of(["naam", "naam.voornamen"]) == {"naam": {}}


def test_everything_that_we_ask_for_exists_in_the_standard() -> None:
    assert [path for path in FIELDS if not exists(path)] == []


@pytest.mark.parametrize("today", [date(2026, 2, 13), date(2026, 2, 14), date(2031, 12, 31)])
def test_the_minor_stays_fifteen(today: date) -> None:
    assert answer_of(person_with("minderjarig"), ["leeftijd"], today)["leeftijd"] == 15


def test_every_bsn_of_the_cast_is_a_valid_test_number_of_one_person() -> None:
    everyone = (*PEOPLE, *OTHERS)

    assert all(is_valid_bsn(person.bsn) and person.bsn.startswith("99999") for person in everyone)
    assert len({person.bsn for person in everyone}) == len(everyone)
    assert len({person.key for person in everyone}) == len(everyone)
    assert all(person.email.endswith("@inwoner.example") for person in everyone)


def test_the_page_of_the_simulator_turns_its_switches(registry: Registry) -> None:
    registry.switch("down")
    assert post(registry, QUESTION).status_code == 503
    assert 'value="down" checked' in httpx.get(f"{registry.url}/simulator/").text

    wrong = httpx.post(f"{registry.url}/simulator/", data={"mode": "kapot"})
    assert wrong.status_code == 400
    registry.switch("normal")
    assert post(registry, QUESTION).status_code == 200


def test_the_registry_does_not_start_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENVIRONMENT", "production")

    with pytest.raises(SystemExit):
        create_app()
