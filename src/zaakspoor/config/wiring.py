"""Which connection stands behind which door of the process. Change a source here, by settings."""

from datetime import datetime

from django.conf import settings

from zaakspoor.connections.brp import BrpClient
from zaakspoor.connections.smtp import MailRejected, OutgoingMail, SmtpSender
from zaakspoor.process.messages.operations import Rejected, install_mailer
from zaakspoor.process.papers.ports import install_persons


class SmtpMailer:
    """The door to the mail server, opened on SMTP."""

    def __init__(self, sender: SmtpSender) -> None:
        self._sender = sender

    def send(
        self, *, message_id: str, to: str, subject: str, text: str, language: str, at: datetime
    ) -> None:
        """Hand over one message; see `process.messages.operations.Mailer`."""
        mail = OutgoingMail(
            message_id=message_id, to=to, subject=subject, text=text, at=at, language=language
        )
        try:
            self._sender.send(mail)
        except MailRejected as error:
            raise Rejected(str(error)) from error


def connect() -> None:
    """Install the civil registry and the mail server of the settings."""
    install_persons(
        BrpClient(
            base_url=settings.BRP_URL,
            api_key=settings.BRP_API_KEY,
            timeout=settings.BRP_TIMEOUT_SECONDS,
        )
    )
    install_mailer(
        SmtpMailer(
            SmtpSender(
                host=settings.SMTP_HOST,
                port=settings.SMTP_PORT,
                sender=settings.MAIL_FROM,
                user=settings.SMTP_USER,
                password=settings.SMTP_PASSWORD,
                starttls=settings.SMTP_STARTTLS,
            )
        )
    )
