"""The conventions of the code: each rule reads a module and gives what breaks it, by line."""

import ast
import re
from collections.abc import Iterator

from tests.support.modules import Module
from zaakspoor.core.identities import is_valid_bsn

FORBIDDEN_NAMES = {
    *("utils", "util", "helpers", "helper", "base", "mixins", "mixin"),
    *("services", "service", "constants", "managers", "common", "misc", "signals"),
}
# Django looks for the connection of a database under this name.
_NAMED_BY_OTHERS = {"config/sqlite3/base.py"}
_ALWAYS_WRITES = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
_WRITES_ON_QUERYSETS = {"create", "update", "delete"}
_QUERYSET = re.compile(r"\.objects\b|\.(filter|exclude|all|select_for_update)\(")
# Sessions and files are saved by the edge and by storage; a drawing is saved to memory.
_NOT_A_ROW = re.compile(r"session|storage|^[a-z].*\)$")
_CLOCKS = re.compile(
    r"(^|\.)(datetime|timezone|dt)\.(now|utcnow|today)$|(^|\.)date\.today$|^now$|^localdate$"
    r"|^time\.time$|^localtime$"
)
# What such a class is, its base says; its name and the standard say the rest.
_SAY_IT_BY_THEIR_BASE = re.compile(r"Choices|QuerySet|AppConfig")
_SIGNALS = {"django.db.models.signals", "django.dispatch", "django.core.signals"}
_NINE_DIGITS = re.compile(r"(?<![\w.-])\d{9}(?![\w-]|\.\d)")


def only_operations_write(module: Module) -> Iterator[str]:
    """Rows change in operations; events keep their own queue; nobody else writes."""
    if module.name == "operations" or {"operations", "events"} & set(module.folders):
        return
    for call, called in module.calls():
        receiver, _, verb = called.rpartition(".")
        on_rows = _QUERYSET.search(receiver + ".") is not None
        saves = verb == "save" and _NOT_A_ROW.search(receiver) is None
        if verb in _ALWAYS_WRITES or saves or (verb in _WRITES_ON_QUERYSETS and on_rows):
            yield f"{call.lineno}: {called}() writes outside operations"


def time_is_passed_in(module: Module) -> Iterator[str]:
    """Only the edge looks at the clock; below it a moment is an argument called `at` or `now`."""
    at_the_edge = {"interfaces", "config", "events", "simulators"} & set(module.folders)
    if at_the_edge or module.name in {"cli", "live"}:
        return
    for call, called in module.calls():
        if _CLOCKS.search(called):
            yield f"{call.lineno}: {called}() looks at the clock"


def no_signals(module: Module) -> Iterator[str]:
    """What must follow a change is called by the operation that makes the change."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module in _SIGNALS:
            yield f"{node.lineno}: {node.module} makes things happen behind the reader's back"


def saving_is_saving(module: Module) -> Iterator[str]:
    """No model changes what `save` and `delete` mean."""
    for model in module.classes():
        if not any("Model" in ast.unparse(base) for base in model.bases):
            continue
        for item in model.body:
            if isinstance(item, ast.FunctionDef) and item.name in {"save", "delete"}:
                yield f"{item.lineno}: {model.name}.{item.name} is overridden"


def no_towers(module: Module) -> Iterator[str]:
    """A class has two bases at most."""
    for item in module.classes():
        if len(item.bases) > 2:
            yield f"{item.lineno}: {item.name} has {len(item.bases)} bases"


def names_say_something(module: Module) -> Iterator[str]:
    """A module called utils collects everything."""
    if module.place in _NAMED_BY_OTHERS:
        return
    for name in {module.name, *module.folders} & FORBIDDEN_NAMES:
        yield f"1: a module or folder called {name} says nothing"


def rows_have_no_order_of_their_own(module: Module) -> Iterator[str]:
    """A query says in which order it wants its rows; Meta.ordering hides a sort in every one."""
    for item in module.classes():
        if item.name == "Meta":
            for line in item.body:
                if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "ordering":
                    yield f"{line.lineno}: Meta.ordering"


def everything_is_explained(module: Module) -> Iterator[str]:
    """Modules, public classes and public functions say what they are; views may go without."""
    if module.text.strip() and ast.get_docstring(module.tree) is None:
        yield "1: the module does not say what belongs here"
    for item in module.tree.body:
        if not isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if item.name.startswith("_") or _is_view(module, item) or _is_told_elsewhere(item):
            continue
        if ast.get_docstring(item) is None:
            yield f"{item.lineno}: {item.name} has no docstring"


def no_personal_numbers(module: Module) -> Iterator[str]:
    """Not even an invented BSN stands in the product."""
    for number, line in enumerate(module.text.splitlines(), start=1):
        for found in _NINE_DIGITS.findall(line):
            if is_valid_bsn(found) and "RSIN" not in line:
                yield f"{number}: a number that passes for a BSN"


def _is_told_elsewhere(item: ast.stmt) -> bool:
    if isinstance(item, ast.FunctionDef):
        return any(ast.unparse(line).endswith("overload") for line in item.decorator_list)
    bases = item.bases if isinstance(item, ast.ClassDef) else []
    return any(_SAY_IT_BY_THEIR_BASE.search(ast.unparse(base)) for base in bases)


def _is_view(module: Module, item: ast.stmt) -> bool:
    if "interfaces" not in module.folders or not isinstance(item, ast.FunctionDef):
        return False
    arguments = item.args.posonlyargs + item.args.args
    return bool(arguments) and arguments[0].arg == "request"
