"""Asking for a payment: once, only of who has not paid by then, and never for what is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from chassis.clock import FixedClock
from google.protobuf.message import Message
from hearing import hear, rows
from mail_stage import Post
from notifications.clock import Sender, measure, send_next
from notifications.measures import QUEUE_DEPTH
from paid_event import RECIPIENT, paid_event
from told import cancelled, created, expired, rescheduled

GRACE = timedelta(minutes=3)
BOOKED_AT = datetime.now(UTC)


def paid_for(booking_id: str) -> Message:
    event = paid_event()
    event.booking.id = booking_id
    return event


def later(sender: Sender, minutes: float) -> Sender:
    return replace(sender, clock=FixedClock(BOOKED_AT + timedelta(minutes=minutes)))


async def book(sender: Sender, event: Message) -> None:
    await hear(sender.database, event, clock=FixedClock(BOOKED_AT), grace=GRACE)


async def statuses(sender: Sender) -> list[tuple[str, str]]:
    return [(row.template, row.status) for row in await rows(sender.database)]


async def test_who_has_not_paid_after_three_minutes_is_asked_to(sender: Sender, post: Post) -> None:
    await book(sender, created())
    assert await send_next(later(sender, 2.9)) == 0
    assert await send_next(later(sender, 3)) == 1
    assert [mail["Subject"][:11] for mail in post.mails(RECIPIENT)] == ["Payment due"]


async def test_who_pays_at_once_gets_the_confirmation_and_nothing_else(sender: Sender, post: Post) -> None:
    event = created()
    await book(sender, event)
    await hear(sender.database, paid_for(event.booking.id), clock=FixedClock(BOOKED_AT))
    while await send_next(later(sender, 5)):
        pass
    assert [mail["Subject"][:9] for mail in post.mails(RECIPIENT)] == ["Confirmed"]
    assert await statuses(sender) == [("booking_received", "suppressed"), ("booking_paid", "sent")]


async def test_a_payment_that_is_heard_of_before_its_booking_counts_too(sender: Sender, post: Post) -> None:
    event = created()
    await hear(sender.database, paid_for(event.booking.id), clock=FixedClock(BOOKED_AT))
    await book(sender, event)
    while await send_next(later(sender, 5)):
        pass
    assert [mail["Subject"][:9] for mail in post.mails(RECIPIENT)] == ["Confirmed"]


@pytest.mark.parametrize("end", [cancelled, expired])
async def test_nobody_is_asked_to_pay_for_what_is_over(sender: Sender, post: Post, end) -> None:  # type: ignore[no-untyped-def]
    event = created()
    await book(sender, event)
    await hear(sender.database, end(booking_id=event.booking.id), clock=FixedClock(BOOKED_AT))
    while await send_next(later(sender, 5)):
        pass
    assert [mail["Subject"][:7] for mail in post.mails(RECIPIENT) if mail["Subject"].startswith("Payment")] == []
    assert (await statuses(sender))[0] == ("booking_received", "suppressed")


async def test_nobody_is_asked_to_pay_when_the_time_to_pay_is_over(sender: Sender, post: Post) -> None:
    await book(sender, created())
    assert await send_next(later(sender, 45)) == 1
    assert post.mails(RECIPIENT) == []


async def test_what_moved_meanwhile_is_told_with_its_new_day_alone(sender: Sender, post: Post) -> None:
    event = created()
    await book(sender, event)
    await hear(
        sender.database,
        rescheduled(booking_id=event.booking.id, status="PENDING", version=2),
        clock=FixedClock(BOOKED_AT),
    )
    while await send_next(later(sender, 5)):
        pass
    [mail] = post.mails(RECIPIENT)
    assert mail["Subject"].startswith("Moved to")


async def test_what_costs_nothing_is_not_asked_for(sender: Sender) -> None:
    event = created()
    event.booking.price.total_cents = 0
    await book(sender, event)
    assert await rows(sender.database) == []


async def test_what_waits_for_its_hour_is_not_late(sender: Sender) -> None:
    await book(sender, created())
    await measure(later(sender, 1))
    assert QUEUE_DEPTH._value.get() == 0
    await measure(later(sender, 4))
    assert QUEUE_DEPTH._value.get() == 1
