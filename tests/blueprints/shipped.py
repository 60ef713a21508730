"""The blueprints that come with Zaakspoor."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "blueprints"
SHIPPED = sorted(path for path in FOLDER.glob("*.yaml") if not path.stem.endswith(".scenarios"))
EXTRACT = FOLDER / "uittreksel.yaml"
