"""Walking a blueprint: every action, every transition, every text, with the path to its line."""

from collections.abc import Iterator
from dataclasses import dataclass

from zaakspoor.process.blueprints.definition import Action, Blueprint, Status
from zaakspoor.process.blueprints.engine import VARIABLE
from zaakspoor.process.blueprints.form_definition import Condition, Field, Text
from zaakspoor.process.blueprints.vocabulary import MESSAGE_VARIABLES, STATUS_VARIABLES

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A text that a resident reads, and the variables it may use."""

    path: Path
    text: Text
    variables: frozenset[str] = frozenset()

    def used(self) -> set[str]:
        """Return the variables in either language."""
        return set(VARIABLE.findall(self.text.nl)) | set(VARIABLE.findall(self.text.en))


def actions_of(blueprint: Blueprint) -> Iterator[tuple[Path, Action]]:
    """Yield every action once, with the path to it."""
    for key, status in blueprint.statuses.items():
        for action in status.actions.values():
            yield ("statussen", key, "acties", action.key), action
    for action in blueprint.everywhere.values():
        yield ("overal", action.key), action


def transitions(blueprint: Blueprint) -> Iterator[tuple[Status, Action, Path]]:
    """Yield every step a case can take: from a status, by an action, with the path to it."""
    for key, status in blueprint.statuses.items():
        if status.is_end:
            continue
        everywhere = {k: a for k, a in blueprint.everywhere.items() if k not in status.actions}
        for action in everywhere.values():
            yield status, action, ("overal", action.key)
        for action in status.actions.values():
            yield status, action, ("statussen", key, "acties", action.key)


def conditions(blueprint: Blueprint) -> Iterator[tuple[Path, Condition]]:
    """Yield every condition of the route (not of the form), with the path to it."""
    for rule in blueprint.routing:
        if rule.when:
            yield ("routering", str(rule.number), "als"), rule.when
    for path, action in actions_of(blueprint):
        if action.when:
            yield (*path, "als"), action.when
    for key, status in blueprint.statuses.items():
        for number, follow_up in enumerate(status.automatic.then if status.automatic else (), 1):
            if follow_up.when:
                yield ("statussen", key, "automatisch", "daarna", str(number)), follow_up.when


def resident_texts(blueprint: Blueprint) -> Iterator[TextPlace]:
    """Yield every text that a resident may read."""
    yield TextPlace(("titel",), blueprint.title)
    yield TextPlace(("samenvatting",), blueprint.summary)
    yield from _form_texts(blueprint)
    for milestone in blueprint.milestones:
        yield TextPlace(("mijlpalen", milestone.key, "titel"), milestone.title)
        yield TextPlace(("mijlpalen", milestone.key, "tekst"), milestone.text)
    for key, text in blueprint.reasons.items():
        yield TextPlace(("redenen", key), text)
    for key, status in blueprint.statuses.items():
        yield TextPlace(("statussen", key, "titel"), status.title)
        yield TextPlace(("statussen", key, "tekst"), status.text, STATUS_VARIABLES)
    for path, action in actions_of(blueprint):
        if "aanvrager" in action.by:
            yield TextPlace((*path, "label"), action.label)
    for key, message in blueprint.messages.items():
        yield TextPlace(("berichten", key, "onderwerp"), message.subject, MESSAGE_VARIABLES)
        yield TextPlace(("berichten", key, "tekst"), message.text, MESSAGE_VARIABLES)


def _form_texts(blueprint: Blueprint) -> Iterator[TextPlace]:
    form = blueprint.form
    yield TextPlace(("formulier", "verklaring"), form.declaration)
    for number, need in enumerate(form.needs, 1):
        yield TextPlace(("formulier", "nodig", str(number)), need)
    for step in form.steps:
        yield TextPlace(("formulier", "stappen", step.key, "titel"), step.title)
        if step.intro:
            yield TextPlace(("formulier", "stappen", step.key, "inleiding"), step.intro)
        for field in step.fields:
            for text in _field_texts(field):
                yield TextPlace(("formulier", "velden", field.key), text)


def _field_texts(field: Field) -> Iterator[Text]:
    yield field.label
    yield from (text for text in (field.hint, field.why) if text)
    for option in field.options:
        yield option.label
        if option.hint:
            yield option.hint
