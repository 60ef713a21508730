"""The `zaakspoor` command: which words it knows. What each does stands in `config.commands`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

# The commands import Django and all of ours; `zaakspoor --help` should not have to wait for it.
Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code: 0 fine, 1 problems, 2 wrong words."""
    arguments = parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakspoor.config.settings")

    import django

    from zaakspoor.config import commands

    django.setup()
    try:
        return commands.by_name(arguments.command)(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # `zaakspoor blueprint simulate ... | head` stops reading; that is not an error.
        sys.stderr.close()
        return 0


def parser() -> argparse.ArgumentParser:
    """Return the words that the command knows."""
    words = argparse.ArgumentParser(
        prog="zaakspoor",
        description="Track & trace for municipal services.",
        epilog="Settings come from the environment; docs/operations.md lists them.",
    )
    commands = words.add_subparsers(dest="command", required=True, metavar="command")
    serve = commands.add_parser("serve", help="web, live updates and worker in one process")
    serve.add_argument("--no-worker", action="store_true", help="web and live updates only")
    commands.add_parser("worker", help="only the worker (PostgreSQL: as many as you like)")
    commands.add_parser("demo", help="the demo municipality with everything around it")
    commands.add_parser("migrate", help="bring the database up to this version")
    commands.add_parser("check", help="say what stands in the way of production")
    _add_blueprint(commands.add_parser("blueprint", help="judge, try and publish a service"))
    _add_dead_letters(commands.add_parser("dead-letters", help="work that failed for good"))
    return words


def _add_blueprint(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="action")
    for action, help_text in (
        ("lint", "name every mistake, with its line"),
        ("publish", "make it a new version of the zaaktype; running cases stay on theirs"),
        ("simulate", "walk its scenarios and print what the resident sees and receives"),
    ):
        words = actions.add_parser(action, help=help_text)
        words.add_argument("file", help="the YAML file of the service")
        if action == "simulate":
            words.add_argument("--scenario", help="only the scenario of this name")


def _add_dead_letters(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(action="list")
    actions = parser.add_subparsers(dest="action", metavar="action")
    actions.add_parser("list", help="all of them, the oldest first")
    retry = actions.add_parser("retry", help="try one again, from its first attempt")
    retry.add_argument("id", type=int)
    drop = actions.add_parser("drop", help="give one up, with the reason for the record")
    drop.add_argument("id", type=int)
    drop.add_argument("--reason", required=True)


if __name__ == "__main__":
    sys.exit(main())
