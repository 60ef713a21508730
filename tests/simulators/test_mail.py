from collections.abc import Generator
from email.message import EmailMessage

import httpx
import pytest

from simulators.mail import Mailbox, create_app
from tests.simulators.running import served


@pytest.fixture(scope="module")
def running() -> Generator[tuple[Mailbox, str]]:
    mailbox = Mailbox()
    with served(create_app(mailbox)) as address:
        yield mailbox, address


@pytest.fixture
def mailbox(running: tuple[Mailbox, str]) -> Generator[Mailbox]:
    yield running[0]
    running[0].empty()


@pytest.fixture
def address(running: tuple[Mailbox, str], mailbox: Mailbox) -> str:
    return running[1]


def put(mailbox: Mailbox, to: str, *, text: str = "Hallo", html: str = "", number: int = 1) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "stad@x.example", to, "Een <i>bericht</i>"
    mail["Message-ID"] = f"<{number}@x.example>"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    mailbox.keep("stad@x.example", [to], mail.as_bytes())


def test_the_inbox_shows_the_newest_first_and_finds_an_address(
    mailbox: Mailbox, address: str
) -> None:
    put(mailbox, "sam@x.example", number=1)
    put(mailbox, "kim@x.example", number=2)
    page = httpx.get(f"{address}/").text
    assert page.index("kim@x.example") < page.index("sam@x.example")
    assert "Een &lt;i&gt;bericht&lt;/i&gt;" in page
    found = httpx.get(f"{address}/", params={"q": "SAM@"}).text
    assert "1 bericht<" in found
    assert "kim@x.example" not in found


def test_links_in_a_message_can_be_followed_and_the_rest_is_text(
    mailbox: Mailbox, address: str
) -> None:
    put(mailbox, "sam@x.example", text="Zie http://localhost:8000/zaken/1/. <script>x</script>")
    page = httpx.get(f"{address}/berichten/{mailbox.found()[0].number}")
    assert '<a href="http://localhost:8000/zaken/1/">' in page.text
    assert "&lt;script&gt;" in page.text
    assert "<script" not in page.text


def test_html_of_a_message_is_shown_in_a_sandbox(mailbox: Mailbox, address: str) -> None:
    put(mailbox, "sam@x.example", html="<p>Dag</p><script>alert(1)</script>")
    number = mailbox.found()[0].number
    assert "sandbox=" in httpx.get(f"{address}/berichten/{number}").text
    part = httpx.get(f"{address}/berichten/{number}/html")
    assert part.headers["content-security-policy"].startswith("sandbox")
    assert "default-src 'none'" in part.headers["content-security-policy"]


def test_a_message_that_is_not_there_is_a_404(address: str) -> None:
    assert httpx.get(f"{address}/berichten/99999").status_code == 404
    assert httpx.get(f"{address}/berichten/99999/html").status_code == 404


def test_a_program_reads_counts_and_empties_the_inbox(mailbox: Mailbox, address: str) -> None:
    put(mailbox, "sam@x.example")
    put(mailbox, "sam@x.example")
    [message] = httpx.get(f"{address}/api/messages", params={"to": "sam@x.example"}).json()
    assert message["repeats"] == 1
    assert message["text"].strip() == "Hallo"
    assert httpx.get(f"{address}/api/messages?count=1").json() == {"messages": 1, "repeats": 1}
    assert httpx.delete(f"{address}/api/messages").status_code == 204
    assert httpx.get(f"{address}/api/messages").json() == []


def test_a_program_asks_for_faults(mailbox: Mailbox, address: str) -> None:
    wishes = {"reject": ["Sam@x.example"], "delay": 2}
    assert httpx.post(f"{address}/api/faults", json=wishes).json()["delay"] == 2
    assert mailbox.faults.reject == {"sam@x.example"}
    assert mailbox.faults.hang_up == 0


def test_the_inbox_does_not_start_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENVIRONMENT", "production")
    with pytest.raises(SystemExit, match="production"):
        create_app(Mailbox())
