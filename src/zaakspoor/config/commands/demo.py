"""`zaakspoor demo`: the demo municipality, with the outside world around it."""

import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from django.conf import settings

from zaakspoor.config.commands.output import warn

# The simulators lie beside `src` in a checkout; an installed product has none.
CHECKOUT = Path(settings.PACKAGE_DIR).parent.parent


def run(arguments: Namespace) -> int:
    """Start the demo; production has residents, not personas."""
    if settings.PRODUCTION:
        warn("The demo does not start in production (ENVIRONMENT=production).")
        return 1
    if not (CHECKOUT / "simulators").is_dir():
        warn("The demo needs the source: clone the repository and type `make run`.")
        return 1
    sys.path.insert(0, str(CHECKOUT))
    # By name: the product must not depend on the simulators, the lint of imports holds that.
    demo = import_module("simulators.demo")
    return int(demo.run_demo())
