"""What the words of the `zaakspoor` command do; each makes one call into the product."""

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module


def by_name(name: str) -> Callable[[Namespace], int]:
    """Return the function of a command of `zaakspoor.cli`.

    Its module is imported only now: `serve` must not load the demo, nor `check` the web server.
    """
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    run: Callable[[Namespace], int] = module.run
    return run
