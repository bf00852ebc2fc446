"""A customer gets what pricing keeps of them, and is forgotten; limits of codes go on counting."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sql
from bookings_heard import Booking, hear
from callers import ADA, BOOKING, CUSTOMER_ADA, CUSTOMER_EVE, STAFF
from chassis.identifiers import new_id
from chassis.listening import Delivery
from chassis.messaging_schema import OUTBOX
from chassis.refusal import Conflict, Invalid, NotAllowed
from first_catalog import NOW
from pricing.events import listeners
from pricing.store.booked import booked
from pricing.store.promotion_uses import promotion_uses
from pricing.store.quotes import quotes
from pricing_server import Replica
from promotions_made import credit, promote
from requests_on_the_wire import redemption
from totetaxi.booking.v1.events_pb2 import ErasureCompleted as BookingErased
from totetaxi.pricing.v1.events_pb2 import ErasureCompleted
from totetaxi.pricing.v1.promotion_service_pb2 import ExportCustomerDataRequest


async def exported(replica: Replica, caller: Any = CUSTOMER_ADA) -> dict[str, Any]:
    answer = await replica.call("ExportCustomerData", ExportCustomerDataRequest(), caller)
    data: dict[str, Any] = json.loads(answer.data_json)
    return data


async def booked_with_a_code(replica: Replica) -> Booking:
    await promote(replica, "ONCE", per_customer_limit=1)
    asked = redemption("try-1", customer_id=ADA, promotion_code="ONCE")
    booking = Booking((await replica.call("RedeemQuote", asked, BOOKING)).quote, customer_id=ADA)
    await hear(replica, booking.created())
    return booking


async def forget(replica: Replica, booking: Booking) -> ErasureCompleted:
    told = BookingErased(
        erasure_id=str(new_id()), customer_id=ADA, booking_ids=[str(booking.id)], email="ada@example.com"
    )
    [listener] = [each for each in listeners(replica.clock) if each.event is BookingErased]
    delivery = Delivery(new_id(), NOW, listener.subject, 1, UUID(told.erasure_id), 0)
    async with replica.database.transaction() as connection:
        await listener.handle(connection, told, delivery)
        question = sql.select(OUTBOX.c.payload).where(OUTBOX.c.type == ErasureCompleted.DESCRIPTOR.full_name)
        payload = (await connection.execute(question.order_by(OUTBOX.c.position.desc()).limit(1))).scalar_one()
    report = ErasureCompleted.FromString(payload)
    assert (report.erasure_id, report.customer_id) == (told.erasure_id, ADA)
    return report


async def test_a_customer_gets_their_credit_and_their_codes(replica: Replica) -> None:
    booking = await booked_with_a_code(replica)
    await credit(replica, ADA, 700)
    mine = await exported(replica)
    assert [entry["amount_cents"] for entry in mine["credit"]] == [700]
    assert [(use["code"], use["booking_id"]) for use in mine["promotion_codes"]] == [("ONCE", str(booking.id))]
    assert await exported(replica, CUSTOMER_EVE) == {"credit": [], "promotion_codes": []}


async def test_nobody_but_a_customer_asks(replica: Replica) -> None:
    for caller in (STAFF, BOOKING):
        with pytest.raises(NotAllowed):
            await exported(replica, caller)


async def test_a_forgotten_customer_is_known_by_no_email_and_the_limit_still_counts(replica: Replica) -> None:
    booking = await booked_with_a_code(replica)
    report = await forget(replica, booking)
    assert report.kept.startswith("Prices")
    assert report.completed_at.ToDatetime(UTC) == NOW
    async with replica.database.reading() as connection:
        for table in (quotes, promotion_uses, booked):
            assert set((await connection.execute(sql.select(table.c.email_digest))).scalars()) == {b""}
    again = redemption("try-2", customer_id=ADA, email="", promotion_code="ONCE")
    with pytest.raises((Conflict, Invalid)) as refused:
        await replica.call("RedeemQuote", again, BOOKING)
    assert refused.value.faults[0].field == "promotion_code"


async def test_forgetting_again_reports_the_same(replica: Replica) -> None:
    booking = await booked_with_a_code(replica)
    first = await forget(replica, booking)
    assert (await forget(replica, booking)).kept == first.kept


async def test_who_left_nothing_here_leaves_nothing(replica: Replica) -> None:
    assert (await forget(replica, Booking())).kept == ""
