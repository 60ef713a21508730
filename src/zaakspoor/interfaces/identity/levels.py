"""How sure DigiD is of who logged in."""

from collections.abc import Mapping
from typing import Literal, get_args

from django.conf import settings

Level = Literal["basis", "midden", "substantieel", "hoog"]
LEVELS: tuple[Level, ...] = get_args(Level)

_CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:"
# The class references of DigiD (Logius, Koppelvlakspecificatie DigiD SAML). A broker that uses
# other words for them is followed by the setting DIGID_ACR_VALUES.
_LOGIUS: Mapping[Level, str] = {
    "basis": f"{_CLASSES}PasswordProtectedTransport",
    "midden": f"{_CLASSES}MobileTwoFactorContract",
    "substantieel": f"{_CLASSES}Smartcard",
    "hoog": f"{_CLASSES}SmartcardPKI",
}


def level_named(text: str, default: Level = "midden") -> Level:
    """Return the level with this name, or `default` for anything else."""
    return next((level for level in LEVELS if level == text), default)


def is_enough(level: Level, needed: Level) -> bool:
    """Return whether `level` is at least `needed`."""
    return LEVELS.index(level) >= LEVELS.index(needed)


def acr_values(needed: Level) -> list[str]:
    """Return what to ask the provider for: every level that is enough, lowest first."""
    words = _words()
    return [words[level] for level in LEVELS if is_enough(level, needed)]


def level_of(acr: str) -> Level | None:
    """Return the level that the provider's word `acr` stands for."""
    return next((level for level, word in _words().items() if word == acr), None)


def _words() -> Mapping[Level, str]:
    words: Mapping[Level, str] = getattr(settings, "DIGID_ACR_VALUES", _LOGIUS)
    return words
