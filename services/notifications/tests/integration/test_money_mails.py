"""What who pays is told of money: once, in time, and not what is settled meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from chassis.clock import FixedClock
from hearing import hear, rows
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT, paid_event
from told import TOKEN, approved, created, declined, link_to_pay, month_paid, month_unpaid, refunded
from totetaxi.payments.v1.refund_pb2 import REFUND_ORIGIN_CANCELLATION

NOW = datetime.now(UTC)
GRACE = timedelta(minutes=3)


async def tell(sender: Sender, *events: Any) -> None:
    for event in events:
        await hear(sender.database, event, clock=FixedClock(NOW), grace=GRACE)


async def subjects(sender: Sender, post: Post, minutes: float) -> list[str]:
    """What was sent until so many minutes have passed."""
    while await send_next(replace(sender, clock=FixedClock(NOW + timedelta(minutes=minutes)))):
        pass
    return [mail["Subject"] for mail in post.mails(RECIPIENT)]


async def test_who_was_declined_and_has_not_paid_is_told_once_however_often_they_tried(
    sender: Sender, post: Post
) -> None:
    first, second = declined(RECIPIENT), declined(RECIPIENT)
    second.booking_id = first.booking_id
    await tell(sender, first, second)
    assert await subjects(sender, post, 2) == []
    assert await subjects(sender, post, 3) == ["Your payment did not go through: booking TT-7K2M9Q"]


async def test_who_was_declined_and_paid_after_all_hears_only_that_it_is_paid(sender: Sender, post: Post) -> None:
    event, paid = declined(RECIPIENT), paid_event()
    paid.booking.id = event.booking_id
    await tell(sender, event, paid)
    assert [subject[:9] for subject in await subjects(sender, post, 5)] == ["Confirmed"]


async def test_a_refund_that_is_done_within_the_hour_is_told_of_once(sender: Sender, post: Post) -> None:
    promise, done = approved(RECIPIENT), refunded(RECIPIENT)
    done.refund_id, done.booking_id = promise.refund_id, promise.booking_id
    await tell(sender, promise, done)
    assert await subjects(sender, post, 90) == ["$1,395.00 is on its way back: your booking TT-7K2M9Q"]


async def test_a_refund_that_takes_longer_is_promised(sender: Sender, post: Post) -> None:
    await tell(sender, approved(RECIPIENT))
    assert await subjects(sender, post, 59) == []
    assert await subjects(sender, post, 60) == ["We pay $1,395.00 back: your booking TT-7K2M9Q"]


async def test_what_a_cancellation_promised_is_not_promised_again(sender: Sender) -> None:
    promise = approved(RECIPIENT)
    promise.origin = REFUND_ORIGIN_CANCELLATION
    await tell(sender, promise)
    assert await rows(sender.database) == []


@pytest.mark.parametrize("make", [declined, refunded, month_paid, month_unpaid])
async def test_nobody_is_mailed_where_an_event_names_nobody(sender: Sender, make: Any) -> None:
    event = make(RECIPIENT)
    event.ClearField("addressee")
    await tell(sender, event)
    assert await rows(sender.database) == []


async def test_a_link_to_pay_reaches_whom_it_is_for_and_is_forgotten_then(sender: Sender, post: Post) -> None:
    await tell(sender, link_to_pay())
    await subjects(sender, post, 1)
    [mail] = post.mails(RECIPIENT)
    body = mail.get_body(("plain",))
    assert body is not None
    assert f"https://totetaxi.example/pay/?token={TOKEN}" in body.get_content().split()
    [row] = await rows(sender.database)
    assert (row.status, row.context) == ("sent", {})


async def test_a_newer_link_to_pay_replaces_the_older(sender: Sender, post: Post) -> None:
    older, newer = link_to_pay(), link_to_pay()
    newer.booking_id = older.booking_id
    await tell(sender, older, newer)
    assert len(await subjects(sender, post, 1)) == 1
    assert [(row.status, row.context) for row in await rows(sender.database)] == [("suppressed", {}), ("sent", {})]


async def test_a_link_to_what_is_paid_already_is_not_sent(sender: Sender, post: Post) -> None:
    event, booked, paid = link_to_pay(), created(), paid_event()
    booked.booking.id = paid.booking.id = event.booking_id
    await tell(sender, booked, event, paid)
    assert [subject[:9] for subject in await subjects(sender, post, 5)] == ["Confirmed"]


async def test_each_try_to_charge_a_month_is_told_of_and_its_payment_ends_it(sender: Sender, post: Post) -> None:
    first, paid = month_unpaid(RECIPIENT), month_paid(RECIPIENT)
    second = month_unpaid(RECIPIENT)
    second.booking_id = paid.booking_id = first.booking_id
    second.attempt = 2
    await tell(sender, first)
    assert len(await subjects(sender, post, 1)) == 1
    await tell(sender, second, paid)
    assert [subject[:14] for subject in await subjects(sender, post, 2)] == ["Your storage c", "$1,395.00 rece"]
