"""The HTML of a simulated provider: plain, complete without JavaScript, and clearly a test."""

from collections.abc import Mapping
from html import escape

from simulators.oidc_provider.cast import Login, Look

STYLE = """
body { font: 1.0625rem/1.5 sans-serif; margin: 0; color: #1b1b1b; background: #f4f4f2; }
header { background: #7a1f00; color: #fff; padding: 1rem; font-weight: bold; }
main { max-width: 42rem; margin: 0 auto; padding: 1rem; }
fieldset { border: 1px solid #767676; margin: 0 0 1.5rem; padding: 1rem; background: #fff; }
legend { font-weight: bold; padding: 0 .25rem; }
label { display: block; padding: .25rem 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 .5rem; }
button { font: inherit; text-align: left; width: 100%; padding: .75rem 1rem; cursor: pointer;
  border: 1px solid #154273; border-radius: .25rem; background: #fff; color: #154273; }
button:hover { background: #e8eef5; }
button:focus-visible, input:focus-visible, a:focus-visible { outline: 3px solid #000;
  outline-offset: 2px; }
button strong { display: block; }
"""

_ASKED = (
    "client_id",
    "response_type",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "acr_values",
)


def login_page(look: Look, people: tuple[Login, ...], question: Mapping[str, str]) -> str:
    """Return the page on which one chooses who to be. Everything asked travels in the form."""
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(question[name])}">'
        for name in _ASKED
        if name in question
    )
    persons = "".join(_person(login) for login in people)
    return _page(
        look,
        f"""
<h1>{escape(look.title)}</h1>
<p>{escape(look.lead)}</p>
<form method="post" action="authorize">
{hidden}
{_levels(look, question.get("acr_values", ""))}
<fieldset><legend>Kies wie u bent</legend><ul>{persons}</ul></fieldset>
<button name="cancel" value="1">Annuleren: ga terug zonder in te loggen</button>
</form>""",
    )


def message_page(look: Look, title: str, text: str) -> str:
    """Return a page that says one thing."""
    return _page(look, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")


def _person(login: Login) -> str:
    return (
        f'<li><button name="person" value="{escape(login.key)}">'
        f"<strong>{escape(login.name)}</strong> {escape(login.description)}</button></li>"
    )


def _levels(look: Look, acr_values: str) -> str:
    if not look.levels:
        return ""
    asked = acr_values.split()
    # What was asked first is enough, so it is chosen; another one shows what a refusal looks like.
    chosen = next((acr for acr in asked if acr in dict(look.levels)), look.levels[0][0])
    options = "".join(
        f'<label><input type="radio" name="level" value="{escape(acr)}"'
        f"{' checked' if acr == chosen else ''}> {escape(name)}</label>"
        for acr, name in look.levels
    )
    return f"<fieldset><legend>Kies het betrouwbaarheidsniveau</legend>{options}</fieldset>"


def _page(look: Look, content: str) -> str:
    return f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(look.title)}</title>
<link rel="stylesheet" href="simulator.css">
</head>
<body>
<header>{escape(look.banner)}</header>
<main>{content}
</main>
</body>
</html>
"""
