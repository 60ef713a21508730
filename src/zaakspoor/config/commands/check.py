"""`zaakspoor check`: what stands between this installation and production."""

from argparse import Namespace

from zaakspoor.config.commands.output import say, warn
from zaakspoor.config.commands.production import database_problems, key_problems


def run(arguments: Namespace) -> int:
    """Print every problem, one per line; exit with 1 when there is one."""
    problems = key_problems() + database_problems()
    for problem in problems:
        say(problem)
    warn(f"{len(problems)} problem(s)." if problems else "Ready for production.")
    return 1 if problems else 0
