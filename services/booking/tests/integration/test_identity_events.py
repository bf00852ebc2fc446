"""Booking hears identity: each event has its effect once, however often it is delivered."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from booking.events import listeners
from booking_stage import NOW, booked, said
from chassis.clock import FixedClock
from chassis.database import Database
from chassis.events import Fact, attributes
from chassis.identifiers import new_id
from chassis.inbox import hear_once
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from totetaxi.booking.v1.events_pb2 import BookingLinked, ErasureCompleted
from totetaxi.identity.v1.events_pb2 import CustomerEmailVerified, CustomerErasureRequested

ADA = new_id()
AT = Timestamp(seconds=int(NOW.timestamp()))
VERIFIED = CustomerEmailVerified(customer_id=str(ADA), email="ada@example.com", verified_at=AT)
FORGET = CustomerErasureRequested(
    customer_id=str(ADA), erasure_id=str(new_id()), email="ada@example.com", requested_at=AT
)


def fact_of(event: Message, about: UUID = ADA) -> Fact:
    return Fact(id=new_id(), about=about, version=1, time=datetime.now(UTC), context={}, **attributes(event))


async def deliver(database: Database, event: Message, times: int = 3) -> list[bool]:
    [listener] = [each for each in listeners(FixedClock(NOW)) if each.event is type(event)]
    fact = fact_of(event)
    return [
        await hear_once(database, listener, listener.durable("booking"), fact, attempt + 1) for attempt in range(times)
    ]


async def test_a_verified_email_delivered_three_times_links_once(database: Database) -> None:
    await booked(database)
    assert await deliver(database, VERIFIED) == [True, False, False]
    assert len(await said(database, BookingLinked)) == 1


async def test_an_erasure_delivered_three_times_and_said_again_is_reported_once(database: Database) -> None:
    await booked(database)
    assert await deliver(database, FORGET) == [True, False, False]
    assert await deliver(database, FORGET, times=1) == [True]
    [report] = await said(database, ErasureCompleted)
    assert report.erasure_id == FORGET.erasure_id
    assert len(report.booking_ids) == 1


async def test_an_erasure_that_overtakes_the_verification_stays_final(database: Database) -> None:
    await deliver(database, FORGET)
    await deliver(database, VERIFIED)
    async with database.reading() as connection:
        assert (await connection.exec_driver_sql("SELECT * FROM verified_customer")).all() == []
