"""How the registry behaves: quick, slow, or not at all. For the demo and for tests."""

import os
from dataclasses import dataclass, field
from typing import Literal, get_args

from simulators.people import TestPerson

Mode = Literal["normal", "down", "busy", "refusing", "garbled", "silent"]
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(slots=True)
class Behaviour:
    """The switches of one running registry.

    `seconds` is what every answer takes; `outage_seconds` how long the registry is down for a
    person with an outage, counted from the first question about that person.
    """

    mode: Mode = "normal"
    seconds: float = 0.0
    outage_seconds: float = 45.0
    asked: int = 0
    _down_until: dict[str, float] = field(default_factory=dict)

    @classmethod
    def from_environment(cls) -> "Behaviour":
        """Return the behaviour that the environment asks for."""
        return cls(
            seconds=float(os.environ.get("BRP_SIM_LATENCY_SECONDS", "0")),
            outage_seconds=float(os.environ.get("BRP_SIM_OUTAGE_SECONDS", "45")),
        )

    def is_out_for(self, person: TestPerson, now: float) -> bool:
        """Tell whether the registry is down for this person at `now` (seconds, monotonic)."""
        if not person.outage:
            return False
        return now < self._down_until.setdefault(person.bsn, now + self.outage_seconds)

    def set(self, mode: str, seconds: str) -> None:
        """Take over what the page or a test asks; every outage begins anew.

        :raises ValueError: no such mode, or no number of seconds between 0 and 60.
        """
        wanted = float(seconds or 0)
        if mode not in MODES or not 0 <= wanted <= 60:
            raise ValueError("choose a mode of the list, and 0 to 60 seconds")
        self.mode = next(each for each in MODES if each == mode)
        self.seconds = wanted
        self._down_until.clear()
