"""A thousand applications, ten a second, with a registry that takes a second to answer."""

import time
from collections.abc import Iterator, Sequence

from tests.bench import _reckoning
from tests.bench._crowd import Application, prepare
from tests.bench._figures import cpu_seconds, percentile, spread, verdict
from tests.bench._sending import send_all
from tests.browser.serving import Site

COUNT = 1000
PER_SECOND = 10.0
GOAL_SECONDS = 10.0


def measure(site: Site) -> Iterator[str]:
    """Send them, wait, and count everything."""
    pid, port = site.server[0].pid, int(site.environment["PORT"])
    started = time.monotonic()
    applications = prepare(COUNT, "vlot")
    yield f"{COUNT} applications filled in ({time.monotonic() - started:.0f} s)"
    before = cpu_seconds(pid)
    send_all(applications, port, per_second=PER_SECOND, wait_seconds=120)
    _reckoning.wait_until_quiet(60)
    used = cpu_seconds(pid) - before
    yield from report(applications, site)
    yield f"CPU of the process: {used / COUNT * 1000:.0f} ms per application"


def report(applications: Sequence[Application], site: Site) -> Iterator[str]:
    """Tell how long it took and what is wrong."""
    answers = [each.answered - each.sent for each in applications if each.answered]
    ready = [each.ready - each.sent for each in applications if each.ready]
    yield f"from sending to the answer: {spread(answers)}"
    holds = len(ready) == len(applications) and percentile(ready, 0.95) < GOAL_SECONDS
    goal = f"goal p95 < {GOAL_SECONDS:.0f} s: {verdict(holds)}"
    yield f"from sending to klaar: {spread(ready)} ({goal})"
    wrong = list(_reckoning.faults(applications, site.town))
    yield from wrong
    yield f"exactly one case, one extract, two messages each: {verdict(not wrong)}"
    again = _reckoning.repeats(applications, site.town)
    yield f"mails that came a second time under the same Message-ID: {again}"
