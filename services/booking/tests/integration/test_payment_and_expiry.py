"""Payments and the end of unpaid bookings, in any order and at the same time."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from booking.actions import expire_unpaid, take_payment
from booking.domain.checkout import WrongAmountError
from booking_stage import NOW, TOTAL_CENTS, booked, history_of, outcomes, payment_of, places_used, said, status_of
from chassis.database import Database
from chassis.refusal import NotFound
from totetaxi.booking.v1.booking_pb2 import BOOKING_STATUS_PAID
from totetaxi.booking.v1.events_pb2 import BookingExpired, BookingPaid
from totetaxi.payments.v1.events_pb2 import PaymentSucceeded

TOO_LATE = NOW + timedelta(minutes=30)


async def pay(database: Database, payment: PaymentSucceeded) -> None:
    async with database.transaction() as connection:
        await take_payment(connection, payment, NOW)


async def test_a_payment_turns_the_booking_paid_and_tells_all_about_it(database: Database) -> None:
    booking = (await booked(database)).booking
    payment = payment_of(booking.id)
    await pay(database, payment)
    assert await status_of(database, booking.id) == "paid"
    assert await history_of(database, booking.id) == [(None, "pending", "guest"), ("pending", "paid", "payments")]
    [event] = await said(database, BookingPaid)
    assert (event.payment_id, event.amount_cents) == (payment.payment_id, TOTAL_CENTS)
    assert (event.booking.status, event.booking.version) == (BOOKING_STATUS_PAID, 2)
    assert event.booking.contact == booking.contact
    assert event.booking.price == booking.price
    assert event.booking.pickup_address == booking.pickup_address


@pytest.mark.race
async def test_fifty_deliveries_at_once_are_one_payment(database: Database) -> None:
    booking = (await booked(database)).booking
    payment = payment_of(booking.id)
    assert await outcomes([pay(database, payment) for _ in range(50)]) == [None] * 50
    assert len(await said(database, BookingPaid)) == 1
    assert len(await history_of(database, booking.id)) == 2


async def test_any_other_amount_changes_nothing_and_raises(database: Database) -> None:
    booking = (await booked(database)).booking
    with pytest.raises(WrongAmountError, match="100 cents"):
        await pay(database, payment_of(booking.id, 100))
    assert await status_of(database, booking.id) == "pending"
    assert await said(database, BookingPaid) == []


async def test_a_payment_for_an_unknown_booking_raises(database: Database) -> None:
    with pytest.raises(NotFound):
        await pay(database, payment_of(str(uuid4())))


async def test_an_unpaid_booking_ends_at_its_time_and_frees_its_place(database: Database) -> None:
    booking = (await booked(database)).booking
    assert await expire_unpaid(database, TOO_LATE - timedelta(seconds=1), 10) == 0
    assert await expire_unpaid(database, TOO_LATE, 10) == 1
    assert await expire_unpaid(database, TOO_LATE, 10) == 0
    assert await status_of(database, booking.id) == "expired"
    assert await places_used(database) == 0
    [event] = await said(database, BookingExpired)
    assert (event.booking.id, event.booking.version) == (booking.id, 2)


async def test_a_paid_booking_does_not_expire(database: Database) -> None:
    booking = (await booked(database)).booking
    await pay(database, payment_of(booking.id))
    assert await expire_unpaid(database, TOO_LATE, 10) == 0
    assert await places_used(database) == 1


async def test_a_payment_after_the_end_is_noted_and_revives_nothing(database: Database) -> None:
    booking = (await booked(database)).booking
    await expire_unpaid(database, TOO_LATE, 10)
    await pay(database, payment_of(booking.id))
    assert await status_of(database, booking.id) == "expired"
    assert (await history_of(database, booking.id))[-1] == ("expired", "expired", "payments")
    assert await said(database, BookingPaid) == []
    assert await places_used(database) == 0


@pytest.mark.race
async def test_several_clocks_at_once_free_each_place_once(database: Database) -> None:
    for _ in range(7):
        await booked(database)
    counts = await outcomes([expire_unpaid(database, TOO_LATE, 3) for _ in range(6)])
    counts.append(await expire_unpaid(database, TOO_LATE, 10))
    assert sum(counts) == 7
    assert await places_used(database) == 0
    assert len(await said(database, BookingExpired)) == 7


@pytest.mark.race
async def test_payment_and_expiry_at_the_same_moment_end_in_one_of_the_two(database: Database) -> None:
    for _ in range(5):
        booking = (await booked(database)).booking
        assert all(
            not isinstance(result, Exception)
            for result in await outcomes([pay(database, payment_of(booking.id)), expire_unpaid(database, TOO_LATE, 10)])
        )
    paid, expired = await said(database, BookingPaid), await said(database, BookingExpired)
    assert len(paid) + len(expired) == 5
    assert await places_used(database) == len(paid)
