"""The page with the switches of the registry."""

from html import escape

from simulators.brp.behaviour import MODES, Behaviour
from simulators.people import OTHERS, PEOPLE, TestPerson

_LABELS = {
    "normal": "Werkt gewoon",
    "down": "Ligt plat (503)",
    "busy": "Krijgt te veel vragen (429)",
    "refusing": "Weigert onze vragen (403)",
    "garbled": "Antwoordt onzin",
    "silent": "Antwoordt niet",
}
_STYLE = (
    "body{font:1.0625rem/1.5 sans-serif;margin:0;color:#1b1b1b;background:#f4f4f2}"
    "header{background:#7a1f00;color:#fff;padding:1rem;font-weight:bold}"
    "main{max-width:48rem;margin:0 auto;padding:1rem}"
    "fieldset{border:1px solid #767676;margin:0 0 1rem;background:#fff}label{display:block}"
    "table{border-collapse:collapse;background:#fff}"
    "td,th{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}"
    "button,input{font:inherit}"
)


def page(behaviour: Behaviour, problem: str = "") -> str:
    """Return the page with the switches and the persons in the registry."""
    modes = "".join(_mode(mode, mode == behaviour.mode) for mode in MODES)
    persons = "".join(_row(person) for person in (*PEOPLE, *OTHERS))
    alert = f'<p role="alert">{escape(problem)}</p>' if problem else ""
    return f"""<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>BRP-simulator</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{_STYLE}</style></head><body>
<header>Test: dit is niet de Basisregistratie Personen</header>
<main><h1>BRP-simulator</h1>{alert}
<p>Beantwoorde vragen: {behaviour.asked}</p>
<form method="post">
<fieldset><legend>Hoe doet het register het?</legend>{modes}</fieldset>
<p><label>Seconden per antwoord
<input name="seconds" inputmode="decimal" value="{behaviour.seconds:g}"></label></p>
<p><button>Zo instellen</button></p></form>
<h2>Wie staan erin?</h2>
<table><thead><tr><th scope="col">Naam</th><th scope="col">BSN</th>
<th scope="col">Wat is er bijzonder</th></tr></thead><tbody>{persons}</tbody></table>
</main></body></html>"""


def _mode(mode: str, chosen: bool) -> str:
    checked = " checked" if chosen else ""
    return (
        f'<label><input type="radio" name="mode" value="{mode}"{checked}> '
        f"{escape(_LABELS[mode])}</label>"
    )


def _row(person: TestPerson) -> str:
    return (
        f'<tr><th scope="row">{escape(person.name)}</th><td>{person.bsn}</td>'
        f"<td>{escape(person.description)}</td></tr>"
    )
