"""What the visitor reads about a document that was checked. Nothing personal is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Tone = Literal["success", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Words:
    """Title and advice of a verdict, with the tone and the HTTP status of the page."""

    tone: Tone
    title: Promise
    advice: Promise
    status: int = 200


SEALED = Words(
    "success",
    _("Dit document is echt"),
    _("Wij hebben dit document gewaarmerkt. Daarna is er niets aan veranderd."),
)
CHANGED = Words(
    "error",
    _("Dit document is veranderd"),
    _(
        "Het bestand is niet meer zoals wij het hebben gewaarmerkt. Vertrouw de inhoud niet. "
        "Vraag om het oorspronkelijke bestand."
    ),
)
FOREIGN = Words(
    "error",
    _("Dit waarmerk is niet van ons"),
    _(
        "Op het document staat een digitaal waarmerk van iemand anders. Wij kunnen niet zeggen "
        "of het klopt."
    ),
)
UNSEALED = Words(
    "error",
    _("Op dit document staat geen waarmerk"),
    _(
        "Wij kunnen niet zien of dit document van ons komt. Een scan, een foto of een nieuwe "
        "afdruk als PDF heeft geen waarmerk. Vraag om het oorspronkelijke bestand."
    ),
)
UNREADABLE = Words(
    "warning",
    _("Wij kunnen dit bestand niet lezen"),
    _("Het is geen PDF, of het bestand is beschadigd. Kies het PDF-bestand dat u hebt gekregen."),
    400,
)
TOO_LARGE = Words(
    "warning",
    _("Dit bestand is te groot"),
    _("Een document van ons is nooit groter dan 10 MB. Kies een ander bestand."),
    413,
)
NOTHING_CHOSEN = Words(
    "warning",
    _("U hebt nog geen bestand gekozen"),
    _("Kies het PDF-bestand dat u wilt controleren."),
    400,
)
NO_LONGER_VALID = Words(
    "warning",
    _("Dit document is niet meer geldig"),
    _(
        "Wij hebben dit document gewaarmerkt, maar het geldt niet meer. "
        "Vraag om een nieuw document."
    ),
)

OF_STATE: Mapping[str, Words] = {
    "sealed": SEALED,
    "changed": CHANGED,
    "foreign": FOREIGN,
    "unsealed": UNSEALED,
    "unreadable": UNREADABLE,
    "too-large": TOO_LARGE,
}

KINDS: Mapping[str, Promise] = {
    "uittreksel": _("Uittreksel uit de Basisregistratie Personen"),
    "brief": _("Brief"),
}


def kind_title(kind: str) -> str:
    """Return what kind of document it is in the words of the visitor."""
    return str(KINDS.get(kind, _("Document van de gemeente")))
