"""The paper with what a resident sent us, made once at sending and the same ever after."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from zaakspoor.process.papers.sender import frame, moment_texts, runs
from zaakspoor.process.papers.typesetting import printable, render

_NL = ("nl",)
_LABELS = {
    "number": {"nl": "Zaaknummer"},
    "received": {"nl": "Ontvangen"},
}
_NOT_ANSWERED = "niet ingevuld"


def make_receipt(
    *,
    title: str,
    number: str,
    received_at: datetime,
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    declaration: str = "",
) -> bytes:
    """Return the PDF of what was sent: the same arguments give the same bytes.

    `title` is the service, `number` the identificatie of the case, `sections` are the steps of
    the form with question and answer. Whatever somebody typed is printed; a sign that our fonts
    lack is printed as its code.
    """
    data = frame(languages=_NL, title={"nl": "Uw ingezonden gegevens"}, number=number)
    data |= {
        "subtitle": runs(_NL, {"nl": printable(title)}),
        "rows": [
            _row(_LABELS["number"]["nl"], number),
            _row(_LABELS["received"]["nl"], moment_texts(received_at)["nl"]),
        ],
        "sections": [
            {"title": printable(step), "rows": list(_answers(rows))} for step, rows in sections
        ],
        "declaration-title": "Verklaring",
        "declaration": printable(declaration),
    }
    return render("receipt", data, at=received_at)


def _answers(rows: Iterable[tuple[str, str]]) -> Iterable[dict[str, Any]]:
    for question, answer in rows:
        yield _row(printable(question), printable(answer) or _NOT_ANSWERED)


def _row(label: str, value: str) -> dict[str, Any]:
    return {"label": runs(_NL, {"nl": label}), "value": runs(_NL, {"nl": value})}
