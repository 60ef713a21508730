"""Numbers that stand for a person or an organisation, and the tests they must pass."""

# Weights of the elfproef (Logisch ontwerp BRP, element 01.20).
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_valid_bsn(text: str) -> bool:
    """Return whether `text` is a possible BSN: nine digits, elfproef, not all zeros.

    An RSIN passes the same test (both are sofinummers by origin).
    """
    if len(text) != 9 or not text.isascii() or not text.isdigit() or text == "000000000":
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, text, strict=True))
    return total % 11 == 0
