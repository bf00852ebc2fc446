"""What payments knows of a customer: theirs to take home, gone when they are forgotten, and logged when staff look."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from chassis.events import Fact, attributes
from chassis.identifiers import new_id
from chassis.inbox import hear_once
from chassis.principal import Principal, serve_as
from google.protobuf.message import Message
from payments.actions.export_customer import export_customer
from payments.api.payments_api import PaymentsApi
from payments.events import listeners
from payments.store import payments
from payments_stage import Stage
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.booking.v1.events_pb2 import BookingLinked, ErasureCompleted
from totetaxi.payments.v1.events_pb2 import AuditRecorded
from totetaxi.payments.v1.events_pb2 import ErasureCompleted as Report
from totetaxi.payments.v1.payments_service_pb2 import ExportCustomerDataRequest, GetBookingPaymentRequest

ADA = new_id()


async def hear(stage: Stage, event: Message, times: int = 1) -> list[bool]:
    """One event, delivered `times` times."""
    [listener] = [each for each in listeners(stage.desk.clock) if each.event is type(event)]
    fact = Fact(id=new_id(), about=ADA, version=1, time=datetime.now(UTC), context={}, **attributes(event))
    return [
        await hear_once(stage.database, listener, listener.durable("payments"), fact, attempt + 1)
        for attempt in range(times)
    ]


def erased(*booking_ids: UUID) -> ErasureCompleted:
    return ErasureCompleted(erasure_id=str(new_id()), customer_id=str(ADA), booking_ids=map(str, booking_ids))


async def said(stage: Stage, event: type[Message]) -> list[Any]:
    rows = await stage.rows("SELECT type, payload FROM outbox ORDER BY position")
    return [event.FromString(row.payload) for row in rows if row.type == event.DESCRIPTOR.full_name]


async def payment_of(stage: Stage, booking_id: UUID) -> Any:
    async with stage.database.reading() as connection:
        return await payments.find_latest(connection, booking_id)


async def exported(stage: Stage, customer_id: UUID = ADA) -> list[Any]:
    serve_as(Principal("customer", str(customer_id), "customer", frozenset(), 0.0))
    answer = await PaymentsApi(stage.desk).ExportCustomerData(ExportCustomerDataRequest(), None)
    return cast("list[Any]", json.loads(answer.data_json)["payments"])


async def paid(stage: Stage, booking_id: UUID) -> None:
    started = await stage.start(booking_id)
    await stage.card(started.payment.stripe_payment_intent_id)
    for event in await stage.events():
        await stage.webhook(event)
    await stage.process_all()


async def test_a_customer_gets_the_payments_of_their_own_bookings(stage: Stage) -> None:
    others, mine = stage.counter.open(), stage.counter.open()
    await stage.start(others)
    stage.counter.customer_id = str(ADA)
    await paid(stage, mine)
    [payment] = await exported(stage)
    assert (payment["amount_cents"], payment["status"], payment["customer_name"]) == (104_500, "succeeded", "Ada Byron")
    assert (payment["refunds"], payment["customer_email"]) == ([], "ada@example.com")
    assert await exported(stage, new_id()) == []


async def test_a_guests_payment_joins_the_account_with_its_booking_whichever_comes_first(stage: Stage) -> None:
    early, late = stage.counter.open(), stage.counter.open()
    linked = [BookingLinked(booking=BookingSummary(id=str(each), customer_id=str(ADA))) for each in (early, late)]
    await stage.start(early)
    for event in linked:
        assert await hear(stage, event, times=2) == [True, False]
    await stage.start(late)
    assert len(await exported(stage)) == 2


async def test_many_payments_come_in_pages(stage: Stage) -> None:
    stage.counter.customer_id = str(ADA)
    for _ in range(3):
        await stage.start(stage.counter.open())
    first, cursor = await export_customer(stage.database, ADA, "", limit=2)
    second, end = await export_customer(stage.database, ADA, cursor, limit=2)
    assert ([len(page["payments"]) for page in (first, second)], end) == ([2, 1], "")


async def test_a_forgotten_customers_payments_keep_the_money_and_lose_the_name(stage: Stage) -> None:
    mine, others = stage.counter.open(), stage.counter.open()
    stage.counter.customer_id = str(ADA)
    await paid(stage, mine)
    stage.counter.customer_id = ""
    await stage.start(others)
    before = await payment_of(stage, mine)
    event = erased(mine)
    assert await hear(stage, event, times=3) == [True, False, False]
    after = await payment_of(stage, mine)
    assert (after.customer_name, after.amount_cents, after.status) == ("Erased customer", 104_500, "succeeded")
    assert after.stripe_payment_intent_id == before.stripe_payment_intent_id
    assert (await payment_of(stage, others)).customer_name == "Ada Byron"
    assert await stage.rows("SELECT * FROM customer_booking") == []
    [report] = await said(stage, Report)
    assert (report.erasure_id, report.customer_id) == (event.erasure_id, str(ADA))
    assert report.kept.startswith("Amounts")


async def test_who_never_paid_leaves_nothing_behind(stage: Stage) -> None:
    await hear(stage, erased())
    assert [report.kept for report in await said(stage, Report)] == [""]


async def test_a_processed_webhook_says_nothing_about_people(stage: Stage) -> None:
    started = await stage.start(stage.counter.open())
    await stage.card(started.payment.stripe_payment_intent_id)
    for event in await stage.events():
        event["data"]["object"] |= {"receipt_email": "ada@example.com", "shipping": {"name": "Ada Byron"}}
        await stage.webhook(event)
    await stage.process_all()
    kept = b"".join(bytes(row.payload) for row in await stage.rows("SELECT payload FROM webhook_event"))
    assert b"payment_intent.succeeded" in kept
    assert b"Ada" not in kept
    assert b"ada@" not in kept


async def test_a_payment_that_staff_look_at_is_in_the_audit_log(stage: Stage) -> None:
    booking_id = stage.counter.open()
    payment_id = (await stage.start(booking_id)).payment.id
    for kind in ("anonymous", "customer", "staff"):
        serve_as(Principal(kind, "eve", "staff", frozenset(), 0.0))  # type: ignore[arg-type]
        request = GetBookingPaymentRequest(booking_id=str(booking_id))
        assert (await PaymentsApi(stage.desk).GetBookingPayment(request, None)).payment.id == str(payment_id)
    viewed = [each.act for each in await said(stage, AuditRecorded) if each.act.action == "payment.viewed"]
    assert [(act.subject_id, act.actor_id) for act in viewed] == [(str(payment_id), "eve")]
