"""`zaakspoor blueprint`: a service is judged and tried before it goes live."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from zaakspoor.config.commands.output import say, warn
from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints import lint, loading, simulate
from zaakspoor.process.blueprints.findings import BlueprintInvalid
from zaakspoor.process.route.publishing import publish
from zaakspoor.process.terms.operations import calendar


def run(arguments: Namespace) -> int:
    """Lint, publish or simulate the file; exit with 1 when it has mistakes."""
    path = Path(arguments.file)
    if not path.is_file():
        warn(f"{path}: dit bestand is er niet.")
        return 2
    if not _is_sound(path):
        return 1
    match arguments.action:
        case "publish":
            return _publish(path)
        case "simulate":
            return _simulate(path, arguments.scenario)
    return 0


def _is_sound(path: Path) -> bool:
    findings = lint.lint_file(path)
    for finding in findings:
        say(f"{path}:{finding.line}: {finding.severity}: {finding.text} [{finding.rule}]")
    return not lint.errors_of(findings)


def _publish(path: Path) -> int:
    try:
        live = publish(source=path.read_text(encoding="utf-8"), at=datetime.now(UTC))
    except Refused as refusal:
        warn(str(refusal))
        return 1
    what = "staat nu live" if live.is_new else "stond al live"
    say(f"{live.key} versie {live.version} {what}.")
    return 0


def _simulate(path: Path, wanted: str | None) -> int:
    blueprint = loading.load(path)
    try:
        scenarios = simulate.load_scenarios(simulate.scenarios_path(path))
    except (OSError, BlueprintInvalid) as error:
        warn(f"{simulate.scenarios_path(path)}: {error}")
        return 2
    if wanted and wanted not in scenarios:
        warn(f"Er is geen scenario {wanted}; kies uit: {', '.join(scenarios)}.")
        return 2
    unexpected = 0
    for name in [wanted] if wanted else scenarios:
        walked = simulate.simulate(blueprint, scenarios[name], calendar())
        for line in simulate.lines(walked):
            say(line)
        unexpected += len(simulate.differences(walked))
    return 1 if unexpected else 0
