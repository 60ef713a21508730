"""The extract from the civil registry: one page, for the resident to hand over."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import segno

from zaakspoor.process.papers import extract_texts as words
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import Person
from zaakspoor.process.papers.sender import Runs, date_texts, frame, moment_texts, runs
from zaakspoor.process.papers.typesetting import render

# The value of the question "in which language" in the blueprint -> the languages on the paper.
_LANGUAGES: dict[str, tuple[str, ...]] = {
    "nl": ("nl",),
    "en": ("en",),
    "meertalig": ("nl", "en"),
}
_MASK = 2
_ADDRESS = ("adres", "address_since", "gemeente", "datum_inschrijving")
_NAME = ("geslachtsnaam", "voornamen", "adellijke_titel", "full_name")
_BIRTH = ("geboortedatum", "geboorteplaats", "geboorteland")
_SHOWN: dict[str, tuple[str, ...]] = {
    "adres": (*_NAME, *_BIRTH, *_ADDRESS),
    "nationaliteit": (*_NAME, *_BIRTH, *_ADDRESS, "nationaliteiten"),
    "in_leven": (*_NAME, *_BIRTH, "adres"),
}


def make_extract(
    person: Person,
    *,
    kind: str,
    language: str,
    issued_at: datetime,
    number: str,
    verification_url: str,
) -> bytes:
    """Return the extract as a PDF, not sealed yet.

    `kind` is adres, nationaliteit or in_leven and says what stands on it; `language` is nl, en
    or meertalig; `number` is the identificatie of the case; `verification_url` is behind the QR
    code. The same arguments give the same bytes.

    :raises Unprintable: a name has a sign that our fonts lack.
    :raises KeyError: no such kind or language.
    """
    languages = _LANGUAGES[language]
    data = frame(languages=languages, title=words.TITLE, number=number)
    data |= {
        "subtitle": runs(languages, words.SUBTITLES[kind]),
        "rows": list(_rows(person, kind, languages)),
        "statement": _filled(languages, words.ALIVE, date_texts(issued_at))
        if kind == "in_leven"
        else [],
        "issued": _filled(languages, words.ISSUED, moment_texts(issued_at)),
        "spelling": [run for run in runs(languages, words.SPELLING) if run["text"]],
    }
    data |= _check(languages, verification_url)
    return render("extract", data, at=issued_at)


def _rows(person: Person, kind: str, languages: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for key in _SHOWN[kind]:
        value = _value(person, key, languages)
        if value:
            yield {"label": runs(languages, words.LABELS[key]), "value": value}


def _value(person: Person, key: str, languages: tuple[str, ...]) -> Runs:
    match key:
        case "adres":
            return _same("\n".join(person.address_lines))
        case "geslachtsnaam":
            return _same(" ".join(filter(None, (person.voorvoegsel, person.geslachtsnaam))))
        case "nationaliteiten":
            return _registry(", ".join(person.nationaliteiten), languages)
        case "full_name" if person.geslachtsnaam:
            # Surname and given names say it all; the composed name is for who has no such split.
            return []
    value = getattr(person, key)
    if isinstance(value, PartialDate):
        return runs(languages, {code: value.text(code) for code in ("nl", "en")})
    return _registry(value or "", languages)


def _same(text: str) -> Runs:
    return [{"lang": "nl", "text": text}] if text else []


def _registry(text: str, languages: tuple[str, ...]) -> Runs:
    if not text:
        return []
    parts = text.split(", ")
    english = ", ".join(words.REGISTRY_WORDS.get(part, part) for part in parts)
    return runs(languages, {"nl": text, "en": english})


def _filled(languages: tuple[str, ...], texts: words.Texts, moments: words.Texts) -> Runs:
    filled = {code: text.format(at=moments[code]) for code, text in texts.items()}
    return runs(languages, filled)


def _check(languages: tuple[str, ...], url: str) -> dict[str, Any]:
    return {
        "check-title": runs(languages, words.CHECK_TITLE),
        "check": [runs(languages, part) for part in words.CHECK],
        "qr": _qr(url),
        "qr-alt": " / ".join(words.QR_ALT[code] for code in languages),
        "url": url,
    }


def _qr(url: str) -> str:
    image = BytesIO()
    # Each of the eight masks reads well; trying them all to find the prettiest takes 3 ms.
    # No quiet zone: the paper around it is white.
    segno.make(url, error="m", micro=False, mask=_MASK).save(
        image, kind="svg", border=0, xmldecl=False
    )
    return image.getvalue().decode()
