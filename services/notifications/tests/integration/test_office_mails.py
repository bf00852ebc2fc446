"""What the office must look at reaches the office, names no customer, and is nobody's data."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from chassis.clock import FixedClock
from chassis.identifiers import new_id
from hearing import OFFICE, hear, rows
from mail_stage import Post
from notifications.clock import Sender, send_next
from paid_event import paid_event
from told import summary, suspended
from told_of_moves import step
from totetaxi.booking.v1.events_pb2 import BookingRescheduled, DeliveryAssigned, StorageEnded, StorageStarted
from totetaxi.payments.v1 import events_pb2 as payments

DAYS = [(6, 1), (6, 30), (7, 1)]
SOON = datetime(2027, 6, 30, 14, tzinfo=UTC)


async def at_the_office(sender: Sender, post: Post, clock: FixedClock | None = None) -> list[str]:
    while await send_next(replace(sender, clock=clock) if clock else sender):
        pass
    return [mail["Subject"] for mail in post.mails(OFFICE)]


@pytest.mark.parametrize(
    ("event", "subject"),
    [
        (payments.DisputeOpened(dispute_id=str(new_id()), amount_cents=5, reason="fraudulent"), "A bank disputes"),
        (payments.ReconciliationDiffered(reconciliation_id=str(new_id()), raised=2), "Stripe and our books differ"),
        (payments.PaymentOrphaned(amount_cents=5, reason="It had expired."), "Money came for no living booking"),
        (payments.RefundFailed(refund_id=str(new_id()), amount_cents=5), "A refund did not go through"),
    ],
)
async def test_what_only_staff_can_settle_is_told_to_the_office_once(
    sender: Sender, post: Post, event: Any, subject: str
) -> None:
    await hear(sender.database, event, times=2)
    [mail] = await at_the_office(sender, post)
    assert mail.startswith(subject)


async def test_a_storage_on_hold_is_told_to_its_customer_and_to_the_office(sender: Sender, post: Post) -> None:
    await hear(sender.database, suspended("eleanor@whitfield.example"))
    assert await at_the_office(sender, post) == ["A storage is on hold: please call: TT-7K2M9Q"]
    assert len(post.mails("eleanor@whitfield.example")) == 1


@pytest.mark.parametrize(("paid_at", "is_urgent"), [(SOON, False), (SOON.replace(hour=12), True)])
async def test_the_office_hears_at_once_of_a_booking_that_is_paid_for_within_two_days(
    sender: Sender, post: Post, paid_at: datetime, is_urgent: bool
) -> None:
    event, clock = paid_event(), FixedClock(paid_at)
    event.booking.request.pickup_date = "2027-07-02" if is_urgent else "2027-07-03"
    await hear(sender.database, event, clock=clock)
    expected = "A booking needs a crew soon" if is_urgent else "A booking is paid"
    assert await at_the_office(sender, post, clock) == [f"{expected}: TT-7K2M9Q"]


@pytest.mark.parametrize("is_assigned", [True, False])
async def test_a_booking_that_still_has_no_crew_is_told_of_two_days_and_one_day_before(
    sender: Sender, post: Post, is_assigned: bool
) -> None:
    event = paid_event()
    await hear(sender.database, event, clock=FixedClock(datetime(2027, 6, 1, 12, tzinfo=UTC)))
    if is_assigned:
        await hear(sender.database, step(DeliveryAssigned, booking=event.booking))
    looks = [await at_the_office(sender, post, FixedClock(datetime(2027, *day, 12, tzinfo=UTC))) for day in DAYS]
    expected = [1, 1, 1] if is_assigned else [1, 2, 3]
    assert [len(look) for look in looks] == expected
    assert looks[2][1:] == ["A booking still has no crew: TT-7K2M9Q"] * (expected[2] - 1)


async def test_a_booking_that_was_moved_needs_a_crew_on_its_new_day(sender: Sender, post: Post) -> None:
    event, moved = paid_event(), FixedClock(datetime(2027, 6, 2, 12, tzinfo=UTC))
    await hear(sender.database, event, clock=FixedClock(datetime(2027, 6, 1, 12, tzinfo=UTC)))
    await hear(sender.database, step(DeliveryAssigned, booking=event.booking))
    event.booking.request.pickup_date, event.booking.version = "2027-07-09", 9
    await hear(
        sender.database, BookingRescheduled(booking=event.booking, previous_pickup_date="2027-07-02"), clock=moved
    )
    assert len(await at_the_office(sender, post, FixedClock(datetime(2027, 7, 2, 11, tzinfo=UTC)))) == 1
    assert len(await at_the_office(sender, post, FixedClock(datetime(2027, 7, 8, 12, tzinfo=UTC)))) == 3


async def test_a_storage_begins_changes_its_price_and_ends(sender: Sender, post: Post) -> None:
    storage = summary(status="PAID")
    for version, cents in ((1, 29900), (2, 39900)):
        storage.version = version
        await hear(sender.database, StorageStarted(booking=storage, monthly_cents=cents, start_date="2027-07-04"))
        await at_the_office(sender, post)
    await hear(sender.database, StorageEnded(booking=storage, end_date="2027-08-03"))
    await at_the_office(sender, post)
    assert [mail["Subject"] for mail in post.mails("eleanor@whitfield.example")] == [
        "Your things are in our storage: TT-7K2M9Q",
        "Your storage now costs $399.00 a month: TT-7K2M9Q",
        "Your storage ends on August 3: TT-7K2M9Q",
    ]


async def test_what_was_repaired_bothers_nobody(sender: Sender) -> None:
    await hear(sender.database, payments.ReconciliationDiffered(reconciliation_id=str(new_id()), repaired=4))
    assert await rows(sender.database) == []


async def test_a_mail_to_the_office_is_about_no_customer(sender: Sender) -> None:
    await hear(sender.database, suspended("eleanor@whitfield.example"))
    office = next(row for row in await rows(sender.database) if row.recipient == OFFICE)
    assert (office.booking_id, office.account_id) == (None, None)
    assert "whitfield" not in str(office.context).lower()
