"""`zaakspoor worker`: a process that only carries events to their reactions."""

import signal
import threading
from argparse import Namespace
from types import FrameType

from django.conf import settings

from zaakspoor.config.commands.production import is_allowed_to_start
from zaakspoor.config.housekeeping import plan_housekeeping
from zaakspoor.events.worker import Worker


def run(arguments: Namespace) -> int:
    """Work until SIGTERM or Ctrl-C, then finish what is running."""
    if not is_allowed_to_start():
        return 1
    plan_housekeeping()
    stop = threading.Event()

    def end(signum: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    Worker(threads=settings.WORKER_THREADS).run(stop)
    return 0
