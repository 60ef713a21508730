import socket
import ssl
import threading
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from simulators.mail import Mailbox
from tests.simulators.running import mail_server
from zaakspoor.connections.smtp import (
    MailDelayed,
    MailRejected,
    MailUncertain,
    OutgoingMail,
    SmtpSender,
)
from zaakspoor.core.clock import AMSTERDAM

AT = datetime(2026, 11, 24, 10, 30, tzinfo=AMSTERDAM)
MAIL = OutgoingMail(
    message_id="5f0c3c1e-bericht",
    to="sam@voorbeeld.example",
    subject="Uw aanvraag is ontvangen — één dag",
    text="Beste aanvrager,\n\nLees verder:\n.\n.een punt\nGroet,\nGemeente Voorbeeldstad\n",
    at=AT,
)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def sender(mailbox: Mailbox) -> Generator[SmtpSender]:
    with mail_server(mailbox) as port:
        yield SmtpSender(
            "127.0.0.1", port, "Gemeente Voorbeeldstad <niet-antwoorden@stad.example>", timeout=5
        )


def test_a_message_arrives_as_it_was_written(sender: SmtpSender, mailbox: Mailbox) -> None:
    accepted = sender.send(MAIL)
    [arrived] = mailbox.found("sam@voorbeeld.example")
    assert arrived.text.splitlines() == MAIL.text.splitlines()
    assert arrived.subject == MAIL.subject
    assert arrived.message_id == accepted.message_id == "<5f0c3c1e-bericht@stad.example>"
    assert arrived.headers["From"] == "Gemeente Voorbeeldstad <niet-antwoorden@stad.example>"
    assert arrived.headers["Date"] == "Tue, 24 Nov 2026 10:30:00 +0100"
    assert arrived.headers["Auto-Submitted"] == "auto-generated"
    assert arrived.headers["Content-Language"] == "nl"
    assert accepted.reply == "250 2.0.0"


def test_html_goes_along_beside_the_text(sender: SmtpSender, mailbox: Mailbox) -> None:
    sender.send(replace(MAIL, html="<p>Beste aanvrager €</p>"))
    [arrived] = mailbox.found()
    assert arrived.html.strip() == "<p>Beste aanvrager €</p>"
    assert arrived.text.startswith("Beste aanvrager")


def test_a_second_attempt_has_the_same_message_id(sender: SmtpSender, mailbox: Mailbox) -> None:
    sender.send(MAIL)
    sender.send(MAIL)
    [arrived] = mailbox.found()
    assert arrived.repeats == 1


def test_an_unknown_address_is_rejected_and_not_quoted(
    sender: SmtpSender, mailbox: Mailbox
) -> None:
    mailbox.faults.reject = {MAIL.to}
    with pytest.raises(MailRejected, match=r"^550 5\.1\.1$"):
        sender.send(MAIL)
    assert mailbox.found() == []


@pytest.mark.parametrize("to", ["", "sam", "@voorbeeld.example", "a b@voorbeeld.example", "sam@"])
def test_what_is_no_address_is_rejected(sender: SmtpSender, to: str) -> None:
    with pytest.raises(MailRejected):
        sender.send(replace(MAIL, to=to))


@pytest.mark.parametrize("to", ["sam@x.example\r\nBcc: ik@x.example", "sam@x.example\nX: y"])
def test_an_address_cannot_add_a_header(sender: SmtpSender, mailbox: Mailbox, to: str) -> None:
    with pytest.raises(MailRejected):
        sender.send(replace(MAIL, to=to))
    assert mailbox.found() == []


def test_a_subject_cannot_add_a_header(sender: SmtpSender, mailbox: Mailbox) -> None:
    with pytest.raises(ValueError, match="linefeed"):
        sender.send(replace(MAIL, subject="Hallo\r\nBcc: ik@x.example"))
    assert mailbox.found() == []


def test_a_foreign_domain_and_a_foreign_name_arrive(sender: SmtpSender, mailbox: Mailbox) -> None:
    sender.send(replace(MAIL, to="sam@bücher.example"))
    sender.send(replace(MAIL, to="łukasz@x.example", message_id="tweede"))
    assert {to for mail in mailbox.found() for to in mail.to} == {
        "sam@xn--bcher-kva.example",
        "łukasz@x.example",
    }


def test_a_busy_server_delays_and_then_takes_the_message(
    sender: SmtpSender, mailbox: Mailbox
) -> None:
    mailbox.faults.delay = 1
    with pytest.raises(MailDelayed, match=r"^451 4\.3\.0$"):
        sender.send(MAIL)
    sender.send(MAIL)
    assert len(mailbox.found()) == 1


def test_no_server_delays(unused_port: int) -> None:
    with pytest.raises(MailDelayed):
        SmtpSender("127.0.0.1", unused_port, "a@stad.example").send(MAIL)


def test_a_connection_lost_after_sending_is_uncertain_and_trying_again_makes_no_second_copy(
    sender: SmtpSender, mailbox: Mailbox
) -> None:
    mailbox.faults.lose_answer = 1
    with pytest.raises(MailUncertain):
        sender.send(MAIL)
    sender.send(MAIL)
    [arrived] = mailbox.found()
    assert arrived.repeats == 1


def test_a_connection_lost_before_keeping_is_uncertain_too(
    sender: SmtpSender, mailbox: Mailbox
) -> None:
    mailbox.faults.hang_up = 1
    with pytest.raises(MailUncertain):
        sender.send(MAIL)
    sender.send(MAIL)
    assert mailbox.found()[0].repeats == 0


def test_a_server_that_answers_too_late_is_uncertain(sender: SmtpSender, mailbox: Mailbox) -> None:
    mailbox.faults.slow_seconds = 0.6
    with pytest.raises(MailUncertain):
        replace(sender, timeout=0.2).send(MAIL)
    # The connection is closed before the server has finished thinking.
    threading.Event().wait(0.8)


def test_a_server_without_starttls_gets_nothing_when_it_is_demanded(
    sender: SmtpSender, mailbox: Mailbox
) -> None:
    with pytest.raises(MailDelayed):
        replace(sender, starttls=True).send(MAIL)
    assert mailbox.found() == []


def certificate(folder: Path) -> Path:
    """Write a key and a certificate that says 127.0.0.1, and return their file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.stad.example")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "mail.pem"
    plain = serialization.NoEncryption()
    encoding, shape = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file.write_bytes(key.private_bytes(encoding, shape, plain) + made.public_bytes(encoding))
    return file


def test_mail_travels_encrypted_when_demanded(mailbox: Mailbox, tmp_path: Path) -> None:
    file = certificate(tmp_path)
    of_server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    of_server.load_cert_chain(file)
    trusting = ssl.create_default_context(cafile=str(file))
    with mail_server(mailbox, of_server) as port:
        sender = SmtpSender("127.0.0.1", port, "a@stad.example", starttls=True, timeout=5)
        with pytest.raises(MailDelayed, match="SSLCertVerificationError"):
            sender.send(MAIL)
        assert mailbox.found() == []
        replace(sender, tls=trusting).send(MAIL)
    assert len(mailbox.found()) == 1


def test_the_password_of_the_server_is_shown_nowhere() -> None:
    assert "geheim" not in repr(SmtpSender("h", 25, "a@stad.example", "stad", "geheim"))


def test_a_server_that_knows_no_passwords_delays(sender: SmtpSender, mailbox: Mailbox) -> None:
    with pytest.raises(MailDelayed):
        replace(sender, user="stad", password="geheim").send(MAIL)
    assert mailbox.found() == []


def test_many_threads_send_at_once_and_every_message_arrives_once(
    sender: SmtpSender, mailbox: Mailbox
) -> None:
    mails = [replace(MAIL, message_id=f"bericht-{number}") for number in range(120)]
    with ThreadPoolExecutor(24) as threads:
        list(threads.map(sender.send, mails))
    assert len(mailbox.found()) == 120
    assert sum(mail.repeats for mail in mailbox.found()) == 0


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
