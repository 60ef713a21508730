"""Reading the statuses of a blueprint, with their actions and what the machine does."""

from typing import get_args

from zaakspoor.process.blueprints.definition import (
    Action,
    Automatic,
    Next,
    Reminder,
    Retry,
    Span,
    StaffTask,
    Status,
    Step,
    Turn,
)
from zaakspoor.process.blueprints.loading.tree import Entry

INSTANT = ("s", "min", "u")
DAYS = ("d", "wd", "w", "maand", "jaar")
# What a faulty span becomes, so that reading can go on.
_SOME = Span(1, "d")


def read_status(key: str, entry: Entry) -> Status:
    """Read one status."""
    part = entry.part(
        need="mijlpaal titel tekst aan_zet",
        may="bericht automatisch taken herinneringen acties eind resultaat",
    )
    turn: Turn = part["aan_zet"].choice(get_args(Turn), "gemeente")
    return Status(
        key=key,
        milestone=part["mijlpaal"].word(),
        title=part["titel"].text(),
        text=part["tekst"].text(),
        turn=turn,
        actions=read_actions(part["acties"]),
        automatic=_automatic(part["automatisch"]) if part["automatisch"].given else None,
        message=part["bericht"].word() or None,
        tasks=tuple(_task(item) for item in part["taken"].listed("taak")),
        reminders=tuple(_reminder(item) for item in part["herinneringen"].listed()),
        is_end=part["eind"].yes(),
        result=part["resultaat"].word() or None,
    )


def read_actions(entry: Entry) -> dict[str, Action]:
    """Read the actions of one status, or those that may be done everywhere."""
    return {key: _action(key, item) for key, item in entry.named().items()}


def _action(key: str, entry: Entry) -> Action:
    part = entry.part(need="label door naar", may="eist effect als na op")
    return Action(
        key=key,
        label=part["label"].text(),
        by=frozenset(part["door"].words()),
        to=part["naar"].word(),
        requires=part["eist"].words(),
        effects=part["effect"].words(),
        when=part["als"].condition(),
        after=part["na"].span(),
        on_fact=part["op"].word() or None,
    )


def _automatic(entry: Entry) -> Automatic:
    part = entry.part(need="stappen daarna", may="herprobeer")
    return Automatic(
        steps=tuple(_step(item) for item in part["stappen"].listed("stap")),
        then=tuple(_next(item) for item in part["daarna"].listed()),
        retry=_retry(part["herprobeer"]) if part["herprobeer"].given else None,
    )


def _step(entry: Entry) -> Step:
    part = entry.part(need="stap", may="fout")
    failures = part["fout"].named()
    return Step(part["stap"].name(), {word: item.word() for word, item in failures.items()})


def _next(entry: Entry) -> Next:
    part = entry.part(need="actie", may="als")
    return Next(part["actie"].word(), part["als"].condition())


def _retry(entry: Entry) -> Retry:
    part = entry.part(need="na", may="vertel_vanaf bericht daarna")
    if not part["daarna"].given:
        entry.fault("automatisch-zonder-uitweg", "wat als geen enkele poging lukt? daarna: …")
    waits = part["na"].listed() if part["na"].is_list else [part["na"]]
    return Retry(
        waits=tuple(item.span(INSTANT) or Span(1, "u") for item in waits),
        tell_from=part["vertel_vanaf"].span(INSTANT),
        message=part["bericht"].word() or None,
        then=part["daarna"].word(),
    )


def _task(entry: Entry) -> StaffTask:
    part = entry.part(need="taak titel termijn")
    term = part["termijn"].span(DAYS) or _SOME
    return StaffTask(part["taak"].name(), part["titel"].text(), term)


def _reminder(entry: Entry) -> Reminder:
    part = entry.part(need="feit vooraf bericht")
    before = part["vooraf"].span(("d",)) or _SOME
    return Reminder(part["feit"].word(), before, part["bericht"].word())
