"""Serving over HTTP until told to stop."""

import ctypes
import gc
import signal
import sys
import threading
from types import FrameType

import uvicorn
from django.conf import settings

from zaakspoor.config.application import Application, build_application

GRACE_SECONDS = 5
# How long one thread may go on while others wait for the interpreter. Whoever waits may hold the
# one write lock of SQLite, and then everybody waits with them; Python's own 5 ms is too long.
SWITCH_SECONDS = 0.0005
# From malloc.h of glibc, which has no name for it in Python.
_M_ARENA_MAX = -8
_ARENAS = 2


class Server(uvicorn.Server):
    """Ends the live streams at the moment it is told to stop, so that they do not hold it up."""

    def __init__(self, config: uvicorn.Config, application: Application) -> None:
        super().__init__(config)
        self._application = application

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop serving; also called while starting."""
        self._application.say_goodbye()
        super().handle_exit(sig, frame)


def run_server(*, with_worker: bool) -> None:
    """Serve on settings.HOST and settings.PORT until SIGTERM or Ctrl-C, and return.

    `with_worker` runs the worker in a thread of this process.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    _keep_memory_together()
    application = build_application(with_worker=with_worker)
    # What was loaded so far stays for ever: the collector need not look at it again and again.
    gc.freeze()
    config = uvicorn.Config(
        application,
        host=settings.HOST,
        port=settings.PORT,
        lifespan="on",
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = Server(config, application)
    if threading.current_thread() is threading.main_thread():
        # uvicorn raises the signal once more when it has stopped, to whom came before it. By
        # then all is done: this handler makes that an ordinary return.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, server.handle_exit)
    try:
        server.run()
    finally:
        # After a second Ctrl-C the server says nothing to its application any more.
        application.stop_working()


def _keep_memory_together() -> None:
    """Let all threads share two arenas: each would otherwise keep what typesetting once took."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    # Another C library than glibc has other habits, and no such switch.
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _ARENAS)
