"""A preview that holds: nothing is stored until it is used, and what it holds is exactly what is booked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from callers import BOOKING, CUSTOMER_ADA
from chassis.refusal import Conflict, NotFound
from first_catalog import NOW
from pricing.store.quotes import quotes
from pricing_server import SECRET, Replica, serving
from requests_on_the_wire import held, held_preview, preview, redemption, request_message
from totetaxi.pricing.v1.price_pb2 import Quote
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceResponse
from versions import dearer, publish

OTHER_SECRET = "another secret for tests, just as long as one"


async def held_by(replica: Replica, **members: Any) -> PreviewPriceResponse:
    answer: PreviewPriceResponse = await replica.call("PreviewPrice", held_preview(**members))
    return answer


async def redeemed(replica: Replica, key: str, quote_id: str, **members: Any) -> Quote:
    quote: Quote = (await replica.call("RedeemQuote", redemption(key, quote_id, **members), BOOKING)).quote
    return quote


async def stored(replica: Replica) -> int:
    async with replica.database.reading() as connection:
        return (await connection.scalar(sql.select(sql.func.count()).select_from(quotes))) or 0


async def test_a_preview_holds_only_where_it_is_asked_to(replica: Replica) -> None:
    plain = await replica.call("PreviewPrice", preview())
    assert (plain.quote_id, plain.HasField("expires_at")) == ("", False)
    answer = await held_by(replica)
    assert answer.price == plain.price
    assert answer.expires_at.ToDatetime(NOW.tzinfo) == NOW + timedelta(minutes=30)
    assert 36 < len(answer.quote_id) < 250
    assert await stored(replica) == 0


async def test_a_sealed_quote_can_be_looked_at_without_being_stored(replica: Replica) -> None:
    answer = await held_by(replica, coi_required=True)
    quote = (await replica.call("GetQuote", held(answer.quote_id))).quote
    assert (quote.quote_id, quote.price, quote.expires_at) == (answer.quote_id, answer.price, answer.expires_at)
    assert quote.request == request_message(coi_required=True)
    assert await stored(replica) == 0


async def test_a_sealed_quote_survives_a_price_rise_in_every_replica(
    replica: Replica, url: str, eventually: Any
) -> None:
    answer = await held_by(replica, coi_required=True)
    await publish(replica.database, 2, dearer(1_000))
    async with serving(url) as other:
        assert (await other.call("PreviewPrice", preview(coi_required=True))).price.catalog_version == 2
        quote = await redeemed(other, "try-1", answer.quote_id, coi_required=True)
    assert quote.price == answer.price
    assert (quote.price.total_cents, quote.price.catalog_version) == (104_500, 1)


async def test_a_quote_of_a_version_that_a_replica_does_not_know_yet_is_read(url: str) -> None:
    never_polled = {"catalog_poll_seconds": 3_600}
    async with serving(url, **never_polled) as old, serving(url, **never_polled) as new:
        await publish(new.database, 2, dearer(1_000))
        answer = await held_by(new)
        assert (await old.call("GetQuote", held(answer.quote_id))).quote.price == answer.price


async def test_a_sealed_quote_is_stored_when_it_is_used_under_a_short_id(replica: Replica) -> None:
    answer = await held_by(replica)
    quote = await redeemed(replica, "try-1", answer.quote_id)
    assert len(quote.quote_id) == 36
    assert await stored(replica) == 1
    for quote_id in (answer.quote_id, quote.quote_id):
        with pytest.raises(Conflict) as refused:
            await replica.call("GetQuote", held(quote_id))
        assert refused.value.slug == "quote_used"


async def test_a_sealed_quote_holds_for_thirty_minutes(replica: Replica) -> None:
    answer = await held_by(replica)
    replica.clock.instant = NOW + timedelta(minutes=30)
    for call in (replica.call("GetQuote", held(answer.quote_id)), redeemed(replica, "try-1", answer.quote_id)):
        with pytest.raises(Conflict) as refused:
            await call
        assert refused.value.slug == "quote_expired"
    assert await stored(replica) == 0


async def test_a_sealed_quote_of_another_secret_is_unknown_until_that_is_the_one_before(url: str) -> None:
    async with serving(url) as replica:
        answer = await held_by(replica)
    async with serving(url, quote_secret=OTHER_SECRET) as stranger:
        with pytest.raises(NotFound):
            await stranger.call("GetQuote", held(answer.quote_id))
    async with serving(url, quote_secret=OTHER_SECRET, quote_secret_previous=SECRET) as rotated:
        assert (await rotated.call("GetQuote", held(answer.quote_id))).quote.price == answer.price


async def test_nobody_books_another_request_at_a_held_price(replica: Replica) -> None:
    answer = await held_by(replica)
    with pytest.raises(Conflict) as refused:
        await redeemed(replica, "try-1", answer.quote_id, coi_required=True, pickup_zip_code="10001")
    assert refused.value.slug == "quote_for_another_request"
    assert [fault.field for fault in refused.value.faults] == ["pickup_zip_code", "coi_required"]
    assert await stored(replica) == 0


async def test_a_customers_preview_is_held_like_anybodys(replica: Replica) -> None:
    answer = await replica.call("PreviewPrice", held_preview(), CUSTOMER_ADA)
    assert (await redeemed(replica, "try-1", answer.quote_id)).price == answer.price
