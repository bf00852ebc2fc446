"""An old quote comes out the same, line by line, whatever has changed since."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from bookings_heard import Booking, hear
from callers import ADA, BOOKING, CUSTOMER_ADA, STAFF, VISITOR
from chassis.refusal import NotAllowed, NotFound
from first_catalog import CASES, NOW
from google.protobuf.timestamp_pb2 import Timestamp
from pricing.store.quotes import list_recent_requests, quotes
from pricing_server import Replica
from promotions_made import credit, promote
from requests_on_the_wire import case_message, held_preview, hold, preview, redemption
from totetaxi.pricing.v1.price_pb2 import Price, Quote
from totetaxi.pricing.v1.pricing_service_pb2 import CreateQuoteRequest, ReplayQuoteRequest, ReplayQuoteResponse
from totetaxi.pricing.v1.promotion_service_pb2 import UpdatePromotionRequest
from versions import dearer, publish


async def replay(replica: Replica, quote_id: str, caller: Any = STAFF) -> ReplayQuoteResponse:
    answer: ReplayQuoteResponse = await replica.call("ReplayQuote", ReplayQuoteRequest(quote_id=quote_id), caller)
    return answer


async def test_a_used_quote_is_the_same_after_catalogue_promotion_and_credit_have_changed(
    replica: Replica, eventually: Any
) -> None:
    promotion = await promote(replica, maximum_discount_cents=5_000)
    await credit(replica, ADA, 3_000)
    asked: dict[str, Any] = {"promotion_code": "SUMMER", "use_credit": True, "coi_required": True}
    held = (await replica.call("PreviewPrice", held_preview(**asked), CUSTOMER_ADA)).quote_id
    used = redemption("try-1", held, customer_id=ADA, **asked)
    quote: Quote = (await replica.call("RedeemQuote", used, BOOKING)).quote
    booking = Booking(quote, customer_id=ADA)
    await hear(replica, booking.created())

    await publish(replica.database, 2, dearer(1_000))
    over = Timestamp()
    over.FromDatetime(NOW)
    await replica.call(
        "UpdatePromotion", UpdatePromotionRequest(promotion_id=promotion.id, ends_at=over, reason="Over."), STAFF
    )
    replica.clock.instant = NOW + timedelta(days=400)

    for quote_id in (held, quote.quote_id):
        answer = await replay(replica, quote_id)
        assert (answer.is_same, answer.booking_id) == (True, str(booking.id))
        assert answer.recomputed_total_cents == quote.price.total_cents == 99_500 + 5_000 - 5_000 - 3_000
        assert [line.recomputed for line in answer.lines] == [line.quoted for line in answer.lines]
        assert [line.quoted for line in answer.lines] == list(quote.price.lines)
        assert answer.conditions.available_credit_cents == 3_000
        assert answer.conditions.promotion.maximum_discount_cents == 5_000


async def test_every_worked_case_is_the_same_again(replica: Replica) -> None:
    made = [
        (await replica.call("CreateQuote", CreateQuoteRequest(request=case_message(case["request"])))).quote
        for case in CASES
    ]
    await publish(replica.database, 2, dearer(1_000))
    replica.clock.instant = NOW + timedelta(days=1_000)
    for quote in made:
        answer = await replay(replica, quote.quote_id)
        assert (answer.is_same, answer.recomputed_total_cents) == (True, quote.price.total_cents)


async def test_a_quote_that_is_only_sealed_can_be_replayed(replica: Replica) -> None:
    held = (await replica.call("PreviewPrice", held_preview())).quote_id
    answer = await replay(replica, held)
    assert (answer.is_same, answer.quote.quote_id, answer.booking_id) == (True, held, "")


async def test_a_line_that_comes_out_otherwise_is_shown(replica: Replica) -> None:
    quote = (await replica.call("CreateQuote", hold(coi_required=True))).quote
    tampered = Price()
    tampered.CopyFrom(quote.price)
    tampered.lines[0].amount_cents += 1
    async with replica.database.transaction() as connection:
        await connection.execute(quotes.update().values(price=tampered.SerializeToString()))
    answer = await replay(replica, quote.quote_id)
    assert [line.is_same for line in answer.lines] == [False, True]
    assert (answer.is_same, answer.recomputed_total_cents) == (False, 104_500)


async def test_replaying_is_for_staff_and_services_and_for_quotes_that_are_there(replica: Replica) -> None:
    with pytest.raises(NotFound):
        await replay(replica, "018f0000-0000-7000-8000-000000000000")
    for caller in (VISITOR, CUSTOMER_ADA):
        with pytest.raises(NotAllowed):
            await replay(replica, "x", caller)


async def test_what_was_booked_last_is_kept_without_what_belongs_to_a_person(replica: Replica) -> None:
    await promote(replica)
    asked = {"promotion_code": "SUMMER", "pickup_zip_code": "10001-2345"}
    for number in range(3):
        replica.clock.instant = NOW + timedelta(minutes=number)
        quote = (await replica.call("RedeemQuote", redemption(f"try-{number}", **asked), BOOKING)).quote
        if number:
            await hear(replica, Booking(quote).created())
    async with replica.database.reading() as connection:
        recent = await list_recent_requests(connection, 10)
        assert await list_recent_requests(connection, 1) == recent[:1]
        assert await connection.scalar(sql.select(sql.func.count()).select_from(quotes)) == 3
    assert [moment for _, moment in recent] == [NOW + timedelta(minutes=2), NOW + timedelta(minutes=1)]
    plain = preview(pickup_zip_code="10001").request
    assert [request for request, _ in recent] == [plain, plain]
