import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.blueprints.small import SMALL
from zaakspoor.process.blueprints.form_definition import Field, FieldKind, Option, Text
from zaakspoor.process.blueprints.forms import BadAnswer, clean, clean_step
from zaakspoor.process.blueprints.lint import Finding, lint
from zaakspoor.process.blueprints.loading import parse

LINES = SMALL.splitlines()
FORM = parse(SMALL).form
KINDS: list[FieldKind] = ["keuze", "tekst", "lange_tekst", "email", "telefoon", "datum", "bsn"]


@pytest.mark.parametrize("number", range(0, len(LINES), 10))
def test_a_file_with_lines_missing_or_cut_is_judged_and_never_crashes(number: int) -> None:
    for line in range(number, min(number + 10, len(LINES))):
        without = LINES[:line] + LINES[line + 1 :]
        cut = [*LINES[:line], LINES[line].split(":")[0] + ":", *LINES[line + 1 :]]
        listed = [*LINES[:line], LINES[line].split(":")[0] + ": [a, b]", *LINES[line + 1 :]]
        for text in (without, cut, listed, LINES[:line]):
            assert all(isinstance(finding, Finding) for finding in lint("\n".join(text)))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_list_of_findings(text: str) -> None:
    assert all(isinstance(finding, Finding) for finding in lint(text))


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.sampled_from(KINDS), st.text(max_size=60))
def test_any_answer_is_kept_the_same_way_twice_or_refused(kind: FieldKind, raw: str) -> None:
    question = Field(
        "vraag",
        kind,
        Text("Vraag", "Question"),
        "alleen_pdf",
        options=(Option("ja", Text("Ja", "Yes")),),
        max_length=50,
    )
    try:
        kept = clean(question, raw)
    except BadAnswer:
        return
    assert clean(question, kept) == kept
    assert len(kept) <= 50


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_kept_can_be_stored(raw: str) -> None:
    kept = clean_step(FORM, "straat", {"email": raw})

    assert "\x00" not in kept["email"]
    assert kept["email"].encode("utf-8").decode("utf-8") == kept["email"]
