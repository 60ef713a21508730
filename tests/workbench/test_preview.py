from pathlib import Path

from zaakspoor.interfaces.workbench.preview import Preview, preview_of
from zaakspoor.process.blueprints import loading

BLUEPRINT = loading.load(Path("blueprints/uittreksel.yaml"))


def preview(action: str, **facts: str) -> Preview:
    chosen = BLUEPRINT.statuses["handmatig"].actions[action]
    return preview_of(BLUEPRINT, chosen, facts, identificatie="Z-2026-000012")


def test_the_colleague_reads_what_the_applicant_will_read() -> None:
    shown = preview(
        "naar_balie", vraagtekst="Wij willen uw pasfoto zien.", reactiedatum="2026-12-01"
    )

    assert shown.status_text == (
        "Wij willen uw pasfoto zien. Kom uiterlijk 1 december 2026 langs. "
        "Neem uw paspoort of identiteitskaart mee."
    )
    assert shown.turn == "De aanvrager is aan zet."
    assert shown.message_subject == "Wij vragen u iets over uw aanvraag Z-2026-000012"


def test_an_action_that_ends_the_case_says_so() -> None:
    assert preview("klaar").is_end
    assert not preview("naar_balie").is_end


def test_trying_again_tells_that_the_machine_goes_on() -> None:
    shown = preview("nogmaals")

    assert (shown.is_automatic, shown.message_subject) == (True, "")


def test_what_still_has_to_be_filled_in_is_shown_as_a_gap() -> None:
    assert preview("naar_balie").status_text.startswith("[…] Kom uiterlijk […] langs.")
