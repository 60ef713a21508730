"""The HTML of the web inbox."""

import re
from html import escape
from urllib.parse import quote

from simulators.mail.mailbox import StoredMail

STYLE = """
body { font: 1.0625rem/1.5 sans-serif; margin: 0; color: #1b1b1b; background: #f4f4f2; }
header { background: #7a1f00; color: #fff; padding: 1rem; font-weight: bold; }
main { max-width: 54rem; margin: 0 auto; padding: 1rem; }
ul { list-style: none; padding: 0; }
li, pre, iframe { background: #fff; border: 1px solid #767676; padding: .75rem 1rem;
  margin: 0 0 .5rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
iframe { display: block; width: 100%; height: 24rem; box-sizing: border-box; }
a { color: #154273; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
input, button { font: inherit; padding: .5rem; }
:focus-visible { outline: 3px solid #000; outline-offset: 2px; }
"""
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


def inbox_page(mails: list[StoredMail], address: str) -> str:
    """Return the list, newest first, with a box to search by address."""
    rows = "".join(
        f'<li><a href="/berichten/{mail.number}">{escape(mail.subject or "(geen onderwerp)")}</a>'
        f"<br>aan {escape(', '.join(mail.to))}, {mail.received_at.astimezone():%H:%M:%S}"
        f"{_repeats(mail)}</li>"
        for mail in mails[:200]
    )
    count = "1 bericht" if len(mails) == 1 else f"{len(mails)} berichten"
    return _page(
        "Postvak van de testomgeving",
        f"""
<h1>Postvak van de testomgeving</h1>
<p>Alle e-mail die Zaakspoor hier verstuurt, komt op deze pagina terecht en nergens anders.</p>
<form action="/" role="search"><label for="q">Zoek op e-mailadres</label>
<input id="q" name="q" type="search" value="{escape(address)}"> <button>Zoek</button></form>
<h2>{count}</h2>
<ul>{rows}</ul>
<p><a href="/?q={quote(address)}">Ververs</a></p>""",
    )


def mail_page(mail: StoredMail) -> str:
    """Return one message: who, what, the text, and the HTML part in a sandbox."""
    framed = (
        f"<h2>Opgemaakt</h2>"
        f'<iframe title="Opgemaakte inhoud" sandbox="allow-popups" '
        f'src="/berichten/{mail.number}/html"></iframe>'
        if mail.html
        else ""
    )
    return _page(
        mail.subject,
        f"""
<p><a href="/">Terug naar het postvak</a></p>
<h1>{escape(mail.subject or "(geen onderwerp)")}</h1>
<dl><dt>Van</dt><dd>{escape(mail.headers.get("From", mail.sender))}</dd>
<dt>Aan</dt><dd>{escape(", ".join(mail.to))}</dd>
<dt>Ontvangen</dt><dd>{mail.received_at.astimezone():%d-%m-%Y %H:%M:%S}{_repeats(mail)}</dd>
</dl>
<h2>Tekst</h2>
<pre>{_linked(mail.text)}</pre>
{framed}""",
    )


def missing_page() -> str:
    """Return the page for a message that is not there."""
    return _page("Niet gevonden", "<h1>Dit bericht is er niet</h1><p><a href='/'>Postvak</a></p>")


def _linked(text: str) -> str:
    parts, end = [], 0
    for found in _LINK.finditer(text):
        address = escape(found.group())
        parts += [escape(text[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    return "".join([*parts, escape(text[end:])])


def _repeats(mail: StoredMail) -> str:
    return f" (daarna nog {mail.repeats} keer aangeboden)" if mail.repeats else ""


def _page(title: str, content: str) -> str:
    return f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="stylesheet" href="/simulator.css">
</head>
<body>
<header>Test: deze berichten zijn naar niemand verstuurd.</header>
<main>{content}
</main>
</body>
</html>
"""
