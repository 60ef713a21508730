"""Several simulators in one process and one event loop, stopped together."""

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Callable, Generator

import uvicorn
from aiosmtpd.smtp import SMTP
from starlette.applications import Starlette


class _Server(uvicorn.Server):
    """A server that leaves the signals to the whole town."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Do nothing: `serve_all` listens for all servers at once."""
        yield


def bound(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 means any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns off Nagle's delay (40 ms an answer) only on sockets that name their protocol.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(256)
    return listener


async def serve_all(
    sites: list[tuple[socket.socket, Starlette]],
    smtp: tuple[socket.socket, Callable[[], SMTP]],
    *,
    ready: Callable[[], None],
    parent: int | None,
) -> None:
    """Serve until SIGTERM, SIGINT, or until process `parent` is gone; `ready` is called once.

    :raises RuntimeError: a server stopped by itself.
    """
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    mail = await loop.create_server(smtp[1], sock=smtp[0])
    servers = [(_Server(_config(app)), listener) for listener, app in sites]
    running = [
        asyncio.create_task(server.serve(sockets=[listener])) for server, listener in servers
    ]
    while not all(server.started for server, _ in servers):
        await asyncio.sleep(0.01)
    ready()
    await _until_stopped(stop, running, parent)
    for server, _ in servers:
        server.should_exit = True
    mail.close()
    await asyncio.gather(*running)


async def _until_stopped(
    stop: asyncio.Event, running: list["asyncio.Task[None]"], parent: int | None
) -> None:
    while not stop.is_set():
        if parent is not None and os.getppid() != parent:
            return
        if any(task.done() for task in running):
            raise RuntimeError("a simulator stopped by itself")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), 1.0)


def _config(app: Starlette) -> uvicorn.Config:
    # An open page may keep its connection: it does not hold up the end.
    return uvicorn.Config(
        app, log_level="warning", access_log=False, timeout_graceful_shutdown=1, lifespan="off"
    )
