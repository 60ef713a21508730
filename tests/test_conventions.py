"""The conventions hold in every module, and each rule is able to fail."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.support import rules
from tests.support.modules import Module, product, simulators

Rule = Callable[[Module], Iterator[str]]

RULES: list[Rule] = [
    rules.only_operations_write,
    rules.time_is_passed_in,
    rules.no_signals,
    rules.saving_is_saving,
    rules.no_towers,
    rules.names_say_something,
    rules.rows_have_no_order_of_their_own,
    rules.everything_is_explained,
]
PRODUCT_RULES: list[Rule] = [*RULES, rules.no_personal_numbers]

BREACHES: list[tuple[Rule, str, str]] = [
    (rules.only_operations_write, "process/x/views.py", "Zaak.objects.create(a=1)"),
    (rules.only_operations_write, "process/x/queries.py", "Zaak.objects.filter(a=1).update(b=2)"),
    (rules.only_operations_write, "interfaces/x/views.py", "zaak.save(update_fields=['a'])"),
    (rules.only_operations_write, "process/x/steps.py", "Zaak.objects.filter(a=1).delete()"),
    (rules.only_operations_write, "process/x/steps.py", "rows.bulk_create([])"),
    (rules.only_operations_write, "process/x/steps.py", "Zaak(a=1).save()"),
    (rules.time_is_passed_in, "process/x/operations.py", "datetime.now(UTC)"),
    (rules.time_is_passed_in, "process/x/operations.py", "timezone.now()"),
    (rules.time_is_passed_in, "core/x.py", "from django.utils.timezone import now\nnow()"),
    (rules.time_is_passed_in, "registers/x/models.py", "datetime.date.today()"),
    (rules.no_signals, "process/x/models.py", "from django.db.models.signals import post_save"),
    (rules.no_signals, "process/x/models.py", "from django.dispatch import receiver"),
    (
        rules.saving_is_saving,
        "process/x/models.py",
        "class Zaak(models.Model):\n    def save(self): ...",
    ),
    (rules.no_towers, "interfaces/x/views.py", "class View(A, B, C): ..."),
    (rules.names_say_something, "process/x/utils.py", ""),
    (rules.names_say_something, "process/helpers/dates.py", ""),
    (
        rules.rows_have_no_order_of_their_own,
        "process/x/models.py",
        "class Zaak(Model):\n    class Meta:\n        ordering = ['a']",
    ),
    (rules.everything_is_explained, "process/x/rules.py", "A = 1"),
    (rules.everything_is_explained, "process/x/rules.py", '"""Rules."""\ndef rule(): ...'),
    (rules.everything_is_explained, "interfaces/x/forms.py", '"""Forms."""\nclass Form: ...'),
    (rules.no_personal_numbers, "process/x/rules.py", "BSN = '999993653'"),
]

ALLOWED: list[tuple[Rule, str, str]] = [
    (rules.only_operations_write, "process/x/operations.py", "Zaak.objects.create(a=1)"),
    (rules.only_operations_write, "process/x/operations/start.py", "zaak.save()"),
    (rules.only_operations_write, "process/x/steps.py", "digest.update(b'')"),
    (rules.only_operations_write, "process/x/steps.py", "operations.create(zaak_id=1)"),
    (rules.only_operations_write, "interfaces/x/views.py", "request.session.save()"),
    (rules.only_operations_write, "process/x/drawing.py", "draw(code).save(memory)"),
    (rules.time_is_passed_in, "interfaces/x/views.py", "timezone.now()"),
    (rules.time_is_passed_in, "process/x/operations.py", "time.monotonic()"),
    (
        rules.everything_is_explained,
        "interfaces/x/views.py",
        '"""Pages."""\ndef page(request): ...\ndef _part(): ...',
    ),
    (rules.no_personal_numbers, "process/x/rules.py", "UUID('999993653-0000')[:123456789]"),
]


@pytest.mark.parametrize("module", product(), ids=lambda module: module.place)
def test_the_product_keeps_the_conventions(module: Module) -> None:
    assert [breach for rule in PRODUCT_RULES for breach in rule(module)] == []


@pytest.mark.parametrize("module", simulators(), ids=lambda module: module.place)
def test_the_simulators_keep_the_conventions(module: Module) -> None:
    assert [breach for rule in RULES for breach in rule(module)] == []


@pytest.mark.parametrize(("rule", "place", "text"), BREACHES)
def test_a_rule_sees_what_breaks_it(rule: Rule, place: str, text: str) -> None:
    assert list(rule(Module(place, text)))


@pytest.mark.parametrize(("rule", "place", "text"), ALLOWED)
def test_a_rule_leaves_the_rest_alone(rule: Rule, place: str, text: str) -> None:
    assert not list(rule(Module(place, text)))


def test_every_page_says_who_may_see_it() -> None:
    silent = [
        f"{route}: {view.__module__}.{view.__qualname__}"
        for route, view in views()
        if getattr(view, "access", None) not in {"resident", "employee", "public"}
    ]
    assert silent == []


def views() -> Iterator[tuple[str, Callable[..., object]]]:
    """Give every view of the URLconf that is ours, with its route."""
    pending = [("", pattern) for pattern in get_resolver().url_patterns]
    while pending:
        prefix, pattern = pending.pop()
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            pending += [(route, inner) for inner in pattern.url_patterns]
        elif isinstance(pattern, URLPattern) and not pattern.callback.__module__.startswith(
            "django."
        ):
            yield route, pattern.callback
