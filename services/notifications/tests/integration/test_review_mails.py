"""Asking how it was: once, the day after, and nobody who has reason to complain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from chassis.clock import Clock, FixedClock
from chassis.database import Database
from hearing import hear, rows
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT
from told import addressee, at, summary
from told_of_moves import about_claim
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.payments.v1 import events_pb2 as payments

DONE_AT = datetime(2027, 11, 7, 3, tzinfo=UTC)
"""23:00 in New York on the evening before the clocks change."""
ASKED_AT = datetime(2027, 11, 7, 15, tzinfo=UTC)
"""10:00 there on the next day, after the change."""
DONE_EARLY = datetime(2027, 11, 7, 8, tzinfo=UTC)


def done(at_: datetime = DONE_AT) -> events.BookingCompleted:
    return events.BookingCompleted(booking=summary(status="COMPLETED", version=9), completed_at=at(at_))


async def tell(sender: Sender, *told: Any) -> None:
    for event in told:
        await hear(sender.database, event, clock=FixedClock(DONE_AT))


async def send_all(sender: Sender, now: datetime = ASKED_AT) -> None:
    while await send_next(replace(sender, clock=FixedClock(now))):
        pass


async def test_who_moved_is_asked_the_next_morning_once(sender: Sender, post: Post) -> None:
    event = done()
    await tell(sender, event, event)
    await send_all(sender, ASKED_AT - timedelta(seconds=1))
    assert post.mails(RECIPIENT) == []
    await send_all(sender)
    [mail] = post.mails(RECIPIENT)
    assert mail["Subject"].startswith("How was your move?")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


async def test_the_day_after_is_new_yorks(database: Database) -> None:
    await hear(database, done(DONE_EARLY), clock=FixedClock(DONE_EARLY))
    [row] = await rows(database)
    assert row.due_at == datetime(2027, 11, 8, 15, tzinfo=UTC)


def refunded(booking_id: str) -> Any:
    return payments.RefundCompleted(booking_id=booking_id, amount_cents=100, addressee=addressee(""))


def approved(booking_id: str) -> Any:
    return payments.RefundApproved(booking_id=booking_id, amount_cents=100, addressee=addressee(""))


def claimed(booking_id: str) -> Any:
    event = about_claim(events.ClaimOpened)
    event.booking.id = booking_id
    return event


@pytest.mark.parametrize("spoils", [refunded, approved, claimed])
@pytest.mark.parametrize("is_before", [True, False], ids=["before", "after"])
async def test_who_claims_or_got_money_back_is_not_asked(
    sender: Sender, post: Post, spoils: Callable[[str], Any], is_before: bool
) -> None:
    event = done()
    spoilt = spoils(event.booking.id)
    await tell(sender, *((spoilt, event) if is_before else (event, spoilt)))
    await send_all(sender)
    assert post.mails(RECIPIENT) == []


async def test_after_a_week_of_silence_nobody_is_asked(sender: Sender, post: Post) -> None:
    await tell(sender, done())
    await send_all(sender, ASKED_AT + timedelta(days=7))
    assert post.mails(RECIPIENT) == []


async def test_a_booking_on_its_way_is_said_nothing_of(sender: Sender) -> None:
    for status, event in (
        ("CONFIRMED", events.BookingConfirmed),
        ("SCHEDULED", events.BookingScheduled),
        ("IN_PROGRESS", events.BookingStarted),
    ):
        await hear(sender.database, event(booking=summary(status=status)), clock=Clock())
    assert await rows(sender.database) == []
