"""A simulator inside the test's own process, so that the test can look at it and steer it."""

import asyncio
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from simulators.mail import Mailbox, create_protocol
from simulators.serving import bound


@contextmanager
def served(app: Starlette) -> Generator[str]:
    """Serve `app` on a free port for as long as the block lasts; yields its address."""
    listener = bound("127.0.0.1", 0)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://localhost:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@contextmanager
def mail_server(mailbox: Mailbox, tls: ssl.SSLContext | None = None) -> Generator[int]:
    """Take mail into `mailbox` for as long as the block lasts; yields the port."""
    listener = bound("127.0.0.1", 0)
    loop = asyncio.new_event_loop()
    started, stop = threading.Event(), asyncio.Event()

    async def take() -> None:
        server = await loop.create_server(lambda: create_protocol(mailbox, tls), sock=listener)
        started.set()
        await stop.wait()
        server.close()
        # Let the connections that just ended say goodbye.
        await asyncio.sleep(0.05)

    thread = threading.Thread(target=loop.run_until_complete, args=[take()])
    thread.start()
    started.wait()
    try:
        yield listener.getsockname()[1]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()
