"""What a command says: answers on standard output, everything else on standard error."""

import sys


def say(line: str = "") -> None:
    """Write a line of the answer."""
    sys.stdout.write(line + "\n")


def warn(line: str) -> None:
    """Write a line about the answer, for a person."""
    sys.stderr.write(line + "\n")
