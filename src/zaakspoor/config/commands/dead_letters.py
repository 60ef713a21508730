"""`zaakspoor dead-letters`: see, try again or give up what failed for good."""

from argparse import Namespace
from datetime import UTC, datetime

from zaakspoor.config.commands.output import say, warn
from zaakspoor.core.refusals import Refused
from zaakspoor.events import operations, queries


def run(arguments: Namespace) -> int:
    """List the dead letters, or retry or drop one; exit with 1 when that was refused."""
    now = datetime.now(UTC)
    try:
        match arguments.action:
            case "retry":
                operations.retry_dead(job_id=arguments.id, at=now)
            case "drop":
                operations.drop_dead(job_id=arguments.id, reason=arguments.reason, at=now)
            case _:
                _list()
    except Refused as refusal:
        warn(str(refusal))
        return 1
    return 0


def _list() -> None:
    letters = queries.dead_letters()
    for letter in letters:
        subject = letter.subject or "-"
        say(f"{letter.job_id}  {letter.at:%Y-%m-%d %H:%M}  {letter.reaction}  {subject}")
        say(f"    after {letter.attempts} attempt(s): {letter.error}")
    warn(f"{len(letters)} dead letter(s).")
