"""Reminders: the day before, of the day that is planned, and only while they are of use."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from chassis.clock import FixedClock
from chassis.identifiers import new_id
from hearing import hear
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import RECIPIENT, paid_event
from told import cancelled, rescheduled
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.identity.v1 import events_pb2 as identity
from totetaxi.identity.v1.account_pb2 import CustomerPreferences

BOOKED_AT = datetime(2027, 2, 1, 12, tzinfo=UTC)


def paid(pickup_date: str) -> BookingPaid:
    event = paid_event()
    event.booking.request.pickup_date = pickup_date
    return event


def moved(event: BookingPaid, pickup_date: str, version: int = 3) -> Any:
    told = rescheduled(booking_id=event.booking.id, version=version)
    told.booking.request.pickup_date = pickup_date
    return told


async def tell(sender: Sender, event: Any, at: datetime = BOOKED_AT) -> None:
    await hear(sender.database, event, clock=FixedClock(at))


async def reminded(sender: Sender, post: Post, at: datetime) -> list[str]:
    """The subjects of the reminders that were sent until `at`."""
    while await send_next(replace(sender, clock=FixedClock(at))):
        pass
    subjects = [mail["Subject"].replace("\N{NO-BREAK SPACE}", " ") for mail in post.mails(RECIPIENT)]
    return [subject for subject in subjects if subject.startswith("We come on")]


@pytest.mark.parametrize(
    ("pickup_date", "not_yet", "due", "day"),
    [
        ("2027-03-14", (3, 13, 14, 59), (3, 13, 15, 0), "March 14"),
        ("2027-03-15", (3, 14, 13, 59), (3, 14, 14, 0), "March 15"),
        ("2027-11-07", (11, 6, 13, 59), (11, 6, 14, 0), "November 7"),
        ("2027-11-08", (11, 7, 14, 59), (11, 7, 15, 0), "November 8"),
    ],
)
async def test_a_reminder_goes_at_ten_in_new_york_on_the_day_before_whatever_the_clocks_do(
    sender: Sender, post: Post, pickup_date: str, not_yet: tuple[int, ...], due: tuple[int, ...], day: str
) -> None:
    await tell(sender, paid(pickup_date))
    assert await reminded(sender, post, datetime(2027, *not_yet, tzinfo=UTC)) == []  # type: ignore[misc,arg-type]
    subjects = await reminded(sender, post, datetime(2027, *due, tzinfo=UTC))  # type: ignore[misc,arg-type]
    assert subjects == [f"We come on {day}, 8 – 11 AM: your booking TT-7K2M9Q"]


@pytest.mark.parametrize("moved_first", [False, True])
async def test_a_booking_that_moved_is_reminded_of_once_and_before_its_new_day(
    sender: Sender, post: Post, moved_first: bool
) -> None:
    event = paid("2027-03-10")
    told = [event, moved(event, "2027-03-14")]
    for each in reversed(told) if moved_first else told:
        await tell(sender, each)
    assert await reminded(sender, post, datetime(2027, 3, 9, 20, tzinfo=UTC)) == []
    [subject] = await reminded(sender, post, datetime(2027, 3, 13, 15, tzinfo=UTC))
    assert subject.startswith("We come on March 14")


async def test_a_booking_that_moved_there_and_back_is_reminded_of_once(sender: Sender, post: Post) -> None:
    event = paid("2027-03-10")
    for each in (event, moved(event, "2027-03-14"), moved(event, "2027-03-10", version=4)):
        await tell(sender, each)
    for at in (datetime(2027, 3, 9, 15, tzinfo=UTC), datetime(2027, 3, 13, 15, tzinfo=UTC)):
        assert len(await reminded(sender, post, at)) == 1


async def test_another_window_on_the_same_day_is_what_is_reminded_of(sender: Sender, post: Post) -> None:
    event = paid("2027-03-10")
    told = moved(event, "2027-03-10")
    told.booking.pickup_window = booking_pb2.PICKUP_WINDOW_EVENING
    for each in (event, told):
        await tell(sender, each)
    [subject] = await reminded(sender, post, datetime(2027, 3, 9, 15, tzinfo=UTC))
    assert "4 – 7 PM" in subject


async def test_what_is_cancelled_is_not_reminded_of(sender: Sender, post: Post) -> None:
    event = paid("2027-03-10")
    await tell(sender, event)
    await tell(sender, cancelled(booking_id=event.booking.id))
    assert await reminded(sender, post, datetime(2027, 3, 9, 15, tzinfo=UTC)) == []


async def test_after_a_night_without_a_sender_a_reminder_is_sent_as_long_as_nobody_has_come(
    sender: Sender, post: Post
) -> None:
    await tell(sender, paid("2027-03-10"))
    assert len(await reminded(sender, post, datetime(2027, 3, 10, 12, 59, tzinfo=UTC))) == 1


async def test_after_a_day_without_a_sender_a_reminder_is_left_out(sender: Sender, post: Post) -> None:
    await tell(sender, paid("2027-03-10"))
    assert await reminded(sender, post, datetime(2027, 3, 10, 13, 0, tzinfo=UTC)) == []


async def test_what_is_booked_on_the_day_before_is_confirmed_and_not_reminded_of(sender: Sender, post: Post) -> None:
    booked_at = datetime(2027, 3, 9, 16, tzinfo=UTC)
    await tell(sender, paid("2027-03-10"), booked_at)
    assert await reminded(sender, post, booked_at) == []
    assert len(post.mails(RECIPIENT)) == 1


@pytest.mark.parametrize("wanted", [True, False])
async def test_who_wants_no_mails_about_bookings_gets_the_confirmation_alone(
    sender: Sender, post: Post, wanted: bool
) -> None:
    event, customer_id = paid("2027-03-10"), str(new_id())
    event.booking.customer_id = customer_id
    await tell(sender, event)
    preferences = CustomerPreferences(email_notifications=wanted)
    await tell(sender, identity.CustomerPreferencesChanged(customer_id=customer_id, preferences=preferences, version=2))
    assert len(await reminded(sender, post, datetime(2027, 3, 9, 15, tzinfo=UTC))) == wanted
    assert any(mail["Subject"].startswith("Confirmed") for mail in post.mails(RECIPIENT))
