"""Quotes that staff write: stored with their lines, written down, and used like any other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from bookings_heard import Booking, hear
from callers import BOOKING, CUSTOMER_ADA, STAFF, STAFF_ID, STAFF_WITHOUT_PERMISSIONS
from chassis.messaging_schema import OUTBOX
from chassis.refusal import Conflict, Invalid, NotAllowed
from first_catalog import NOW, TUESDAY
from google.protobuf.timestamp_pb2 import Timestamp
from pricing.messages import service_type_value
from pricing_server import Replica
from requests_on_the_wire import held, redemption
from totetaxi.pricing.v1.events_pb2 import AuditRecorded
from totetaxi.pricing.v1.price_pb2 import PriceRequest, Quote
from totetaxi.pricing.v1.pricing_service_pb2 import (
    CreateCustomQuoteRequest,
    CustomLine,
    RedeemQuoteRequest,
    ReplayQuoteRequest,
)

POPUP = service_type_value("b2b_popup")
LINES = [
    CustomLine(label="Van for a day", quantity=2, unit_amount_cents=120_000, reason="Two vans."),
    CustomLine(label="Repeat customer", quantity=1, unit_amount_cents=-15_000),
]


def until(valid: timedelta = timedelta(days=7)) -> Timestamp:
    moment = Timestamp()
    moment.FromDatetime(NOW + valid)
    return moment


def written(**members: Any) -> CreateCustomQuoteRequest:
    plain: dict[str, Any] = {
        "service_type": POPUP,
        "pickup_date": TUESDAY.isoformat(),
        "lines": LINES,
        "valid_until": until(),
        "note": "As agreed on the phone.",
    }
    return CreateCustomQuoteRequest(**plain | members)


async def offered(replica: Replica, caller: Any = STAFF, **members: Any) -> Quote:
    quote: Quote = (await replica.call("CreateCustomQuote", written(**members), caller)).quote
    return quote


def booked(quote_id: str, key: str = "try-1", **members: Any) -> RedeemQuoteRequest:
    request = PriceRequest(service_type=POPUP, pickup_date=TUESDAY.isoformat(), pickup_zip_code="10001")
    return RedeemQuoteRequest(quote_id=quote_id, request=request, redemption_key=key, **members)


async def test_a_written_quote_is_held_as_long_as_staff_say(replica: Replica) -> None:
    quote = await offered(replica)
    assert (quote.is_custom, quote.note, quote.price.total_cents) == (True, "As agreed on the phone.", 225_000)
    assert [(line.label, line.amount_cents) for line in quote.price.lines] == [
        ("Van for a day", 240_000),
        ("Repeat customer", -15_000),
    ]
    assert (quote.price.base_cents, quote.price.discount_cents) == (240_000, -15_000)
    replica.clock.instant = NOW + timedelta(days=6)
    assert (await replica.call("GetQuote", held(quote.quote_id))).quote == quote
    replica.clock.instant = NOW + timedelta(days=7)
    with pytest.raises(Conflict):
        await replica.call("GetQuote", held(quote.quote_id))


async def test_a_written_quote_is_booked_once_for_its_day_and_replayed(replica: Replica) -> None:
    quote = await offered(replica)
    with pytest.raises(Conflict) as refused:
        await replica.call("RedeemQuote", redemption("try-0", quote.quote_id), BOOKING)
    assert refused.value.slug == "quote_for_another_request"
    used = (await replica.call("RedeemQuote", booked(quote.quote_id), BOOKING)).quote
    assert used == quote
    booking = Booking(used)
    await hear(replica, booking.created())
    with pytest.raises(Conflict):
        await replica.call("RedeemQuote", booked(quote.quote_id, "try-2"), BOOKING)
    answer = await replica.call("ReplayQuote", ReplayQuoteRequest(quote_id=quote.quote_id), STAFF)
    assert (answer.is_same, answer.recomputed_total_cents, answer.booking_id) == (True, 225_000, str(booking.id))


async def test_who_wrote_it_is_written_down(replica: Replica) -> None:
    quote = await offered(replica)
    async with replica.database.reading() as connection:
        [payload] = (await connection.execute(sql.select(OUTBOX.c.payload))).scalars().all()
    act = AuditRecorded.FromString(payload).act
    assert (act.action, act.actor_id, act.subject_id) == ("quote.written", STAFF_ID, quote.quote_id)
    assert '"total_cents":"225000"' in act.after


async def test_the_same_key_writes_one_quote(replica: Replica) -> None:
    first = await offered(replica, idempotency_key="key-1")
    assert await offered(replica, idempotency_key="key-1") == first
    assert (await offered(replica, BOOKING, idempotency_key="key-1")).quote_id != first.quote_id
    with pytest.raises(Invalid) as refused:
        await offered(replica, idempotency_key="key-1", note="Otherwise.")
    assert refused.value.slug == "idempotency_key_reused"


@pytest.mark.parametrize(
    ("members", "field"),
    [
        ({"lines": []}, "lines"),
        ({"lines": [CustomLine(label="Off", quantity=1, unit_amount_cents=-1)]}, "lines"),
        ({"lines": [CustomLine(label="A tip", quantity=1, unit_amount_cents=49)]}, "lines"),
        ({"valid_until": until(timedelta(0))}, "valid_until"),
        ({"pickup_date": "2027-02-30"}, "pickup_date"),
        ({"service_type": 0}, "service_type"),
    ],
)
async def test_what_staff_may_not_write_is_refused(replica: Replica, members: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        await offered(replica, **members)
    assert field in refused.value.faults[0].field


async def test_only_those_who_may_write_quotes(replica: Replica) -> None:
    for caller in (CUSTOMER_ADA, STAFF_WITHOUT_PERMISSIONS):
        with pytest.raises(NotAllowed):
            await offered(replica, caller)
