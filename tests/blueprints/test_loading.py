from pathlib import Path

import pytest

from tests.blueprints.shipped import EXTRACT, SHIPPED
from tests.blueprints.small import SMALL, changed, small
from zaakspoor.process.blueprints.definition import Blueprint, Span
from zaakspoor.process.blueprints.findings import BlueprintInvalid, Finding
from zaakspoor.process.blueprints.form_definition import Condition, Text
from zaakspoor.process.blueprints.loading import MAX_CHARACTERS, load, parse, read


def faults(text: str) -> list[Finding]:
    with pytest.raises(BlueprintInvalid) as caught:
        parse(text)
    return caught.value.findings


def line_of(text: str) -> int:
    return SMALL[: SMALL.index(text)].count("\n") + 1


def test_a_file_becomes_frozen_objects() -> None:
    blueprint = small()

    assert isinstance(blueprint, Blueprint)
    assert blueprint.title == Text("Speelstraat aanvragen", "Apply for a play street")
    assert blueprint.form.fields["reden_zuid"].when == Condition("wijk", "=", "zuid")
    assert blueprint.form.fields["plattegrond"].max_bytes == 5 * 1024 * 1024
    assert blueprint.form.fields["reden_zuid"].max_length == 2000
    assert [rule.team for rule in blueprint.routing] == ["zuid", "noord"]
    assert blueprint.clocks["beslissen"].fatal == Span(8, "w")
    received = blueprint.statuses["ontvangen"]
    assert received.automatic and received.automatic.retry
    assert received.automatic.retry.waits == (Span(30, "s"), Span(10, "min"))
    assert received.automatic.steps[0].failures["onbereikbaar"] == "herprobeer"
    assert received.actions["te_laat"].after == Span(2, "u")
    assert blueprint.statuses["wacht"].actions["voorbij"].on_fact == "reactiedatum"
    assert blueprint.statuses["geregeld"].is_end


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_blueprint_loads(path: Path) -> None:
    assert load(path).key


def test_each_part_knows_its_line() -> None:
    lines = read(SMALL).lines

    assert lines.of("statussen", "wacht") == line_of("  wacht:\n")
    assert lines.of("statussen", "wacht", "acties", "antwoord") == line_of("      antwoord:")
    assert lines.of("formulier", "velden", "dag") == line_of("        - veld: dag")
    assert lines.of("statussen", "wacht", "no", "such", "part") == lines.of("statussen", "wacht")


def test_an_unknown_key_is_refused_with_the_nearest_known_one() -> None:
    (finding,) = faults(
        changed("    aan_zet: aanvrager\n", "    aan_zet: aanvrager\n    brecht: x\n")
    )

    assert finding.rule == "onbekende-sleutel"
    assert finding.line == line_of("    aan_zet: aanvrager") + 1
    assert "bedoelt u 'bericht'?" in finding.text


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = changed("versie: 1", "versie: een").replace("minuten: 3", "minuten: -3")

    assert [finding.rule for finding in faults(text)] == ["geen-getal", "geen-getal"]
    assert [finding.line for finding in faults(text)] == [
        line_of("versie: 1"),
        line_of("  minuten: 3"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("tarief: 0\n", "", "sleutel-ontbreekt"),
        ("tarief: 0\n", "tarief: 0\ntarief: 5\n", "dubbele-sleutel"),
        ("        - veld: dag\n", "        - veld: wijk\n", "dubbele-sleutel"),
        ("verplicht: nee", "verplicht: false", "onbekend-woord"),
        ("soort: datum", "soort: dag", "onbekend-woord"),
        ("inlogniveau: basis", "inlogniveau: laag", "onbekend-woord"),
        ("als: wijk=zuid\n", "als: wijk is zuid\n", "geen-voorwaarde"),
        ("als: wijk=zuid\n", "als: wijk<zuid\n", "geen-voorwaarde"),
        ("na: 2u", "na: straks", "geen-tijdvak"),
        ("na: 2u", "na: 0u", "geen-tijdvak"),
        ("uiterlijk: 8w", "uiterlijk: 5min", "geen-tijdvak"),
        ("na: [30s, 10min]", "na: [30s, 10wd]", "geen-tijdvak"),
        ("grootte: 5 MB", "grootte: vijf", "geen-grootte"),
        ("  wacht:\n", "  Wacht op u:\n", "ongeldige-naam"),
        ("blueprint: speelstraat", "blueprint: Speel Straat", "ongeldige-naam"),
        ("begin: ontvangen", "begin: [ontvangen]", "verkeerde-vorm"),
        ("begin: ontvangen", "begin:", "leeg"),
        ("  stappen:\n    - stap: straat", "  stappen:\n      stap: straat", "verkeerde-vorm"),
        ("          bewaar: document\n", "", "veld-zonder-bestemming"),
        (", daarna: collega}", "}", "automatisch-zonder-uitweg"),
    ],
)
def test_a_fault_in_the_shape_is_refused(old: str, new: str, rule: str) -> None:
    text = SMALL.replace(old, new, 1)

    assert text != SMALL
    assert rule in {finding.rule for finding in faults(text)}


def test_a_comma_in_a_bare_text_is_explained() -> None:
    (finding,) = faults(changed('{nl: "Lees de brief."', "{nl: Lees de brief, u moet"))

    assert finding.line == line_of('    tekst: {nl: "Lees de brief."')
    assert "aanhalingstekens" in finding.text


@pytest.mark.parametrize("broken", ["{nl: Wat? ja, en: [x}", "{nl: a: b}", "{nl: 'open}", "\tx: 1"])
def test_broken_yaml_is_told_with_its_line_and_advice(broken: str) -> None:
    (finding,) = faults(changed('{nl: "Speelstraat", en: "Play street"}', broken))

    assert finding.rule == "geen-yaml"
    assert finding.line >= line_of('  omschrijving: {nl: "Speelstraat"')
    assert "aanhalingstekens" in finding.text


@pytest.mark.parametrize("text", ["", "# niets\n", "- een lijst\n", "alleen een woord", "\x00"])
def test_a_text_that_is_no_blueprint_is_refused(text: str) -> None:
    assert faults(text)


def test_a_text_that_is_far_too_long_is_not_read() -> None:
    assert faults("x" * (MAX_CHARACTERS + 1))[0].rule == "te-lang"


def test_an_alias_that_could_explode_is_refused() -> None:
    text = changed("versie: 1", "versie: &a 1").replace("tarief: 0", "tarief: *a")

    assert "geen-verwijzingen" in {finding.rule for finding in faults(text)}


def test_words_that_yaml_takes_for_a_boolean_stay_words() -> None:
    text = changed("{nl: Klaar, en: Done}, tekst", "{nl: Ja, en: yes}, tekst")

    assert parse(text).milestones[-1].title == Text("Ja", "yes")


def test_a_text_in_dutch_only_is_read_and_left_to_the_lint() -> None:
    assert parse(changed('en: "Play street"', "")).zaaktype.omschrijving == Text("Speelstraat", "")


def test_the_extract_knows_who_must_look_and_why() -> None:
    assert {"overleden", "in_onderzoek", "jonger_dan_16"} <= set(load(EXTRACT).reasons)
