"""How full a day is: counted from booking's events, known to every replica, asked for only where prices follow it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bookings_heard import Booking, hear
from callers import BOOKING
from first_catalog import TUESDAY
from options_published import DEMAND_CONTENT
from pricing_server import Replica, serving
from requests_on_the_wire import held_preview, preview, redemption
from totetaxi.pricing.v1.pricing_service_pb2 import ReplayQuoteRequest
from versions import publish

NEVER_POLLED = 3_600
WEDNESDAY = (TUESDAY + timedelta(days=1)).isoformat()
TENTH = 9_950


async def demand_of(replica: Replica, **members: Any) -> int:
    return int((await replica.call("PreviewPrice", preview(**members))).price.demand_cents)


async def test_a_day_that_fills_up_costs_more_and_less_again(replica: Replica, url: str, eventually: Any) -> None:
    await publish(replica.database, 2, DEMAND_CONTENT)
    async with serving(url, catalog_poll_seconds=0.05) as busy:
        bookings = [Booking() for _ in range(2)]

        async def costs(cents: int, **members: Any) -> bool:
            return await demand_of(busy, **members) == cents

        await eventually(lambda: costs(0))
        await hear(busy, *(booking.created() for booking in bookings))
        await eventually(lambda: costs(TENTH))
        await hear(busy, bookings[0].rescheduled(WEDNESDAY))
        await eventually(lambda: costs(0))
        await hear(busy, Booking(day=WEDNESDAY).created())
        await eventually(lambda: costs(TENTH, pickup_date=WEDNESDAY))
        await hear(busy, bookings[0].expired(version=4))
        await eventually(lambda: costs(0, pickup_date=WEDNESDAY))


async def test_every_replica_hears_of_a_booking_at_once(replica: Replica, url: str, eventually: Any) -> None:
    await publish(replica.database, 2, DEMAND_CONTENT)
    async with (
        serving(url, catalog_poll_seconds=NEVER_POLLED) as one,
        serving(url, catalog_poll_seconds=NEVER_POLLED) as other,
    ):
        assert [await demand_of(one), await demand_of(other)] == [0, 0]
        await hear(one, Booking().created(), Booking().created())

        async def both_know() -> bool:
            return [await demand_of(one), await demand_of(other)] == [TENTH, TENTH]

        await eventually(both_know, within_seconds=5)


async def test_a_held_price_keeps_the_demand_it_was_made_at(replica: Replica, url: str) -> None:
    await publish(replica.database, 2, DEMAND_CONTENT)
    async with serving(url) as busy:
        answer = await busy.call("PreviewPrice", held_preview())
        await hear(busy, Booking().created(), Booking().created())
        quote = (await busy.call("RedeemQuote", redemption("try-1", answer.quote_id), BOOKING)).quote
        assert quote.price == answer.price
        replayed = await busy.call("ReplayQuote", ReplayQuoteRequest(quote_id=quote.quote_id), BOOKING)
        assert (replayed.is_same, replayed.conditions.booked_count) == (True, 0)


async def test_nobody_asks_how_full_days_are_while_no_price_follows_it(replica: Replica) -> None:
    async with replica.database.transaction() as connection:
        await connection.exec_driver_sql("ALTER TABLE booked RENAME TO hidden")
        assert await demand_of(replica) == 0
        await connection.rollback()
