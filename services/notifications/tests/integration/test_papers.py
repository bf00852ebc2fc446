"""The papers that go with a mail: fetched when it is sent, waited for while booking is away, left out when refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from email.message import EmailMessage
from typing import Any

import pytest
from hearing import hear, rows
from mail_stage import Post, sending
from messaging_stage import running
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT, paid_event
from paper_counter import INVITE, NOT_FOUND, RECEIPT, PaperCounter
from told import cancelled, created, expired, rescheduled

Eventually = Callable[..., Awaitable[None]]


async def sent(sender: Sender, post: Post, event: Any) -> EmailMessage:
    await hear(sender.database, event)
    await send_next(sender)
    [mail] = post.mails(RECIPIENT)
    return mail


def papers(mail: EmailMessage) -> list[tuple[str, str, bytes]]:
    """Each file's name, type and content."""
    return [
        (str(part.get_filename()), part.get_content_type(), part.get_payload(decode=True))  # type: ignore[misc]
        for part in mail.iter_attachments()
    ]


async def test_the_confirmation_carries_the_receipt_and_the_pickup_for_calendars(sender: Sender, post: Post) -> None:
    mail = await sent(sender, post, paid_event())
    assert papers(mail) == [
        ("ToteTaxi-receipt-TT-7K2M9Q.pdf", "application/pdf", RECEIPT),
        ("ToteTaxi-TT-7K2M9Q.ics", "text/calendar", INVITE),
    ]
    [_, invite] = mail.iter_attachments()
    assert dict(invite["Content-Type"].params)["method"] == "PUBLISH"
    body = mail.get_body(("plain",))
    assert body is not None
    assert "TT-7K2M9Q" in body.get_content()


async def test_the_papers_are_of_the_mails_own_booking(sender: Sender, post: Post, counter: PaperCounter) -> None:
    event = paid_event()
    await sent(sender, post, event)
    assert set(counter.asked) == {event.booking.id}


@pytest.mark.parametrize(
    ("event", "names"),
    [
        (rescheduled(), ["ToteTaxi-TT-7K2M9Q.ics"]),
        (rescheduled(status="PENDING"), []),
        (cancelled(), ["ToteTaxi-TT-7K2M9Q.ics"]),
        (created(), []),
        (expired(), []),
    ],
    ids=["moved", "moved_unpaid", "cancelled", "created", "expired"],
)
async def test_a_calendar_is_told_of_what_was_paid_and_of_nothing_else(
    sender: Sender, post: Post, event: Any, names: list[str]
) -> None:
    mail = await sent(sender, post, event)
    assert [name for name, _, _ in papers(mail)] == names


async def test_while_booking_is_away_the_mail_waits(
    sender: Sender, post: Post, counter: PaperCounter, eventually: Eventually
) -> None:
    await counter.close()
    await hear(sender.database, paid_event())
    await send_next(sender)
    [row] = await rows(sender.database)
    assert (row.status, post.mails(RECIPIENT)) == ("queued", [])
    assert row.last_error.startswith("Booking did not hand out the papers")
    await counter.open()
    async with running(*sending(sender)):
        await eventually(lambda: len(post.mails(RECIPIENT)) == 1, 15)
    assert len(papers(post.mails(RECIPIENT)[0])) == 2


async def test_a_paper_that_booking_refuses_is_left_out(sender: Sender, post: Post, counter: PaperCounter) -> None:
    counter.refusal = NOT_FOUND
    mail = await sent(sender, post, paid_event())
    assert papers(mail) == []
    assert mail["Subject"].startswith("Confirmed")
