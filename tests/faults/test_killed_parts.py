"""kill -9 of any one process between "booked" and "mail sent": paid, and one mail, all the same."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from guest import PATIENCE_SECONDS, Guest
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

PARTS = ("pricing", "booking", "identity", "payments", "notifications", "gateway", "nats", "postgres", "stripe-sandbox")

A_DAY_OF_THEIR_OWN = "2027-05-19"
"""A morning has room for forty, and others book on this stack too."""

BLOW_AFTER_SECONDS = 0.03
"""Into a payment that takes some 100 ms."""


@pytest.mark.parametrize("part", PARTS)
async def test_a_part_killed_between_booked_and_mailed_delays_and_changes_nothing(
    stack: WholeStack, guest: Guest, part: str
) -> None:
    """Four bookings are caught by it: just booked, about to pay, in the middle of paying, just paid."""
    booked, starting, paying, paid = [
        await guest.book(f"{part}-{stage}@whitfield.example", pickup_date=A_DAY_OF_THEIR_OWN) for stage in range(4)
    ]
    intents = {booking.id: (await guest.intent(booking))["payment_intent_id"] for booking in (starting, paying, paid)}
    await guest.confirm(intents[paid.id])
    crashes = stack.parts()[part]["crashes"]
    asyncio.get_running_loop().call_later(BLOW_AFTER_SECONDS, stack.kill, part)
    await attempt(guest, intents[paying.id])
    await until(lambda: stack.is_back(part, crashes), PATIENCE_SECONDS)

    intents[booked.id] = (await guest.intent(booked))["payment_intent_id"]
    for booking in (booked, starting, paying, paid):
        await guest.pay(booking, intents[booking.id])
        await guest.the_mail(booking)


async def attempt(guest: Guest, payment_intent_id: str) -> Any:
    """One try to pay, whatever comes of it."""
    return await asyncio.gather(guest.confirm(payment_intent_id), return_exceptions=True)


async def test_nobody_was_mailed_twice_in_all_this(guest: Guest) -> None:
    count = await guest.confirmed()
    assert [recipient for recipient, mails in count.items() if mails > 1] == []
