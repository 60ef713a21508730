"""Which documents a viewer may see: deny by default, and say why."""

from dataclasses import dataclass
from typing import Protocol

from zaakspoor.process.tracking.track import Viewer

# Only what is finished is shown: a text somebody still works on is nobody else's business.
FINAL = ("definitief", "gearchiveerd")


class Showable(Protocol):
    """What the policy needs to know of a document."""

    @property
    def tonen_aan_initiator(self) -> bool | None: ...
    @property
    def status(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Visibility:
    """Whether a document is shown, and the reason in a word and in a sentence for staff."""

    visible: bool
    reason: str
    explanation: str


def judge(document: Showable, viewer: Viewer, *, is_initiator: bool) -> Visibility:
    """Return whether `viewer` sees `document` of a case.

    `tonenAanInitiator` (Documenten API 1.6) comes first: only what somebody chose to show is
    shown. vertrouwelijkheidaanduiding is no proxy for it.
    """
    if viewer.kind == "employee":
        return Visibility(True, "medewerker", "Een medewerker van dit team ziet alle documenten.")
    if not is_initiator:
        return Visibility(False, "geen-initiator", "Deze persoon is niet de aanvrager.")
    if not document.tonen_aan_initiator:
        return Visibility(False, "niet-tonen", "Niemand heeft dit document zichtbaar gemaakt.")
    if document.status not in FINAL:
        return Visibility(False, "niet-definitief", "Het document is nog niet definitief.")
    return Visibility(True, "tonen-aan-initiator", "Zichtbaar gemaakt voor de aanvrager.")
