"""The one page that says who reacts to which event.

Reactions are retried on their own and are idempotent; `atomic` ones happen exactly once.
"""

from zaakspoor.config.housekeeping import REACTION, housekeep
from zaakspoor.events.reactions import Reaction, Retry, install
from zaakspoor.process.automatic.running import automatic_due
from zaakspoor.process.intake.operations import finish_due
from zaakspoor.process.messages.operations import PLANNED, plan_due, send_due
from zaakspoor.process.route.operations import timer_rang
from zaakspoor.process.route.operations.entering import AUTOMATIC_DUE, MESSAGE_DUE

REACTIONS = (
    # A case entered a status where the machine has work.
    Reaction("automatic.run", frozenset({AUTOMATIC_DUE}), automatic_due),
    # A case entered a status that the resident is told of.
    Reaction("messages.plan", frozenset({MESSAGE_DUE}), plan_due, atomic=True),
    # A message is planned: hand it to the mail server. Three days of trying, as mail servers do.
    Reaction(
        "messages.send",
        frozenset({PLANNED}),
        send_due,
        Retry(first_seconds=5, factor=3, cap_seconds=3600, attempts=72),
    ),
    # Timers.
    Reaction("route.timer", frozenset(), timer_rang),
    Reaction("intake.finish", frozenset(), finish_due),
    Reaction(REACTION, frozenset(), housekeep),
)


def subscribe() -> None:
    """Install the reactions; every process does so once at start-up."""
    install(REACTIONS)
