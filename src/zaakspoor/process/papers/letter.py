"""A letter from the municipality: a title and paragraphs."""

from collections.abc import Sequence
from datetime import datetime

from zaakspoor.process.papers.sender import date_texts, frame, runs
from zaakspoor.process.papers.typesetting import render

_NL = ("nl",)


def make_letter(*, title: str, paragraphs: Sequence[str], number: str, at: datetime) -> bytes:
    """Return the letter as a PDF, not sealed yet; the same arguments give the same bytes.

    `number` is the identificatie of the case, `at` the moment that dates the letter.

    :raises Unprintable: a text has a sign that our fonts lack.
    """
    data = frame(languages=_NL, title={"nl": title}, number=number)
    data |= {
        "rows": [
            {"label": runs(_NL, {"nl": label}), "value": runs(_NL, {"nl": value})}
            for label, value in (("Datum", date_texts(at)["nl"]), ("Zaaknummer", number))
        ],
        "paragraphs": [text for text in paragraphs if text.strip()],
        "closing": "Met vriendelijke groet,",
    }
    return render("letter", data, at=at)
