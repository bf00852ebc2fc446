"""Codes at preview and at redemption: what can be known is said early, and what counts is decided once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from bookings_heard import Booking, hear
from callers import ADA, BOOKING, CUSTOMER_ADA, EVE
from chassis.refusal import Conflict, Invalid, Refusal
from first_catalog import NOW
from google.protobuf.timestamp_pb2 import Timestamp
from pricing_server import Replica
from promotions_made import promote, uses_taken
from requests_on_the_wire import held_preview, preview, redemption
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_BLADE_LUGGAGE
from totetaxi.pricing.v1.price_pb2 import LINE_KIND_DISCOUNT, Quote

CODE = {"promotion_code": "SUMMER"}


async def redeem(replica: Replica, key: str, quote_id: str = "", **members: Any) -> Quote:
    asked = redemption(key, quote_id, **CODE | members)
    quote: Quote = (await replica.call("RedeemQuote", asked, BOOKING)).quote
    return quote


def at(moment: Any) -> Timestamp:
    message = Timestamp()
    message.FromDatetime(moment)
    return message


async def test_a_discount_is_a_line_of_its_own_everywhere(replica: Replica) -> None:
    await promote(replica)
    price = (await replica.call("PreviewPrice", preview(promotion_code=" summer "))).price
    assert (price.discount_cents, price.total_cents) == (-9_950, 89_550)
    assert [line.amount_cents for line in price.lines if line.kind == LINE_KIND_DISCOUNT] == [-9_950]
    assert (await redeem(replica, "try-1")).price == price


@pytest.mark.parametrize(
    ("members", "slug"),
    [
        ({"starts_at": at(NOW + timedelta(days=1))}, "promotion_not_begun"),
        ({"minimum_spend_cents": 99_501}, "promotion_minimum_spend"),
        ({"service_types": [SERVICE_TYPE_BLADE_LUGGAGE]}, "promotion_other_service"),
        ({"code": "WINTER"}, "promotion_unknown"),
    ],
)
async def test_a_code_that_can_not_be_used_is_refused_at_preview_and_redemption(
    replica: Replica, members: dict[str, Any], slug: str
) -> None:
    await promote(replica, **members)
    for call in (replica.call("PreviewPrice", preview(**CODE)), redeem(replica, "try-1")):
        with pytest.raises(Invalid) as refused:
            await call
        assert (refused.value.slug, refused.value.faults[0].field) == (slug, "promotion_code")
    assert await uses_taken(replica) == (0, 0)


async def test_a_code_is_over_at_its_end_but_a_price_held_before_still_holds(replica: Replica) -> None:
    await promote(replica, ends_at=at(NOW + timedelta(minutes=10)))
    answer = await replica.call("PreviewPrice", held_preview(**CODE))
    replica.clock.instant = NOW + timedelta(minutes=10)
    with pytest.raises(Invalid) as refused:
        await replica.call("PreviewPrice", preview(**CODE))
    assert refused.value.slug == "promotion_over"
    assert (await redeem(replica, "try-1", answer.quote_id)).price == answer.price


async def refused_by(replica: Replica, key: str, **members: Any) -> str:
    with pytest.raises(Refusal) as refused:
        await redeem(replica, key, **members)
    return refused.value.slug


async def test_a_customer_is_known_by_id_and_by_email(replica: Replica) -> None:
    await promote(replica, per_customer_limit=1)
    await redeem(replica, "try-1", customer_id=ADA, email="ada@example.com")
    assert await refused_by(replica, "try-2", email=" ADA@example.com") == "promotion_used_by_you"
    assert await refused_by(replica, "try-3", customer_id=ADA, email="a@example.org") == "promotion_used_by_you"
    await redeem(replica, "try-4", customer_id=EVE, email="eve@example.com")
    assert await uses_taken(replica) == (2, 2)


async def test_a_signed_in_customers_own_limits_are_told_at_preview(replica: Replica) -> None:
    await promote(replica, per_customer_limit=1)
    await redeem(replica, "try-1", customer_id=ADA)
    with pytest.raises(Conflict) as refused:
        await replica.call("PreviewPrice", preview(**CODE), CUSTOMER_ADA)
    assert refused.value.slug == "promotion_used_by_you"
    assert (await replica.call("PreviewPrice", preview(**CODE))).price.discount_cents == -9_950


@pytest.mark.parametrize("whose", [{"customer_id": ADA, "email": "a@example.org"}, {"email": "Ada@example.com"}])
async def test_a_first_booking_is_one_while_no_other_stands(replica: Replica, whose: dict[str, str]) -> None:
    await promote(replica, is_first_booking_only=True)
    other = Booking(customer_id=ADA)
    await hear(replica, other.created())
    assert await refused_by(replica, "try-1", **whose) == "promotion_first_booking_only"
    await hear(replica, other.expired())
    await redeem(replica, "try-1", **whose)


async def test_two_first_bookings_at_once_are_no_first_bookings(replica: Replica) -> None:
    await promote(replica, is_first_booking_only=True)
    await redeem(replica, "try-1")
    assert await refused_by(replica, "try-2") == "promotion_first_booking_only"
    assert (await redeem(replica, "try-1")).price.discount_cents == -9_950
