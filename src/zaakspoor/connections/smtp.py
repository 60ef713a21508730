"""Handing e-mail to a mail server, and saying exactly how that ended."""

import re
import smtplib
import ssl
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

# Quoted names exist in RFC 5321 and nowhere else; in a form they are a mistake or an attack.
_LOCAL_PART = re.compile(r"[^\s\"<>@,;:()\\]+")


class MailRejected(Exception):
    """The server will never take this message (5xx, or no address): do not try again."""


class MailDelayed(Exception):
    """The server did not take the message now (4xx, no connection): try again later."""


class MailUncertain(Exception):
    """The connection was lost after everything was sent: it may have arrived.

    Trying again carries the same Message-ID, by which servers suppress a second copy.
    """


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One message to one address.

    `message_id` is our own id: the same id gives the same Message-ID, on every attempt.
    `at` is the moment for the Date header; `language` is nl or en.
    """

    message_id: str
    to: str
    subject: str
    text: str
    at: datetime
    html: str | None = None
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class SmtpAccepted:
    """The server took the message; `reply` is its answer, as evidence."""

    message_id: str
    reply: str


@dataclass(frozen=True, slots=True)
class SmtpSender:
    """A mail server and the name we send under. Safe to share between threads.

    Every message has its own connection: measured at some milliseconds, and a broken
    connection then never belongs to somebody else's message. `timeout` is in seconds.
    """

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = False
    timeout: float = 10.0
    # Made once: reading the machine's certificates takes longer than sending.
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)

    def send(self, message: OutgoingMail) -> SmtpAccepted:
        """Hand `message` to the server and wait for its answer.

        :raises MailRejected: for ever.
        :raises MailDelayed: for now.
        :raises MailUncertain: nobody knows.
        """
        mail = self._composed(message)
        try:
            with _Connection(self.host, self.port, timeout=self.timeout) as server:
                self._greet(server)
                reply = _deliver(server, mail)
        except smtplib.SMTPResponseException as error:
            raise MailDelayed(_safe_reply(error.smtp_code, error.smtp_error)) from error
        except (OSError, smtplib.SMTPException) as error:
            raise MailDelayed(f"no connection with the mail server: {type(error).__name__}") from (
                error
            )
        return SmtpAccepted(mail["Message-ID"], reply)

    def _composed(self, message: OutgoingMail) -> EmailMessage:
        name, address = parseaddr(self.sender)
        mail = EmailMessage(policy=SMTP)
        mail["From"] = Address(name, addr_spec=address)
        mail["To"] = _recipient(message.to)
        mail["Subject"] = message.subject
        mail["Date"] = format_datetime(message.at)
        mail["Message-ID"] = f"<{message.message_id}@{address.rpartition('@')[2]}>"
        # RFC 3834: out-of-office replies to a machine help nobody.
        mail["Auto-Submitted"] = "auto-generated"
        # 7-bit for every server on the way, whatever it says it can do.
        mail.set_content(message.text, cte="quoted-printable")
        if message.html is not None:
            mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
            mail.set_boundary(f"=_{message.message_id}")
        mail["Content-Language"] = message.language
        return mail

    def _greet(self, server: smtplib.SMTP) -> None:
        server.ehlo_or_helo_if_needed()
        if self.starttls:
            server.starttls(context=self.tls)
            server.ehlo()
        if self.user:
            # A wrong password is our mistake, not the reader's: everything waits until it is right.
            server.login(self.user, self.password)


class _Connection(smtplib.SMTP):
    """A connection whose end says nothing about the message: the answer to DATA did."""

    def __exit__(self, *args: object) -> None:
        try:
            self.quit()
        except (OSError, smtplib.SMTPException):
            self.close()


def _deliver(server: smtplib.SMTP, mail: EmailMessage) -> str:
    sender, recipient = mail["From"].addresses[0], mail["To"].addresses[0]
    options = []
    if not recipient.addr_spec.isascii():
        if not server.has_extn("smtputf8"):
            raise MailRejected("the mail server cannot handle this kind of address")
        options.append("SMTPUTF8")
    _expect(server.mail(sender.addr_spec, options))
    _expect(server.rcpt(recipient.addr_spec))
    _expect(server.docmd("DATA"), 354)
    # All bytes at once: when this fails the closing dot was not sent, so nothing was delivered.
    server.send(_on_the_wire(mail))
    try:
        answer = server.getreply()
    except (OSError, smtplib.SMTPServerDisconnected) as error:
        raise MailUncertain("the connection was lost before the answer") from error
    _expect(answer)
    return _safe_reply(*answer)


def _on_the_wire(mail: EmailMessage) -> bytes:
    policy = SMTP if mail["To"].addresses[0].addr_spec.isascii() else SMTP.clone(utf8=True)
    content = mail.as_bytes(policy=policy)
    # RFC 5321 4.5.2: a line that begins with a dot gets a second one.
    stuffed = re.sub(rb"(?m)^\.", b"..", content)
    return stuffed + (b"" if stuffed.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _expect(answer: tuple[int, bytes], code: int = 250) -> None:
    if answer[0] == code or (code == 250 and answer[0] == 251):
        return
    if 500 <= answer[0] < 600:
        raise MailRejected(_safe_reply(*answer))
    raise MailDelayed(_safe_reply(*answer))


def _safe_reply(code: int, text: bytes | str) -> str:
    # Servers like to quote the address; the enhanced code (RFC 3463) says as much.
    words = text.decode("ascii", "replace") if isinstance(text, bytes) else text
    enhanced = re.match(r"[245]\.\d{1,3}\.\d{1,3}\b", words)
    return f"{code} {enhanced.group()}" if enhanced else str(code)


def _recipient(to: str) -> Address:
    local, _, domain = to.rpartition("@")
    if not _LOCAL_PART.fullmatch(local) or not domain:
        raise MailRejected("this is no e-mail address")
    try:
        return Address(username=local, domain=domain.encode("idna").decode("ascii"))
    except (ValueError, UnicodeError) as error:
        raise MailRejected("this is no e-mail address") from error
