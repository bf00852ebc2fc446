"""Mail by SMTP, against a real SMTP server."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from uuid import UUID

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from notifications.channels.mail import DeliveryError, Mail, compose
from notifications.channels.smtp import open_smtp
from notifications.rendering import Rendered

MESSAGE = UUID("0197a000-0000-7000-8000-000000000001")
LATE = "451 4.7.1 greylisted: eleanor@whitfield.example"
NEVER = "550 5.1.1 no such user: eleanor@whitfield.example"


class Mailbox:
    """Takes mail, or answers what it is told to answer."""

    def __init__(self) -> None:
        self.answer = "250 OK"
        self.envelopes: list[Envelope] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[Controller]:
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield controller
    controller.stop()


def mail() -> Mail:
    words = Rendered(subject="Confirmed for July 2", html="<p>Élan – 100 %</p>", text="Élan – 100 %\n")
    sender, reply = "ToteTaxi <hello@totetaxi.example>", "concierge@totetaxi.example"
    written = datetime(2027, 6, 1, tzinfo=UTC)
    return compose(MESSAGE, "booking_paid", sender, reply, "eleanor@whitfield.example", words, written)


async def test_a_mail_arrives_with_text_and_html_and_a_message_id_that_stays_the_same(
    mailbox: Mailbox, server: Controller
) -> None:
    send = open_smtp(f"smtp://127.0.0.1:{server.port}", 2)
    assert await send(mail()) == str(MESSAGE)
    (envelope,) = mailbox.envelopes
    arrived = message_from_bytes(envelope.content or b"")
    assert envelope.mail_from == "hello@totetaxi.example"
    assert arrived["Message-ID"] == f"<{MESSAGE}@totetaxi.example>"
    assert [part.get_content_type() for part in arrived.get_payload()] == ["text/plain", "text/html"]  # type: ignore[union-attr]
    assert [part.get_payload(decode=True).decode() for part in arrived.get_payload()] == [  # type: ignore[union-attr]
        "Élan – 100 %\r\n",
        "<p>Élan – 100 %</p>\r\n",
    ]


@pytest.mark.parametrize(("answer", "is_permanent"), [(LATE, False), (NEVER, True)])
async def test_a_refusal_says_whether_to_try_again_and_never_whom_it_was_about(
    mailbox: Mailbox, server: Controller, answer: str, is_permanent: bool
) -> None:
    mailbox.answer = answer
    with pytest.raises(DeliveryError) as refused:
        await open_smtp(f"smtp://127.0.0.1:{server.port}", 2)(mail())
    assert refused.value.is_permanent is is_permanent
    assert "whitfield" not in str(refused.value)


async def test_a_server_that_is_away_is_tried_again() -> None:
    with pytest.raises(DeliveryError, match="ConnectionRefusedError") as refused:
        await open_smtp(f"smtp://127.0.0.1:{free_port()}", 2)(mail())
    assert not refused.value.is_permanent


async def test_a_password_is_never_sent_to_a_server_without_encryption(mailbox: Mailbox) -> None:
    passwords: list[object] = []

    def accept(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object) -> AuthResult:
        passwords.append(data)
        assert isinstance(data, LoginPassword)
        return AuthResult(success=True)

    clear = Controller(mailbox, hostname="127.0.0.1", port=free_port(), authenticator=accept, auth_require_tls=False)
    clear.start()
    try:
        with pytest.raises(DeliveryError):
            await open_smtp(f"smtp://totetaxi:secret@127.0.0.1:{clear.port}", 2)(mail())
    finally:
        clear.stop()
    assert passwords == []


async def test_a_server_whose_encryption_fails_gets_no_mail(mailbox: Mailbox) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    bare = Controller(mailbox, hostname="127.0.0.1", port=free_port(), tls_context=context)
    bare.start()
    try:
        with pytest.raises(DeliveryError):
            await open_smtp(f"smtp://127.0.0.1:{bare.port}", 2)(mail())
    finally:
        bare.stop()
    assert mailbox.envelopes == []
