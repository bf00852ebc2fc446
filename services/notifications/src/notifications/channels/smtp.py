"""Mail by SMTP, for who has only that."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from email.utils import parseaddr
from typing import Literal
from urllib.parse import unquote, urlsplit

from notifications.channels.mail import DeliveryError, Mail, SendMail

SUBMISSION_PORT = 587
TLS_PORT = 465
PERMANENT_FROM = 500
"""RFC 5321: replies of 500 and above will be the same next time."""


def open_smtp(url: str, seconds: float) -> SendMail:
    """A transport that opens one connection a mail to `url`: smtp:// or smtps://, with user and password or none.

    A password is never sent in the clear: with smtp:// STARTTLS comes first, and a server without it is refused.
    """

    async def send(mail: Mail) -> str:
        return await asyncio.to_thread(hand_over, url, seconds, mail)

    return send


def hand_over(url: str, seconds: float, mail: Mail) -> str:
    """Sends `mail` and returns its Message-ID's id, as SMTP gives none. Raises DeliveryError."""
    try:
        with connect(url, seconds) as connection:
            connection.sendmail(parseaddr(mail.sender)[1], [mail.recipient], mail.raw)
    except smtplib.SMTPRecipientsRefused as error:
        code = max(code for code, _ in error.recipients.values())
        raise refused(code) from error
    except smtplib.SMTPResponseException as error:
        is_about_the_mail = isinstance(error, smtplib.SMTPDataError)
        raise refused(error.smtp_code, can_be_permanent=is_about_the_mail) from error
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryError(f"The SMTP server did not take it ({type(error).__name__}).") from error
    return str(mail.message_id)


def refused(code: int, *, can_be_permanent: bool = True) -> DeliveryError:
    """The error of a reply `code`; its text is left out, for it repeats addresses."""
    return DeliveryError(f"The SMTP server answered {code}.", is_permanent=can_be_permanent and code >= PERMANENT_FROM)


def connect(url: str, seconds: float) -> smtplib.SMTP:
    """A connection to `url`, secured and signed in as it says."""
    parts = urlsplit(url)
    kind: Literal["smtp", "smtps"] = "smtps" if parts.scheme == "smtps" else "smtp"
    host = parts.hostname or "localhost"
    if kind == "smtps":
        context = ssl.create_default_context()
        connection: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or TLS_PORT, timeout=seconds, context=context)
    else:
        connection = smtplib.SMTP(host, parts.port or SUBMISSION_PORT, timeout=seconds)
    try:
        sign_in(connection, kind, unquote(parts.username or ""), unquote(parts.password or ""))
    except (smtplib.SMTPException, OSError):
        connection.close()
        raise
    return connection


def sign_in(connection: smtplib.SMTP, kind: Literal["smtp", "smtps"], user: str, password: str) -> None:
    """Secures the connection where the server can, and signs in where there is a user."""
    connection.ehlo()
    if kind == "smtp" and (user or connection.has_extn("starttls")):
        connection.starttls(context=ssl.create_default_context())
    if user:
        connection.login(user, password)
