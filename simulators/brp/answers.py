"""From the record of a person to the answer: what was asked for, and what always comes along."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from simulators.brp.fields import AUTOMATIC, tree_of
from simulators.people import TestPerson
from simulators.records import Record, day


def answer_of(person: TestPerson, asked: Iterable[str], today: date) -> Record:
    """Return the answer about one person on the day `today`."""
    record = dict(person.record) | {"burgerservicenummer": person.bsn}
    born = _birthday(person, today)
    if born:
        geboorte = {**record["geboorte"], "datum": day(born.year, born.month, born.day)}
        record |= {"geboorte": geboorte, "leeftijd": _age(born, today)}
    answer: Record = _picked(record, tree_of(asked))
    always = [name for name in AUTOMATIC if name in record and name != "inOnderzoek"]
    return answer | {name: record[name] for name in always}


def _birthday(person: TestPerson, today: date) -> date | None:
    iso = person.record["geboorte"]["datum"].get("datum")
    if iso is None:
        return None
    born = date.fromisoformat(iso)
    if person.always_aged is None:
        return born
    later = (today.month, today.day) < (born.month, born.day)
    return born.replace(year=today.year - person.always_aged - later)


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _picked(node: Any, wanted: Mapping[str, Any]) -> Any:
    if not wanted:
        return node
    if isinstance(node, list):
        return [_picked(each, wanted) for each in node]
    found = {name: _picked(node[name], below) for name, below in wanted.items() if name in node}
    if "type" in node:
        found["type"] = node["type"]
    doubts = _doubts(node.get("inOnderzoek", {}), found)
    return found | ({"inOnderzoek": doubts} if doubts else {})


def _doubts(flags: Mapping[str, Any], found: Mapping[str, Any]) -> Record:
    """Return what is being checked of what was asked for, with the date on which that began."""
    doubts = {name: True for name in found if flags.get(name) is True}
    since = {name: when for name, when in flags.items() if name.startswith("datumIngang")}
    return doubts | since if doubts else {}
