"""Nothing grows past the size at which one can still read it."""

import ast

import pytest

from tests.support.modules import Module, product, simulators, the_rest

LONGEST_FUNCTION = 60
LONGEST_MODULE = 300
LONGEST_TEST_MODULE = 400


@pytest.mark.parametrize("module", product() + simulators(), ids=lambda module: module.place)
def test_a_module_of_the_product_stays_short(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST_MODULE
    assert too_long(module) == []


@pytest.mark.parametrize("module", the_rest(), ids=lambda module: module.place)
def test_a_module_of_the_tests_stays_short(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST_TEST_MODULE
    assert too_long(module) == []


def too_long(module: Module) -> list[str]:
    return [
        f"{function.name} takes {length(function)} lines"
        for function in module.functions()
        if length(function) > LONGEST_FUNCTION
    ]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines from `def` to the last one, docstring and comments included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_the_rule_sees_a_function_that_is_too_long() -> None:
    body = "\n".join(["    pass"] * LONGEST_FUNCTION)
    assert too_long(Module("x.py", f"def long() -> None:\n{body}"))
    assert not too_long(Module("x.py", "def short() -> None:\n    pass"))
