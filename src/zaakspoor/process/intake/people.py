"""Who applies, sealed for the time between sending and handling."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from zaakspoor.core import vault


@dataclass(frozen=True, slots=True)
class Applicant:
    """The resident who applies: `owner` is the keyed hash of `bsn`, `level` of the login.

    `language` is the one they applied in: messages follow it.
    """

    owner: str
    bsn: str
    name: str
    level: str
    language: str = "nl"


def seal_applicant(applicant: Applicant) -> str:
    """Return the applicant as an opaque token for the database."""
    return vault.encrypt(json.dumps(asdict(applicant)))


def open_applicant(token: str) -> Applicant:
    """Return the applicant from a token of `seal_applicant`."""
    return Applicant(**json.loads(vault.decrypt(token)))


def seal_answers(answers: Mapping[str, str]) -> str:
    """Return what was typed as an opaque token for the database."""
    return vault.encrypt(json.dumps(dict(answers), ensure_ascii=False))


def open_answers(token: str) -> dict[str, str]:
    """Return what was typed from a token of `seal_answers`; nothing from an empty one."""
    if not token:
        return {}
    answers: dict[str, str] = json.loads(vault.decrypt(token))
    return answers
