"""The command's own behaviour; what each call does in the product is tested there."""

import re
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction

from tests.support.modules import ROOT
from zaakspoor.cli import main, parser
from zaakspoor.config import commands
from zaakspoor.config.commands import dead_letters
from zaakspoor.config.subscriptions import subscribe
from zaakspoor.events import outbox, queries
from zaakspoor.events.reactions import GiveUp, Reaction, Work, install
from zaakspoor.events.worker import drain

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ZAAK = UUID("5b0c3f1e-8a3c-4b1f-9b5f-0f6d7c1a2b3c")


def run_command(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "zaakspoor.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.parametrize(
    "name", ["serve", "worker", "demo", "migrate", "check", "blueprint", "dead-letters"]
)
def test_every_word_leads_to_a_command(name: str) -> None:
    assert callable(commands.by_name(name))
    assert name in parser().format_help()


def test_help_comes_without_loading_the_product() -> None:
    code = "import sys, zaakspoor.cli; zaakspoor.cli.parser(); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_word_is_refused_with_what_there_is() -> None:
    done = run_command("fly")
    assert done.returncode == 2
    assert "serve" in done.stderr


def test_the_extract_is_a_sound_blueprint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blueprint", "lint", str(ROOT / "blueprints" / "uittreksel.yaml")]) == 0
    assert "fout" not in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blueprint", "lint", "nergens.yaml"]) == 2
    assert "nergens.yaml" in capsys.readouterr().err


def test_the_scenarios_of_the_extract_can_be_walked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blueprint", "simulate", str(ROOT / "blueprints" / "uittreksel.yaml")]) == 0
    assert capsys.readouterr().out.count("\n") > 20


@pytest.mark.django_db
def test_publishing_twice_is_publishing_once(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["blueprint", "publish", str(ROOT / "blueprints" / "uittreksel.yaml")]
    assert main(words) == 0
    assert main(words) == 0
    assert re.fullmatch(
        r"(\S+ versie 1) staat nu live\.\n\1 stond al live\.\n", capsys.readouterr().out
    )


def test_a_scenario_that_is_not_there_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["blueprint", "simulate", str(ROOT / "blueprints" / "uittreksel.yaml")]
    assert main([*words, "--scenario", "nergens"]) == 2
    assert "kies uit" in capsys.readouterr().err


def test_a_blueprint_with_a_mistake_is_refused_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "blueprints" / "uittreksel.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(text.replace("begin: aangevraagd", "begin: aangevraagt"), encoding="utf-8")
    assert main(["blueprint", "publish", str(broken)]) == 1
    assert re.search(r"broken\.yaml:\d+: fout: .*aangevraagt", capsys.readouterr().out)


@pytest.fixture
def dead_letter(db: None) -> Iterator[int]:
    def fail(work: Work) -> None:
        raise GiveUp("the mail server refuses the address")

    install([Reaction("messages.send", frozenset({"x"}), fail)])
    with transaction.atomic():
        outbox.publish("x", subject=ZAAK, payload={}, at=AT)
    drain(AT)
    yield queries.dead_letters()[0].job_id
    subscribe()


def test_dead_letters_are_listed_with_their_reason(
    dead_letter: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dead_letters.run(Namespace(action="list")) == 0
    shown = capsys.readouterr()
    assert f"{dead_letter}  2026-11-24 09:00  messages.send  {ZAAK}" in shown.out
    assert "the mail server refuses the address" in shown.out
    assert "1 dead letter(s)." in shown.err


def test_a_dead_letter_is_tried_again(dead_letter: int) -> None:
    assert dead_letters.run(Namespace(action="retry", id=dead_letter)) == 0
    assert queries.dead_letters() == []
    assert queries.health(datetime.now(UTC)).pending == 1


def test_a_dead_letter_is_given_up(dead_letter: int) -> None:
    arguments = Namespace(action="drop", id=dead_letter, reason="address no longer exists")
    assert dead_letters.run(arguments) == 0
    assert queries.health(datetime.now(UTC)).pending == 0


@pytest.mark.django_db
def test_what_is_no_dead_letter_cannot_be_retried(capsys: pytest.CaptureFixture[str]) -> None:
    assert dead_letters.run(Namespace(action="retry", id=1)) == 1
    assert capsys.readouterr().err
