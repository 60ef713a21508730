"""What keeps a simulator out of a real municipality."""

import os


def refuse_in_production() -> None:
    """Stop the program when the settings say that residents use this machine.

    :raises SystemExit: ENVIRONMENT is production.
    """
    if os.environ.get("ENVIRONMENT") == "production":
        raise SystemExit(
            "Een simulator start niet met ENVIRONMENT=production: hij laat iedereen inloggen "
            "als wie dan ook. (A simulator never starts in production.)"
        )
