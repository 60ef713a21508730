"""What a resident reads: there in both languages, in short sentences and plain words."""

import re
from collections.abc import Iterator

from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.lint.places import TextPlace, resident_texts

LONGEST_SENTENCE = 20
# What a letter from the town hall likes to say, and what people say.
HARD_WORDS = {
    "alsmede": "en ook",
    "bescheiden": "papieren",
    "conform": "volgens",
    "derhalve": "daarom",
    "desbetreffende": "deze",
    "dient te": "moet",
    "gelieve": "wilt u",
    "geschieden": "gebeuren",
    "indien": "als",
    "inzake": "over",
    "krachtens": "volgens",
    "middels": "met",
    "omtrent": "over",
    "onderhavige": "deze",
    "reeds": "al",
    "teneinde": "om",
    "ten behoeve van": "voor",
    "tevens": "ook",
    "woonachtig": "wonend",
}
_HARD = re.compile(rf"\b({'|'.join(HARD_WORDS)})\b", re.IGNORECASE)
_FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")


def check_texts(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield what is missing (a mistake) and what is hard to read (a warning)."""
    for place in resident_texts(blueprint):
        line = lines.of(*place.path)
        yield from _missing(place, line)
        yield from _hard_to_read(place.text.nl, line)
        in_nl, in_en = (TextPlace(place.path, type(place.text)(t, "")).used() for t in _both(place))
        if place.text.en and in_nl != in_en:
            text = "het Nederlands en het Engels noemen niet dezelfde variabelen"
            yield Finding("talen-verschillen", line, text)


def _both(place: TextPlace) -> tuple[str, str]:
    return place.text.nl, place.text.en


def _missing(place: TextPlace, line: int) -> Iterator[Finding]:
    where = ".".join(place.path)
    if not place.text.nl:
        yield Finding("inwonertekst-ontbreekt", line, f"{where}: hier ontbreekt het Nederlands")
    if not place.text.en:
        yield Finding("inwonertekst-ontbreekt", line, f"{where}: hier ontbreekt het Engels (en)")


def _hard_to_read(text: str, line: int) -> Iterator[Finding]:
    for sentence in _SENTENCE.split(text):
        count = len(sentence.split())
        if count > LONGEST_SENTENCE:
            start = " ".join(sentence.split()[:5])
            problem = f"zin van {count} woorden ('{start} …'): maak er twee van"
            yield Finding("lange-zin", line, problem, "waarschuwing")
    for word in _HARD.findall(text):
        better = HARD_WORDS[word.lower()]
        yield Finding("moeilijk-woord", line, f"'{word}': zeg liever '{better}'", "waarschuwing")
    for word in _FAMILIAR.findall(text):
        yield Finding("aanspreekvorm", line, f"'{word}': wij zeggen u", "waarschuwing")
