"""1,000 paid bookings told three times each, while notifications is killed five times: 1,000 confirmations.

`make soak` runs it. Nobody is left out and nobody is confirmed by two messages. A sender killed between the provider's
answer and its own commit sends that one message again, under the same id: one at most for each kill, and logged.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from chassis.broker import Broker, jetstream_of
from chassis.events import MESSAGE_ID, Fact, attributes, headers_of
from chassis.identifiers import new_id
from local_stack import nats_server
from local_stack.mailbox import Mailbox
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.pricing.v1 import catalog_pb2, price_pb2
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]

OFFICE = "office@totetaxi.example"
BOOKINGS = 1_000
TIMES = 3
KILLED_AFTER = (50, 250, 450, 650, 850)
"""Mails."""


@pytest.fixture
async def stack(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[WholeStack]:
    folder: Path = tmp_path_factory.mktemp("confirmations")
    started = WholeStack(folder)
    started.start()
    yield started
    started.stop()


def paid(number: int) -> BookingPaid:
    event = BookingPaid(
        booking=booking_pb2.BookingSummary(
            id=str(new_id()),
            booking_number="TT-7K2M9Q",
            contact=booking_pb2.Contact(first_name="Eleanor", email=f"guest{number}@whitfield.example"),
            request=price_pb2.PriceRequest(service_type=catalog_pb2.SERVICE_TYPE_MINI_MOVE, pickup_date="2027-07-02"),
            pickup_window=booking_pb2.PICKUP_WINDOW_MORNING,
            status=booking_pb2.BOOKING_STATUS_PAID,
            version=2,
        ),
        payment_id=str(new_id()),
        amount_cents=99_500,
    )
    event.paid_at.FromDatetime(datetime.now(UTC))
    return event


async def tell(stack: WholeStack) -> None:
    """Publishes every event as booking does, each time past JetStream's own deduplication."""
    broker = Broker(nats_server.url(stack.ports["nats"], "booking", stack.secrets["booking_nats"]), "booking")
    jetstream = jetstream_of(await broker.connected())
    facts = [
        Fact(id=new_id(), about=new_id(), version=2, time=datetime.now(UTC), context={}, **attributes(paid(number)))
        for number in range(BOOKINGS)
    ]
    for _ in range(TIMES):
        for fact in facts:
            headers = {**headers_of(fact), MESSAGE_ID: str(new_id())}
            await jetstream.publish(fact.subject, fact.payload, headers=headers)
    await broker.close()


def mails(stack: WholeStack) -> int:
    """How many mails were handed over."""
    return sum(1 for _ in (stack.places.data / "mail").glob("*.eml"))


async def kill_in_turn(stack: WholeStack) -> None:
    for kills, count in enumerate(KILLED_AFTER):
        await until(lambda count=count: mails(stack) >= count, 300)  # type: ignore[misc]
        stack.kill("notifications")
        await until(lambda kills=kills: stack.is_back("notifications", kills), 60)  # type: ignore[misc]


async def is_everybody_told(stack: WholeStack) -> bool:
    """Whether everybody has a mail."""
    async with httpx2.AsyncClient(timeout=60) as client:
        found: dict[str, Any] = (await client.get(f"{stack.mail_url}/messages.json")).json()
    return len({mail["to"] for mail in found["messages"]} - {OFFICE}) >= BOOKINGS


async def test_a_thousand_paid_bookings_get_a_thousand_confirmations(stack: WholeStack) -> None:
    telling = asyncio.create_task(tell(stack))
    await kill_in_turn(stack)
    await telling
    await until(lambda: mails(stack) >= BOOKINGS, 300)
    await until(lambda: is_everybody_told(stack), 120)

    by_recipient: dict[str, list[str]] = defaultdict(list)
    for mail in Mailbox(stack.places.data / "mail").list_mails():
        if mail.header("To") != OFFICE:
            by_recipient[mail.header("To")].append(mail.header("X-ToteTaxi-Message"))
    assert len(by_recipient) == BOOKINGS
    assert [recipient for recipient, ids in by_recipient.items() if len(set(ids)) != 1] == []
    twice = sum(len(ids) - 1 for ids in by_recipient.values())
    assert twice <= len(KILLED_AFTER)
