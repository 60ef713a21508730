"""The code on a paper that we made: short enough to type, with a check on typing errors."""

import secrets

# No vowel-like or look-alike signs: 0/O, 1/I/L, 5/S and U/V cannot be confused. 29 is a prime,
# so that the check finds every wrong sign and every two signs that changed places.
ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"
LENGTH = 16


def new_code() -> str:
    """Return a new code of 16 signs, the last a check: 15 random signs are 72 bits."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return body + _check_sign(body)


def read_code(text: str) -> str | None:
    """Return the code that somebody typed or scanned, or None when it cannot be one.

    Capitals, spaces and hyphens do not matter.
    """
    code = "".join(sign for sign in text[:100].upper() if sign not in " -")
    if len(code) != LENGTH or any(sign not in ALPHABET for sign in code):
        return None
    return code if _check_sign(code[:-1]) == code[-1] else None


def spaced(code: str) -> str:
    """Return a code in groups of four, as people read it: ABCD-EFGH-JKMN-PQRT."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _check_sign(body: str) -> str:
    total = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]
