"""The SMTP side: takes every message, unless a fault was asked for."""

import asyncio
import ssl

from aiosmtpd.smtp import SMTP, Envelope, Session

from simulators.mail.mailbox import Mailbox


class _Handler:
    """Answers the commands of one connection (the hooks and their names are aiosmtpd's)."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse the addresses that a test named."""
        if address.lower() in self._mailbox.faults.reject:
            # As real servers do, the answer repeats the address: nobody may log it.
            return f"550 5.1.1 <{address}>: Recipient address rejected: User unknown"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep the message, or fail as asked."""
        faults = self._mailbox.faults
        if faults.slow_seconds:
            await asyncio.sleep(faults.slow_seconds)
        if faults.delay > 0:
            faults.delay -= 1
            return "451 4.3.0 Try again later"
        if faults.hang_up > 0:
            faults.hang_up -= 1
            return _hang_up(server)
        content = envelope.original_content or b""
        kept = self._mailbox.keep(envelope.mail_from or "", envelope.rcpt_tos, content)
        if faults.lose_answer > 0:
            faults.lose_answer -= 1
            return _hang_up(server)
        return f"250 2.0.0 Kept as {kept.number}"


def create_protocol(mailbox: Mailbox, tls: ssl.SSLContext | None = None) -> SMTP:
    """Return the protocol of one connection, for `loop.create_server`; `tls` adds STARTTLS."""
    return SMTP(
        _Handler(mailbox),
        enable_SMTPUTF8=True,
        ident="Zaakspoor mail simulator",
        tls_context=tls,
        require_starttls=tls is not None,
    )


def _hang_up(server: SMTP) -> str:
    if isinstance(server.transport, asyncio.WriteTransport):
        server.transport.abort()
    return "421 4.4.2 Never heard"
