"""What a person does at a provider's page, without a browser."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import httpx

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def choose(
    authorization_url: str, person: str = "", *, level: str = "", cancel: bool = False
) -> dict[str, str]:
    """Open the login page, choose, and return the query that the browser takes back."""
    page = httpx.get(authorization_url)
    assert page.status_code == 200, page.text
    form = {name: unescape(value) for name, value in _HIDDEN.findall(page.text)}
    chosen = {"cancel": "1"} if cancel else {"person": person, "level": level}
    answer = httpx.post(authorization_url.partition("?")[0], data=form | chosen)
    assert answer.status_code == 303, answer.text
    return dict(parse_qsl(urlsplit(answer.headers["location"]).query))
