"""Identity hears booking over a real NATS: an event that comes five times counts once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from chassis.broker import Broker
from chassis.consumer import Consumer, Patience
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.outbox import say
from chassis.relay import Relay
from identity.domain.customer import new_customer
from identity.events import listeners
from identity.store import customers
from messaging_stage import prepare, running
from totetaxi.booking.v1.booking_pb2 import BOOKING_STATUS_PAID, BookingSummary
from totetaxi.booking.v1.events_pb2 import BookingPaid

QUICK = Patience(tries=3, first_retry=0.05, longest_retry=0.1, fetch=0.5, silence=1.0, acknowledgement=2.0)
GRACE = {"email": "g@example.com", "first_name": "G", "last_name": "H", "phone": "", "language": ""}


async def test_bookings_that_are_paid_count_for_their_customer_once(
    empty_database: Callable[[], str], nats_server: Any, database: Database, eventually: Any
) -> None:
    grace = new_customer(new_id(), GRACE, datetime.now(UTC))
    async with database.transaction() as connection:
        await customers.add_customer(connection, grace, "hash")
    bookings = await prepare(empty_database())
    said_by = Broker(nats_server.url("booking"), "booking", check_seconds=0.5)
    heard_by = Broker(nats_server.url("identity"), "identity", check_seconds=0.5)
    [listener] = [each for each in listeners() if each.event is BookingPaid]
    consumer = Consumer(listener, "identity", database, heard_by, QUICK)

    async def spent() -> int:
        async with database.reading() as connection:
            return (await customers.find_known(connection, grace.id)).statistics.total_spent_cents

    async with running(Relay(bookings, said_by, "booking").run, consumer.run):
        for amount in (99_500, 172_500):
            booking = BookingSummary(id=str(new_id()), customer_id=str(grace.id), status=BOOKING_STATUS_PAID, version=2)
            async with bookings.transaction() as connection:
                await say(connection, BookingPaid(booking=booking, amount_cents=amount), new_id())
        await eventually(lambda: has(spent, 272_000))
    for closing in (said_by, heard_by, bookings):
        await closing.close()


async def has(question: Callable[[], Any], answer: int) -> bool:
    """Whether the answer is that by now."""
    return await question() == answer
