"""The closed lists of words that a blueprint may use, and what each word brings along.

A word that is not here means nothing to the software, so the lint refuses it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# Who may act: the roles of `core.actors.Actor`.
ROLES = frozenset({"aanvrager", "behandelaar", "balie", "systeem", "tijd"})
PEOPLE = frozenset({"behandelaar", "balie"})
MACHINE = "systeem"
TIME = "tijd"

LOGIN_LEVELS = ("basis", "midden", "substantieel", "hoog")

# What the failure word of an automatic step may point to besides an action.
RETRY = "herprobeer"
# The reason that time itself gives.
TOO_LATE = "te_laat"

# What a person reads when the schedule of retries is used up, by what kept failing.
REASON_AFTER_RETRIES: Mapping[str, str] = {"onbereikbaar": "register_onbereikbaar"}

# Facts that an action may require besides documents, in the words of the refusal.
FACTS: Mapping[str, str] = {
    "reden": "de reden",
    "vraagtekst": "wat u de aanvrager vraagt",
    "reactiedatum": "de datum waarop u uiterlijk een reactie wilt",
    "uitleg": "de uitleg voor de aanvrager",
}
DATE_FACTS = frozenset({"reactiedatum"})

# What an action may do to a clock: `schors.beslissen`, `hervat.beslissen` (Awb 4:15).
EFFECTS = frozenset({"schors", "hervat"})

# The variables that a text may use, per place. A message leaves the building, so it never
# carries what somebody wrote, neither the applicant nor a colleague.
STATUS_VARIABLES = frozenset(FACTS) | {"zaaknummer", "dienst", "verwacht", "uiterlijk"}
MESSAGE_VARIABLES = frozenset(
    {"zaaknummer", "dienst", "verwacht", "uiterlijk", "link", "telefoon", "gemeente"}
)

# Where a first value of a field may come from; `process.intake.prefill` fetches them.
PREFILLS = frozenset({"login.email", "brp.naam", "brp.adres", "brp.geboortedatum"})

# The generic results of the reference list whose meaning is a refusal: they need a letter.
REFUSALS = frozenset({"Afgewezen"})
GENERIC_RESULTS = frozenset({"Toegekend", "Afgewezen", "Ingetrokken"})

CONFIDENTIALITY = (
    "openbaar",
    "beperkt_openbaar",
    "intern",
    "zaakvertrouwelijk",
    "vertrouwelijk",
    "confidentieel",
    "geheim",
    "zeer_geheim",
)


@dataclass(frozen=True, slots=True)
class StepKind:
    """An automatic step: every word with which it can fail, and the facts that it brings."""

    failures: frozenset[str]
    facts: frozenset[str] = frozenset()


# `process.automatic` carries these out; a test holds the two lists together.
STEPS: Mapping[str, StepKind] = {
    "toets_aanvraag": StepKind(frozenset({"namens_ander"})),
    "haal_persoon": StepKind(frozenset({"onbereikbaar", "niet_gevonden"})),
    "toets_persoon": StepKind(
        frozenset(
            {"overleden", "onder_curatele", "niet_ingezetene", "in_onderzoek", "jonger_dan_16"}
        )
    ),
    "maak_uittreksel": StepKind(
        frozenset({"niet_afdrukbaar", "storing"}), frozenset({"uittreksel"})
    ),
}
