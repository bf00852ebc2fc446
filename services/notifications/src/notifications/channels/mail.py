"""A mail as every transport takes it, and what a transport promises."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from uuid import UUID

from notifications.rendering import Rendered

PLAIN_ASCII = SMTP.clone(cte_type="7bit")
MESSAGE_HEADER = "X-ToteTaxi-Message"
"""Our message's id; survives providers that replace Message-ID, as SES does."""


class DeliveryError(Exception):
    """A provider did not take a mail. The text goes into logs: it says what, never to whom."""

    def __init__(self, reason: str, *, is_permanent: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_permanent = is_permanent


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a mail."""

    file_name: str
    content_type: str
    """With its parameters, such as text/calendar; charset=utf-8; method=PUBLISH."""
    content: bytes


@dataclass(frozen=True)
class Mail:
    """One mail, ready for the wire."""

    message_id: UUID
    template: str
    sender: str
    recipient: str
    raw: bytes
    """RFC 5322, ASCII only."""


SendMail = Callable[[Mail], Awaitable[str]]
"""Hands a mail over and returns the provider's id for it. Raises DeliveryError when it was not taken."""


def compose(
    message_id: UUID,
    template: str,
    sender: str,
    reply_to: str,
    recipient: str,
    words: Rendered,
    written_at: datetime,
    attachments: Sequence[Attachment] = (),
    opt_out_url: str = "",
) -> Mail:
    """The MIME form of `words`. The same message always has the same Message-ID, so mailboxes can tell a double.

    Raises DeliveryError when the recipient's address can't be written in a header.
    """
    mail = EmailMessage(policy=PLAIN_ASCII)
    try:
        mail["To"] = recipient
    except (ValueError, IndexError) as error:
        raise DeliveryError("The recipient's address is malformed.", is_permanent=True) from error
    mail["From"] = sender
    mail["Reply-To"] = reply_to
    mail["Subject"] = words.subject
    mail["Date"] = format_datetime(written_at)
    mail["Message-ID"] = f"<{message_id}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    if opt_out_url:
        mail["List-Unsubscribe"] = f"<{opt_out_url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail[MESSAGE_HEADER] = str(message_id)
    mail.set_content(words.text, cte="quoted-printable")
    mail.add_alternative(words.html, subtype="html", cte="quoted-printable")
    for each in attachments:
        attach(mail, each)
    return Mail(message_id, template, sender, recipient, mail.as_bytes())


def attach(mail: EmailMessage, attachment: Attachment) -> None:
    """Adds a file, with its type's parameters as they were given."""
    header = EmailMessage()
    header["Content-Type"] = attachment.content_type
    content_type = header["Content-Type"]
    mail.add_attachment(
        attachment.content,
        maintype=content_type.maintype,
        subtype=content_type.subtype,
        filename=attachment.file_name,
        params=dict(content_type.params),
    )
