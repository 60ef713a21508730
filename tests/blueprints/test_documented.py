import re
from pathlib import Path

from tests.blueprints.shipped import EXTRACT
from zaakspoor.process.blueprints import loading
from zaakspoor.process.blueprints.simulate import scenarios_path
from zaakspoor.process.blueprints.vocabulary import FACTS, MESSAGE_VARIABLES, PREFILLS, STEPS

DOCUMENT = (EXTRACT.parents[1] / "docs" / "adding-a-service.md").read_text(encoding="utf-8")
PACKAGE = Path(str(loading.__file__)).parents[1]
RULE = re.compile(r'(?:fault\(|Finding\(|yield |_all\(|_read\([^,]*,)\s*"([a-z]+(?:-[a-z]+)*)"')


def test_every_rule_of_the_lint_is_in_the_guide() -> None:
    rules = {
        rule
        for path in PACKAGE.rglob("*.py")
        for rule in RULE.findall(path.read_text(encoding="utf-8"))
    }

    assert len(rules) > 60
    assert {rule for rule in rules if f"`{rule}`" not in DOCUMENT} == set()


def test_every_word_that_an_author_needs_is_in_the_guide() -> None:
    words = {*FACTS, *STEPS, *PREFILLS, *("{" + name + "}" for name in MESSAGE_VARIABLES)}

    assert {word for word in words if f"`{word}`" not in DOCUMENT} == set()


def test_what_the_guide_quotes_stands_in_the_blueprint() -> None:
    shipped = EXTRACT.read_text("utf-8") + scenarios_path(EXTRACT).read_text("utf-8")
    lines = {line.rstrip() for line in shipped.splitlines()}

    for block in re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL):
        assert {line for line in block.splitlines() if line.rstrip() not in lines} == set()
