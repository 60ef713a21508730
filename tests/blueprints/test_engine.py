import pytest

from tests.blueprints.shipped import EXTRACT
from tests.blueprints.small import changed, small
from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints import engine
from zaakspoor.process.blueprints.definition import Automatic, Retry, Span
from zaakspoor.process.blueprints.engine import ActionNotAllowed, FactsMissing
from zaakspoor.process.blueprints.form_definition import Condition, Text
from zaakspoor.process.blueprints.loading import load, parse

STAFF = frozenset({"behandelaar"})
RESIDENT = frozenset({"aanvrager"})
RETRY = Retry(
    (Span(30, "s"), Span(2, "min"), Span(10, "min"), Span(1, "u")), Span(10, "min"), "m", "x"
)


def automatic() -> Automatic:
    found = small().statuses["ontvangen"].automatic
    assert found is not None
    return found


def test_an_action_leads_to_its_status_with_everything_that_follows() -> None:
    step = engine.step(
        small(), status="bekijken", action="weiger", roles=STAFF, facts={"brief": "id"}
    )

    assert step.to.key == "afgewezen"
    assert step.result == "nee"
    assert step.milestone == "klaar"
    assert step.milestone_advances
    assert step.stops == ("beslissen",)
    assert step.starts == ()


def test_entering_the_start_status_of_a_clock_starts_it() -> None:
    step = engine.step(
        small(),
        status="wacht",
        action="antwoord",
        roles=RESIDENT,
        facts={},
    )

    assert step.effects == ("hervat.beslissen",)
    assert not step.milestone_advances


@pytest.mark.parametrize(
    ("status", "action", "roles"),
    [
        ("bekijken", "goed", RESIDENT),
        ("bekijken", "staat", STAFF),
        ("bekijken", "verzonnen", STAFF),
        ("bekijken", "goed", frozenset()),
        ("geregeld", "goed", STAFF),
    ],
)
def test_an_action_that_is_not_given_is_refused(
    status: str, action: str, roles: frozenset[str]
) -> None:
    with pytest.raises(ActionNotAllowed) as refusal:
        engine.step(small(), status=status, action=action, roles=roles, facts={})

    assert isinstance(refusal.value, Refused)
    assert refusal.value.code == "actie-niet-toegestaan"


def test_an_action_whose_condition_does_not_hold_is_refused_when_the_answers_are_known() -> None:
    with pytest.raises(ActionNotAllowed):
        engine.step(
            small(),
            status="bekijken",
            action="goed",
            roles=STAFF,
            facts={},
            answers={"wijk": "zuid"},
        )


def test_missing_facts_are_named_in_words() -> None:
    with pytest.raises(FactsMissing) as refusal:
        engine.step(
            small(), status="bekijken", action="vraag", roles=STAFF, facts={"vraagtekst": "  "}
        )

    assert refusal.value.missing == ("vraagtekst", "reactiedatum")
    assert "de datum waarop u uiterlijk een reactie wilt" in str(refusal.value)


def test_an_action_that_holds_everywhere_may_be_done_until_the_end() -> None:
    extract = load(EXTRACT)

    for key, status in extract.statuses.items():
        actions = engine.actions_for(extract, status=key, roles=RESIDENT, answers={})
        assert [action.key for action in actions] == ([] if status.is_end else ["intrekken"])


def test_an_end_stops_every_clock() -> None:
    step = engine.step(
        load(EXTRACT), status="gegevens", action="intrekken", roles=RESIDENT, facts={}
    )

    assert set(step.stops) == {"leveren", "mens", "na_bezoek", "post"}


def test_the_track_never_goes_back() -> None:
    extract = load(EXTRACT)
    back = engine.step(extract, status="handmatig", action="nogmaals", roles=STAFF, facts={})
    forth = engine.step(
        extract,
        status="gegevens",
        action="maken",
        roles=frozenset({"systeem"}),
        facts={},
        reached=3,
    )

    assert not back.milestone_advances
    assert not forth.milestone_advances


def test_actions_come_in_the_order_of_the_blueprint_and_only_when_their_condition_holds() -> None:
    def keys(district: str) -> list[str]:
        found = engine.actions_for(
            small(), status="bekijken", roles=STAFF, answers={"wijk": district}
        )
        return [action.key for action in found]

    assert keys("noord") == ["goed", "vraag", "weiger", "regel"]
    assert keys("zuid") == ["vraag", "weiger", "regel"]


@pytest.mark.parametrize(
    ("condition", "answer", "holds"),
    [
        (Condition("a", "=", "x"), "x", True),
        (Condition("a", "=", "x"), "y", False),
        (Condition("a", "!=", "x"), "", True),
        (Condition("a", "<=", "750"), "750", True),
        (Condition("a", "<=", "750"), "751", False),
        (Condition("a", "<", "9"), "10", False),
        (Condition("a", ">", "-5"), "0", True),
        (Condition("a", ">=", "1"), "geen getal", False),
        (Condition("a", ">=", "1"), "", False),
    ],
)
def test_a_condition_compares_words_or_whole_numbers(
    condition: Condition, answer: str, holds: bool
) -> None:
    assert engine.holds(condition, {"a": answer}) is holds


def test_an_absent_answer_is_the_empty_one() -> None:
    assert engine.holds(Condition("a", "!=", "x"), {})
    assert not engine.holds(Condition("a", "=", "x"), {})


def test_the_first_rule_that_holds_chooses_the_team() -> None:
    assert engine.route(small(), {"wijk": "zuid"}) == ("zuid", 1)
    assert engine.route(small(), {"wijk": "noord"}) == ("noord", 2)


def test_no_rule_and_no_next_action_is_a_mistake_of_the_blueprint() -> None:
    lame = parse(changed("  - {team: noord}\n", ""))

    with pytest.raises(LookupError):
        engine.route(lame, {})
    with pytest.raises(LookupError):
        engine.next_action(Automatic((), ()), {})


def test_what_follows_depends_on_the_answers() -> None:
    found = load(EXTRACT).statuses["maken"].automatic
    assert found is not None

    assert engine.next_action(found, {"ontvangst": "post"}) == "per_post"
    assert engine.next_action(found, {"ontvangst": "digitaal"}) == "klaar"


def test_each_failure_has_its_way_out() -> None:
    step = automatic().steps[0]

    assert engine.way_out(step, "onbereikbaar") == engine.RETRY
    assert engine.way_out(step, "niet_gevonden") == "collega"
    with pytest.raises(LookupError):
        engine.way_out(step, "iets_anders")


def test_retries_follow_the_schedule_and_then_stop() -> None:
    waits = [engine.retry_wait(RETRY, attempt) for attempt in range(1, 6)]

    assert [str(wait) for wait in waits] == ["30s", "2min", "10min", "1u", "None"]


def test_the_resident_is_told_once_at_the_first_long_wait() -> None:
    told = [engine.tells_delay(RETRY, attempt) for attempt in range(1, 6)]

    assert told == [False, False, True, False, False]


def test_a_schedule_that_tells_nothing_tells_nothing() -> None:
    assert not engine.tells_delay(Retry((Span(1, "u"),), None, None, "x"), 1)


def test_used_up_retries_have_a_reason_of_their_own() -> None:
    assert engine.reason_for("onbereikbaar", retried=True) == "register_onbereikbaar"
    assert engine.reason_for("storing", retried=True) == "storing"
    assert engine.reason_for("overleden", retried=False) == "overleden"


def test_a_text_is_filled_in_once_and_literally() -> None:
    text = Text("Voor {naam}: {vraag}", "For {naam}")

    assert engine.fill(text, "nl", {"naam": "{vraag}", "vraag": "{naam}"}) == "Voor {vraag}: {naam}"
    assert engine.fill(text, "en-gb", {"naam": "A"}) == "For A"


def test_a_text_with_a_missing_variable_is_never_shown() -> None:
    with pytest.raises(engine.VariableMissing):
        engine.fill(Text("Voor {naam}", ""), "nl", {})
