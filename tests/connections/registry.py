"""A running civil registry for the tests: the simulator behind a real port."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn

from simulators.brp import create_app
from simulators.brp.behaviour import Behaviour
from simulators.serving import bound
from zaakspoor.connections.brp import BrpClient


@dataclass(frozen=True, slots=True)
class Registry:
    """Where the registry answers, and its switches."""

    url: str
    behaviour: Behaviour

    def client(self, *, timeout: float = 5.0, api_key: str = "demo") -> BrpClient:
        """Return a client of this registry."""
        return BrpClient(f"{self.url}/haalcentraal/api/brp/", api_key, timeout)

    def switch(self, mode: str, seconds: str = "0") -> None:
        """Turn the switches as a person does on the page."""
        answer = httpx.post(f"{self.url}/simulator/", data={"mode": mode, "seconds": seconds})
        assert answer.status_code == 303


@contextmanager
def running_registry() -> Iterator[Registry]:
    """Run a registry in a thread until the block ends."""
    app = create_app()
    listener = bound("127.0.0.1", 0)
    config = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield Registry(f"http://127.0.0.1:{listener.getsockname()[1]}", app.state.behaviour)
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
