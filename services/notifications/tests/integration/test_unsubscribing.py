"""Who wants no more reminders says so by the mail itself; what they must know comes all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from chassis.clock import Clock, FixedClock
from chassis.refusal import NotFound
from hearing import hear
from mail_stage import Post
from notifications.clock import Sender, send_next
from notifications.feedback_api import MailFeedbackServicer
from notifications.sns_envelope import SnsDesk
from paid_event import RECIPIENT, paid_event
from totetaxi.notifications.v1.mail_feedback_service_pb2 import UnsubscribeRequest

BOOKED_AT = datetime(2027, 6, 1, 12, tzinfo=UTC)
REMINDED_AT = FixedClock(datetime(2027, 7, 1, 14, tzinfo=UTC))


async def book_and_wait(sender: Sender) -> None:
    await hear(sender.database, paid_event(), clock=FixedClock(BOOKED_AT))
    while await send_next(replace(sender, clock=REMINDED_AT)):
        pass


async def unsubscribe(sender: Sender, token: str) -> None:
    servicer = MailFeedbackServicer(sender.database, Clock(), SnsDesk(""), "")
    await servicer.Unsubscribe(UnsubscribeRequest(token=token), cast("Any", None))


async def test_a_reminder_can_be_ended_by_its_header_and_by_its_link(sender: Sender, post: Post) -> None:
    await book_and_wait(sender)
    confirmation, reminder = post.mails(RECIPIENT)
    assert confirmation["List-Unsubscribe"] is None
    url = reminder["List-Unsubscribe"].strip("<>")
    assert reminder["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    body = reminder.get_body(("plain",))
    assert body is not None
    assert url in body.get_content().split()
    page, _, token = url.partition("?token=")
    assert page == "https://totetaxi.example/unsubscribe/"
    for _ in range(2):
        await unsubscribe(sender, token)
    await book_and_wait(sender)
    kinds = [mail["Subject"].split()[0] for mail in post.mails(RECIPIENT)]
    assert kinds == ["Confirmed", "We", "Confirmed"]


@pytest.mark.parametrize("token", ["", "guessed"])
async def test_a_token_that_is_none_ends_nothing(sender: Sender, post: Post, token: str) -> None:
    await book_and_wait(sender)
    with pytest.raises(NotFound):
        await unsubscribe(sender, token)
    await book_and_wait(sender)
    assert len(post.mails(RECIPIENT)) == 4
