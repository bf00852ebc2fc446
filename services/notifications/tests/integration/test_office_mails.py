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
from told import suspended
from totetaxi.payments.v1 import events_pb2 as payments

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
    expected = ["A booking needs a crew soon: TT-7K2M9Q"] if is_urgent else []
    assert await at_the_office(sender, post, clock) == expected


async def test_what_was_repaired_bothers_nobody(sender: Sender) -> None:
    await hear(sender.database, payments.ReconciliationDiffered(reconciliation_id=str(new_id()), repaired=4))
    assert await rows(sender.database) == []


async def test_a_mail_to_the_office_is_about_no_customer(sender: Sender) -> None:
    await hear(sender.database, suspended("eleanor@whitfield.example"))
    office = next(row for row in await rows(sender.database) if row.recipient == OFFICE)
    assert (office.booking_id, office.account_id) == (None, None)
    assert "whitfield" not in str(office.context).lower()
