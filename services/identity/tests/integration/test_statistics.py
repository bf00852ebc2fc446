"""What customers booked and paid is exact, however often and in whatever order it is told."""

from __future__ import annotations

import itertools
import random
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from chassis.database import Database
from chassis.events import Fact, attributes
from chassis.identifiers import new_id
from chassis.inbox import hear_once
from google.protobuf.message import Message
from identity.domain.customer import KnownCustomer, new_customer
from identity.events import listeners
from identity.store import customers
from totetaxi.booking.v1 import booking_pb2 as booking
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.payments.v1.events_pb2 import RefundCompleted

NOON = datetime(2027, 6, 2, 16, tzinfo=UTC)
BY_TYPE = {listener.event.DESCRIPTOR.full_name: listener for listener in listeners()}


@pytest.fixture
async def customer_id(database: Database) -> UUID:
    members = {"email": "g@example.com", "first_name": "G", "last_name": "H", "phone": "", "language": ""}
    made = new_customer(new_id(), members, NOON)
    async with database.transaction() as connection:
        await customers.add_customer(connection, made, "hash")
    return made.id


def fact(event: Message) -> Fact:
    about = new_id()
    return Fact(id=new_id(), about=about, version=1, time=NOON, context={}, **attributes(event))


async def hear(database: Database, told: Fact) -> None:
    listener = BY_TYPE[told.type]
    await hear_once(database, listener, listener.durable("identity"), told, 1)


async def known(database: Database, customer_id: UUID) -> KnownCustomer:
    async with database.reading() as connection:
        return await customers.find_known(connection, customer_id)


def summary(booking_id: UUID, customer_id: UUID, status: str, version: int) -> booking.BookingSummary:
    number = booking.BookingStatus.Value(f"BOOKING_STATUS_{status}")
    return booking.BookingSummary(id=str(booking_id), customer_id=str(customer_id), status=number, version=version)


def life(customer_id: UUID) -> list[Fact]:
    """Two bookings: one paid and partly paid back, one that nobody paid."""
    paid, unpaid = new_id(), new_id()
    return [
        fact(events.BookingCreated(booking=summary(paid, customer_id, "PENDING", 1))),
        fact(events.BookingPaid(booking=summary(paid, customer_id, "PAID", 2), amount_cents=172_500)),
        fact(RefundCompleted(refund_id=str(new_id()), booking_id=str(paid), amount_cents=2_500)),
        fact(events.BookingCreated(booking=summary(unpaid, customer_id, "PENDING", 1))),
        fact(events.BookingExpired(booking=summary(unpaid, customer_id, "EXPIRED", 2))),
    ]


async def test_a_booking_counts_from_when_it_is_made(database: Database, customer_id: UUID) -> None:
    await hear(database, life(customer_id)[0])
    figures = (await known(database, customer_id)).statistics
    assert (figures.total_bookings, figures.pending_bookings, figures.total_spent_cents) == (1, 1, 0)
    assert figures.last_booking_at == NOON


@pytest.mark.parametrize("order", [*itertools.islice(itertools.permutations(range(5)), 0, 120, 17)])
async def test_the_figures_are_exact_in_any_order_and_told_five_times(
    database: Database, customer_id: UUID, order: tuple[int, ...]
) -> None:
    told = life(customer_id)
    deliveries = [told[number] for number in order] + [told[number] for number in order] * 4
    random.Random(order[0]).shuffle(deliveries)
    for each in deliveries:
        await hear(database, each)
    figures = (await known(database, customer_id)).statistics
    assert (figures.total_bookings, figures.pending_bookings) == (1, 0)
    assert (figures.total_spent_cents, figures.last_booking_at) == (170_000, NOON)


async def test_money_for_guests_and_for_no_booking_is_nobodys(database: Database, customer_id: UUID) -> None:
    guest = booking.BookingSummary(id=str(new_id()), status=booking.BOOKING_STATUS_PAID, version=2)
    await hear(database, fact(events.BookingPaid(booking=guest, amount_cents=9_900)))
    await hear(database, fact(RefundCompleted(refund_id=str(new_id()), amount_cents=9_900)))
    assert (await known(database, customer_id)).statistics.total_spent_cents == 0


async def test_a_cancelled_booking_is_no_longer_pending(database: Database, customer_id: UUID) -> None:
    made = new_id()
    await hear(database, fact(events.BookingCreated(booking=summary(made, customer_id, "PENDING", 1))))
    await hear(database, fact(events.BookingCancelled(booking=summary(made, customer_id, "CANCELLED", 2))))
    figures: Any = (await known(database, customer_id)).statistics
    assert (figures.total_bookings, figures.pending_bookings) == (1, 0)


async def test_a_move_is_counted_as_completed_once_it_is_whatever_is_told_last(
    database: Database, customer_id: UUID
) -> None:
    made = new_id()
    told = [
        fact(events.BookingCompleted(booking=summary(made, customer_id, "COMPLETED", 6))),
        fact(events.BookingStarted(booking=summary(made, customer_id, "IN_PROGRESS", 5))),
        fact(events.BookingConfirmed(booking=summary(made, customer_id, "CONFIRMED", 2))),
        fact(events.BookingScheduled(booking=summary(made, customer_id, "SCHEDULED", 4))),
    ]
    for each in told:
        await hear(database, each)
    figures = (await known(database, customer_id)).statistics
    assert (figures.completed_bookings, figures.pending_bookings, figures.total_bookings) == (1, 0, 1)
