"""What was booked without an account joins the account that verifies the email, whatever comes first."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from booking.actions import erase_customer, link_guest_bookings
from booking.domain.contact import Contact
from booking.messages import booking_message
from booking.store import bookings
from booking.store.bookings import BookingRecord
from booking.store.privacy import Erasure
from booking_stage import NOW, booked, history_of, said
from chassis.database import Database
from chassis.identifiers import new_id
from totetaxi.booking.v1.events_pb2 import BookingCreated, BookingLinked

ELSE = Contact("Eve", "Else", "eve@example.com", "+12125550101")


async def verify(database: Database, customer_id: UUID, email: str = "ADA@example.com") -> int:
    async with database.transaction() as connection:
        return await link_guest_bookings(connection, customer_id, email, NOW, NOW)


async def stored(database: Database, booking_id: str) -> BookingRecord:
    async with database.reading() as connection:
        found = await bookings.find_booking(connection, UUID(booking_id))
    assert found is not None
    return found


async def test_past_guest_bookings_with_the_email_join_the_account(database: Database) -> None:
    ada = new_id()
    first, second = (await booked(database)).booking, (await booked(database)).booking
    other = (await booked(database, contact=ELSE)).booking
    assert await verify(database, ada) == 2
    assert [(await stored(database, made.id)).customer_id for made in (first, second, other)] == [ada, ada, None]
    events = await said(database, BookingLinked)
    assert {event.booking.id for event in events} == {first.id, second.id}
    assert {(event.booking.customer_id, event.booking.version) for event in events} == {(str(ada), 2)}
    assert (await history_of(database, first.id))[-1] == ("pending", "pending", "identity")


@pytest.mark.race
async def test_verifying_twice_or_at_once_joins_once(database: Database) -> None:
    ada = new_id()
    await booked(database)
    assert sum(await asyncio.gather(*(verify(database, ada) for _ in range(5)))) == 1
    assert len(await said(database, BookingLinked)) == 1


async def test_what_is_booked_with_a_verified_email_later_is_in_the_account(database: Database) -> None:
    ada = new_id()
    await verify(database, ada)
    made = (await booked(database)).booking
    assert (await stored(database, made.id)).customer_id == ada
    [event] = await said(database, BookingCreated)
    assert event.booking.customer_id == str(ada)


async def test_a_guest_does_not_learn_whether_an_email_has_an_account(database: Database) -> None:
    await verify(database, new_id())
    made = (await booked(database)).booking
    assert made.customer_id == ""
    assert booking_message(await stored(database, made.id)).customer_id == ""


async def test_a_booking_in_one_account_does_not_join_another(database: Database) -> None:
    ada = new_id()
    made = (await booked(database)).booking
    await verify(database, ada)
    assert await verify(database, new_id()) == 0
    assert (await stored(database, made.id)).customer_id == ada


async def test_who_was_forgotten_in_the_meantime_is_not_remembered(database: Database) -> None:
    ada = new_id()
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(ada, new_id(), "", NOW - timedelta(hours=1)), NOW)
    made = (await booked(database)).booking
    assert await verify(database, ada) == 0
    assert (await stored(database, made.id)).customer_id is None
    assert (await stored(database, (await booked(database)).booking.id)).customer_id is None
