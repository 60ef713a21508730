"""One simulated case, walked through a blueprint in virtual time."""

import heapq
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from zaakspoor.core.calendar import Calendar
from zaakspoor.core.clock import AMSTERDAM, local_date
from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints import engine, spans
from zaakspoor.process.blueprints.definition import Action, Automatic, Blueprint, Clock, Span
from zaakspoor.process.blueprints.simulate.scenario import (
    GOOD,
    HANGS,
    Deed,
    Outcomes,
    Scenario,
)
from zaakspoor.process.blueprints.simulate.telling import (
    Mail,
    Moment,
    Promised,
    mail_of,
    page_text,
    steps_of,
)
from zaakspoor.process.blueprints.vocabulary import MACHINE, RETRY, TIME, TOO_LATE

# More statuses than any case sees: a blueprint that runs in circles stops here.
MOST_EVENTS = 500
# How long the machine takes for the steps of one status.
MACHINE_TIME = timedelta(seconds=1)
REMIND_AT = time(9, 0)


class Walk:
    """A case under way. `moments` is what happened, `problems` what should not have."""

    def __init__(self, blueprint: Blueprint, scenario: Scenario, calendar: Calendar) -> None:
        self.blueprint = blueprint
        self.scenario = scenario
        self.calendar = calendar
        self.moments: list[Moment] = []
        self.problems: list[str] = []
        self.entered: list[str] = []
        self.now = scenario.start
        self.facts: dict[str, str] = {}
        self.started: dict[str, Promised] = {}
        self.reached = 0
        self._tries: Counter[str] = Counter()
        self._failures = 0
        # (due, order of scheduling, entry it belongs to or 0, what to do, argument)
        self._due: list[tuple[datetime, int, int, str, str]] = []
        self._scheduled = 0

    @property
    def status(self) -> str:
        """The status that the case is in."""
        return self.entered[-1]

    @property
    def promised(self) -> Promised | None:
        """The dates that were told last."""
        return list(self.started.values())[-1] if self.started else None

    def walk(self) -> None:
        """Walk until the end, or until nothing more happens by itself."""
        at = self.now
        for number, deed in enumerate(self.scenario.deeds):
            at = self._later(at, deed.after)
            self._schedule(at, 0, "deed", str(number))
        self._enter(self.blueprint.begin, "de aanvraag komt binnen")
        for _ in range(MOST_EVENTS):
            if not self._due or self.blueprint.statuses[self.status].is_end:
                return
            due, _, entry, what, argument = heapq.heappop(self._due)
            if entry in (0, len(self.entered)):
                self.now = max(self.now, due)
                self._happen(what, argument)
        self.problems.append("de zaak blijft rondgaan")

    def _happen(self, what: str, argument: str) -> None:
        if what == "deed":
            self._do(self.scenario.deeds[int(argument)])
        elif what == "machine":
            self._run_machine()
        elif what == "reminder":
            self._note("een herinnering", [mail_of(self.blueprint, argument, self.promised)])
        else:
            reason = {"reden": TOO_LATE}
            self._act(argument, frozenset({TIME}), reason, "de tijd is om")

    def _do(self, deed: Deed) -> None:
        try:
            self._act(deed.action, frozenset({deed.who}), deed.facts, f"{deed.who}: {deed.action}")
        except Refused as refusal:
            if deed.allowed:
                self.problems.append(f"{deed.who} kan niet '{deed.action}': {refusal}")
        else:
            if not deed.allowed:
                self.problems.append(f"{deed.who} kon '{deed.action}', en dat mag niet")

    def _act(
        self, action: str, roles: frozenset[str], facts: Mapping[str, str], cause: str
    ) -> None:
        known = {**self.facts, **facts}
        taken = engine.step(
            self.blueprint,
            status=self.status,
            action=action,
            roles=roles,
            facts=known,
            answers=self.scenario.answers,
        )
        self.facts = known
        self._enter(taken.to.key, cause)

    def _run_machine(self) -> None:
        automatic = self.blueprint.statuses[self.status].automatic
        assert automatic is not None
        for step in automatic.steps:
            self._tries[step.key] += 1
            outcomes = self.scenario.outcomes.get(step.key, Outcomes((), always=False))
            word = outcomes.of_try(self._tries[step.key])
            if word == HANGS:
                return
            if word != GOOD:
                self._fail(automatic, engine.way_out(step, word), word)
                return
        action = engine.next_action(automatic, self.scenario.answers)
        # What the steps made is whatever the action asks of the machine.
        taken = self.blueprint.statuses[self.status].actions[action]
        made = dict.fromkeys(taken.requires, "gemaakt")
        self._act(action, frozenset({MACHINE}), made, f"automatisch: {action}")

    def _fail(self, automatic: Automatic, out: str, word: str) -> None:
        retried = out == RETRY and automatic.retry is not None
        if retried and automatic.retry:
            self._failures += 1
            wait = engine.retry_wait(automatic.retry, self._failures)
            if wait is not None:
                self._schedule(self.now + timedelta(seconds=wait.seconds), self._entry, "machine")
                tells = engine.tells_delay(automatic.retry, self._failures)
                key = automatic.retry.message if tells else None
                mails = [mail_of(self.blueprint, key, self.promised)] if key else []
                self._note(f"{word}, opnieuw over {wait}", mails)
                return
            out = automatic.retry.then
        reason = {"reden": engine.reason_for(word, retried=retried)}
        self._act(out, frozenset({MACHINE}), reason, f"automatisch: {word}")

    def _enter(self, key: str, cause: str) -> None:
        status = self.blueprint.statuses[key]
        self.entered.append(key)
        self._failures = 0
        self.reached = max(self.reached, self.blueprint.milestone_number(key))
        for clock in self.blueprint.clocks.values():
            if clock.starts_at == key and clock.key not in self.started:
                self.started[clock.key] = self._promise(clock)
        if status.automatic:
            self._schedule(self.now + MACHINE_TIME, self._entry, "machine")
        for action in status.actions.values():
            self._set_timer(action)
        for reminder in status.reminders:
            day = date.fromisoformat(self.facts[reminder.fact])
            on = day - timedelta(days=reminder.before.amount)
            due = datetime.combine(on, REMIND_AT, tzinfo=AMSTERDAM)
            self._schedule(due, self._entry, "reminder", reminder.message)
        mails = [mail_of(self.blueprint, status.message, self.promised)] if status.message else []
        self._note(cause, mails)

    @property
    def _entry(self) -> int:
        return len(self.entered)

    def _set_timer(self, action: Action) -> None:
        if action.after:
            due = spans.moment_after(self.now, action.after, self.calendar)
            self._schedule(due, self._entry, "timer", action.key)
        elif action.on_fact:
            # The last day counts in full.
            day = date.fromisoformat(self.facts[action.on_fact]) + timedelta(days=1)
            due = datetime.combine(day, time(0, 0), tzinfo=AMSTERDAM)
            self._schedule(due, self._entry, "timer", action.key)

    def _promise(self, clock: Clock) -> Promised:
        target = spans.moment_after(self.now, clock.target, self.calendar)
        return Promised(
            expected_on=local_date(target),
            expected_at=target if clock.target.is_instant else None,
            latest_on=spans.day_after(local_date(self.now), clock.fatal, self.calendar),
        )

    def _schedule(self, due: datetime, entry: int, what: str, argument: str = "") -> None:
        self._scheduled += 1
        heapq.heappush(self._due, (due, self._scheduled, entry, what, argument))

    def _later(self, at: datetime, span: Span) -> datetime:
        """Return the same time of day so many days later, or so many hours later."""
        if span.is_instant:
            return at + timedelta(seconds=span.seconds)
        if span.unit == "wd":
            day = self.calendar.add_working_days(local_date(at), span.amount)
        else:
            day = local_date(at) + timedelta(days=span.amount * (7 if span.unit == "w" else 1))
        return datetime.combine(day, at.astimezone(AMSTERDAM).time(), tzinfo=AMSTERDAM)

    def _note(self, cause: str, mails: list[Mail]) -> None:
        status = self.blueprint.statuses[self.status]
        self.moments.append(
            Moment(
                at=self.now,
                cause=cause,
                status=status.key,
                title=status.title.nl,
                text=page_text(self.blueprint, status, self.facts, self.promised),
                turn=status.turn,
                steps=steps_of(self.blueprint, self.reached),
                promised=self.promised,
                mails=mails,
            )
        )
