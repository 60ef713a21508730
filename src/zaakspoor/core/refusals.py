"""How the domain says no."""

from typing import ClassVar


class Refused(Exception):
    """The domain refuses what was asked; nothing was changed.

    `str(refusal)` is a Dutch sentence that tells the reader what they can do.
    Each subclass stands beside the operation that raises it and names its own `code`.
    """

    code: ClassVar[str] = "geweigerd"
