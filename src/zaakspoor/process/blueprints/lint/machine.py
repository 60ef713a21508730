"""What the machine does: every way to fail has a way out, and the resident is told of a delay."""

from collections.abc import Iterator

from zaakspoor.process.blueprints.definition import Automatic, Blueprint, Retry, Status
from zaakspoor.process.blueprints.engine import reason_for
from zaakspoor.process.blueprints.findings import Finding, Lines
from zaakspoor.process.blueprints.vocabulary import MACHINE, RETRY, STEPS, TOO_LATE


def check_machine(blueprint: Blueprint, lines: Lines) -> Iterator[Finding]:
    """Yield what is wrong with the automatic steps, their retries and their reasons."""
    for key, status in blueprint.statuses.items():
        if status.automatic:
            line = lines.of("statussen", key, "automatisch")
            yield from _ways_out(status, status.automatic, line)
            yield from _follow_ups(status, status.automatic, line)
            yield from _reasons(blueprint, status, status.automatic, line)
        yield from _late_reason(blueprint, status, lines)


def _ways_out(status: Status, automatic: Automatic, line: int) -> Iterator[Finding]:
    for step in automatic.steps:
        for word in sorted(STEPS[step.key].failures - set(step.failures)):
            text = f"wat als '{step.key}' eindigt in '{word}'?"
            yield Finding("automatisch-zonder-uitweg", line, text)
    retries = any(RETRY in step.failures.values() for step in automatic.steps)
    if retries and automatic.retry is None:
        text = f"wanneer probeert '{status.key}' het opnieuw? herprobeer: …"
        yield Finding("automatisch-zonder-uitweg", line, text)
    if automatic.retry:
        yield from _delay(automatic.retry, line)


def _delay(retry: Retry, line: int) -> Iterator[Finding]:
    waits = [wait.seconds for wait in retry.waits]
    if not waits:
        yield Finding("automatisch-zonder-uitweg", line, "herprobeer.na heeft geen wachttijden")
    if waits != sorted(waits):
        text = (
            "de wachttijden worden steeds langer, anders vragen wij te veel van een kapot systeem"
        )
        yield Finding("herprobeer-volgorde", line, text)
    tells = retry.tell_from is not None and retry.message is not None
    if not tells or retry.tell_from.seconds > max(waits, default=0):  # type: ignore[union-attr]
        text = "de inwoner hoort niet dat het langer duurt: vertel_vanaf en bericht"
        yield Finding("vertraging-zonder-bericht", line, text)


def _follow_ups(status: Status, automatic: Automatic, line: int) -> Iterator[Finding]:
    *earlier, last = [follow_up.when is None for follow_up in automatic.then] or [False]
    if not last or any(earlier):
        text = "alleen de laatste regel van daarna heeft geen voorwaarde"
        yield Finding("automatisch-zonder-uitweg", line, text)
    targets = [target for step in automatic.steps for target in step.failures.values()]
    targets += [follow_up.action for follow_up in automatic.then]
    targets += [automatic.retry.then] if automatic.retry else []
    for key in sorted(set(targets) - {RETRY}):
        if MACHINE not in status.actions[key].by:
            text = f"'{key}' mag niet door het systeem worden gedaan"
            yield Finding("actie-niet-voor-systeem", line, text)


def _reasons(
    blueprint: Blueprint, status: Status, automatic: Automatic, line: int
) -> Iterator[Finding]:
    for step in automatic.steps:
        for word, target in step.failures.items():
            retried = target == RETRY
            if retried and automatic.retry is None:
                continue
            key = automatic.retry.then if retried and automatic.retry else target
            reason = reason_for(word, retried=retried)
            if "reden" in status.actions[key].requires and reason not in blueprint.reasons:
                text = f"de inwoner moet lezen waarom: zet '{reason}' bij redenen"
                yield Finding("onbekende-reden", line, text)


def _late_reason(blueprint: Blueprint, status: Status, lines: Lines) -> Iterator[Finding]:
    for action in status.actions.values():
        timed = action.after or action.on_fact
        if timed and "reden" in action.requires and TOO_LATE not in blueprint.reasons:
            line = lines.of("statussen", status.key, "acties", action.key)
            yield Finding("onbekende-reden", line, f"zet '{TOO_LATE}' bij redenen")
