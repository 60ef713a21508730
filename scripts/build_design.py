"""Make the design system's style sheets from the packages in node_modules.

Usage: python scripts/build_design.py [node_modules]

Out of some hundred packages this takes the style sheets of the components that our pages use, the
example theme, cut down to the tokens that are really read, and the font. What it writes lies
outside version control: package-lock.json says what it is made from.
"""

import json
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DESIGN = PROJECT / "src" / "zaakspoor" / "interfaces" / "design"
BUILT = DESIGN / "built" / "zaakspoor-design"

# Only components whose licence lets everybody use them; the example theme has no house style.
UTRECHT = """
root body document alert breadcrumb-nav button button-link checkbox data-list form-field
form-field-description form-field-error-message form-label heading-1 heading-2 heading-3 link
page-header page-footer nav-bar pagination paragraph radio-button select skip-link status-badge
table textarea textbox unordered-list
"""
COMPONENTS = (
    *(f"@utrecht/{name}-css" for name in UTRECHT.split()),
    "@gemeente-denhaag/step-marker",
    "@gemeente-denhaag/process-steps",
    "@gemeente-denhaag/action",
)
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource-variable/noto-sans"
FONT_SUBSETS = ("latin", "latin-ext", "greek", "cyrillic", "vietnamese")

VARIABLE_USED = re.compile(r"var\(\s*(--[\w-]+)")
VARIABLE_SET = re.compile(r"^\s*(--[\w-]+):\s*([^;]+);", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# The example theme misspells this token, so that components lose their font.
MISSPELT = ("-font-familiy:", "-font-family:")


def main(modules: Path) -> None:
    """Write the style sheets, the fonts and the notice of their licences."""
    shutil.rmtree(BUILT, ignore_errors=True)
    (BUILT / "fonts").mkdir(parents=True)

    components = "".join(_component(modules / name) for name in COMPONENTS)
    (BUILT / "components.css").write_text(_squeeze(_fonts(modules) + components))

    own = "".join(sheet.read_text() for sheet in sorted((DESIGN / "static").rglob("*.css")))
    theme = _theme(modules / THEME / "dist" / "theme.css", used_in=components + own)
    (BUILT / "theme.css").write_text(theme)

    (BUILT / "NOTICE.txt").write_text(_notice(modules, [*COMPONENTS, THEME, FONT]))


def _component(package: Path) -> str:
    return (package / "dist" / "index.css").read_text() + "\n"


def _fonts(modules: Path) -> str:
    """Copy the font files and return the rules that load each only when a page needs it."""
    ranges = json.loads((modules / FONT / "unicode.json").read_text())
    rules = []
    for subset in FONT_SUBSETS:
        file = f"noto-sans-{subset}-wght-normal.woff2"
        shutil.copyfile(modules / FONT / "files" / file, BUILT / "fonts" / file)
        rules.append(
            "@font-face { font-family: 'Noto Sans'; font-style: normal; font-display: swap;"
            f" font-weight: 100 900; src: url(fonts/{file}) format('woff2');"
            f" unicode-range: {ranges[subset]}; }}\n"
        )
    return "".join(rules)


def _theme(source: Path, *, used_in: str) -> str:
    """Return the tokens that `used_in` reads, and those that these tokens are made of."""
    tokens = dict(VARIABLE_SET.findall(COMMENT.sub("", source.read_text().replace(*MISSPELT))))
    wanted = VARIABLE_USED.findall(used_in)
    kept: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in tokens and name not in kept:
            kept.add(name)
            wanted += VARIABLE_USED.findall(tokens[name])
    lines = (f"  {name}: {value};\n" for name, value in tokens.items() if name in kept)
    return ":root {\n" + "".join(lines) + "}\n"


def _squeeze(css: str) -> str:
    lines = (line.strip() for line in COMMENT.sub("", css).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def _notice(modules: Path, packages: Iterable[str]) -> str:
    lines = ["These style sheets and fonts are made from the packages below.", ""]
    for name in packages:
        about = json.loads((modules / name / "package.json").read_text())
        lines.append(f"{name} {about['version']}: {about['license']}")
    licences = "https://eupl.eu/1.2/en/ and https://openfontlicense.org/"
    return "\n".join([*lines, "", f"The text of the licences: {licences}", ""])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "node_modules")
