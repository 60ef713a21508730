"""One answer: from what somebody typed to what we keep, or why not."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from zaakspoor.core.identities import is_valid_bsn
from zaakspoor.process.blueprints.form_definition import Field, Text
from zaakspoor.process.blueprints.forms import wording

# Marks that turn the direction of writing: they make a text look like another one.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Also what stands where a character could not be read.
_REPLACED = "\ufffd"
_UNREADABLE = frozenset({"Cc", "Cs", "Cn", "Co"})
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@([\w](?:[\w-]*[\w])?\.)+[^\W\d_][\w-]*[^\W_]")
_PHONE = re.compile(r"0[1-9]\d{8}|0[89]00\d{4}(?:\d{3})?|14\d{3,4}|\+[1-9]\d{6,14}")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


class BadAnswer(ValueError):
    """What was typed is no answer to the question; `text` says it to the resident."""

    def __init__(self, text: Text) -> None:
        self.text = text
        # Never the answer itself: an exception may end up in a log.
        super().__init__(text.nl)


def clean(field: Field, raw: str) -> str:
    """Return the answer as we keep it: trimmed and in one notation; "" for an open question.

    Dates become yyyy-mm-dd, telephone numbers lose their spaces, a BSN its dots. Cleaning what
    is clean changes nothing.

    :raises BadAnswer: it is no answer to this question, or an option that the form does not have.
    """
    text = unicodedata.normalize("NFC", raw).replace("\r\n", "\n").strip()
    if not text:
        return ""
    if not _is_readable(text, lines=field.kind == "lange_tekst"):
        raise BadAnswer(wording.CHARACTERS)
    if field.max_length and len(text) > field.max_length:
        raise BadAnswer(wording.too_long(field.max_length))
    return _CLEANERS[field.kind](field, text)


def without_unreadable(text: str) -> str:
    """Return `text` with a replacement mark for each character that no text should have.

    The mark is refused too, so that the mistake stays visible until somebody corrects it.
    """
    return "".join(char if char in "\r\n\t" or _is_letter(char) else _REPLACED for char in text)


def _is_readable(text: str, *, lines: bool) -> bool:
    allowed = "\n\t" if lines else ""
    return all(char in allowed or _is_letter(char) for char in text)


def _is_letter(char: str) -> bool:
    if char in _TURNING or char == _REPLACED:
        return False
    return unicodedata.category(char) not in _UNREADABLE


def _choice(field: Field, text: str) -> str:
    if text not in {option.key for option in field.options}:
        raise BadAnswer(wording.CHOOSE)
    return text


def _plain(_field: Field, text: str) -> str:
    return text


def _email(_field: Field, text: str) -> str:
    if len(text) > 254 or ".." in text or not _EMAIL.fullmatch(text):
        raise BadAnswer(wording.EMAIL)
    # The part before the @ belongs to its owner; the domain has no capitals.
    name, _, domain = text.rpartition("@")
    return f"{name}@{domain.lower()}"


def _phone(_field: Field, text: str) -> str:
    number = re.sub(r"[\s().\-–/]", "", text.replace("(0)", ""))
    if number.startswith("00"):
        number = "+" + number[2:]
    if not number.isascii() or not _PHONE.fullmatch(number):
        raise BadAnswer(wording.PHONE)
    return number


def _date(_field: Field, text: str) -> str:
    if found := _ISO_DATE.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DUTCH_DATE.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise BadAnswer(wording.DATE)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise BadAnswer(wording.DATE) from None


def _bsn(_field: Field, text: str) -> str:
    number = re.sub(r"[\s.\-]", "", text)
    if not (number.isascii() and number.isdigit() and len(number) == 9):
        raise BadAnswer(wording.BSN_LENGTH)
    if not is_valid_bsn(number):
        raise BadAnswer(wording.BSN)
    return number


def _declaration(_field: Field, text: str) -> str:
    # A browser sends "on" for a ticked box without a value.
    if text not in ("ja", "on"):
        raise BadAnswer(wording.DECLARE)
    return "ja"


def _no_text(_field: Field, _text: str) -> str:
    raise BadAnswer(wording.CHOOSE)


_CLEANERS: Mapping[str, Callable[[Field, str], str]] = {
    "keuze": _choice,
    "tekst": _plain,
    "lange_tekst": _plain,
    "email": _email,
    "telefoon": _phone,
    "datum": _date,
    "bsn": _bsn,
    "verklaring": _declaration,
    # A file is an upload; text in its place was not typed by a person.
    "bestand": _no_text,
    "gegeven": _plain,
}
