"""A quote holds its price: through a price rise, until its time is over, for one booking."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from bookings_heard import Booking, hear
from chassis.refusal import Conflict, Invalid, NotFound
from first_catalog import NOW
from pricing.store.quotes import quotes
from pricing_server import Replica
from requests_on_the_wire import held, hold, preview, request_message
from sqlalchemy.exc import IntegrityError
from versions import dearer, publish


async def quoted(replica: Replica, **members: Any) -> Any:
    return (await replica.call("CreateQuote", hold(**members))).quote


async def test_a_quote_survives_a_price_rise(replica: Replica, eventually: Any) -> None:
    quote = await quoted(replica, coi_required=True)
    await publish(replica.database, 2, dearer(1_000))

    async def preview_is_dearer() -> bool:
        price = (await replica.call("PreviewPrice", preview(coi_required=True))).price
        return bool(price.total_cents == 106_500)

    await eventually(preview_is_dearer)
    again = (await replica.call("GetQuote", held(quote.quote_id))).quote
    assert again == quote
    assert (again.price.total_cents, again.price.catalog_version) == (104_500, 1)
    assert again.request == request_message(coi_required=True)


async def test_a_quote_holds_for_thirty_minutes(replica: Replica) -> None:
    quote = await quoted(replica)
    assert quote.expires_at.ToDatetime(tzinfo=NOW.tzinfo) == NOW + timedelta(minutes=30)
    replica.clock.instant = NOW + timedelta(minutes=29, seconds=59)
    assert (await replica.call("GetQuote", held(quote.quote_id))).quote == quote
    replica.clock.instant = NOW + timedelta(minutes=30)
    with pytest.raises(Conflict) as refused:
        await replica.call("GetQuote", held(quote.quote_id))
    assert refused.value.slug == "quote_expired"


async def test_a_quote_belongs_to_the_first_booking_that_used_it(replica: Replica) -> None:
    quote = await quoted(replica)
    first, second = Booking(quote), Booking(quote)
    await hear(replica, first.created(), second.created(), first.created())
    async with replica.database.reading() as connection:
        assert (await connection.execute(sql.select(quotes.c.booking_id))).scalars().all() == [first.id]
    with pytest.raises(Conflict) as refused:
        await replica.call("GetQuote", held(quote.quote_id))
    assert refused.value.slug == "quote_used"


async def test_a_booking_from_before_quotes_were_redeemed_uses_none(replica: Replica) -> None:
    quote = await quoted(replica)
    await hear(replica, Booking().created())
    assert (await replica.call("GetQuote", held(quote.quote_id))).quote == quote


@pytest.mark.parametrize(
    "quote_id", ["nonsense", "018f0000-0000-7000-8000-000000000000", "018F0000-0000-7000-8000-000000000000", "A" * 2048]
)
async def test_a_quote_nobody_made_is_not_found(replica: Replica, quote_id: str) -> None:
    with pytest.raises(NotFound):
        await replica.call("GetQuote", held(quote_id))


async def test_a_refused_request_holds_nothing(replica: Replica) -> None:
    with pytest.raises(Invalid):
        await quoted(replica, pickup_date="2027-01-01")
    async with replica.database.reading() as connection:
        assert (await connection.execute(sql.select(sql.func.count()).select_from(quotes))).scalar_one() == 0


async def test_the_database_refuses_a_total_that_is_not_the_sum_of_its_lines(replica: Replica) -> None:
    await quoted(replica)
    with pytest.raises(IntegrityError, match="quote_total_is_the_sum_of_its_lines"):
        async with replica.database.transaction() as connection:
            await connection.execute(quotes.update().values(total_cents=quotes.c.total_cents - 1))
