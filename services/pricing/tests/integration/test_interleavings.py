"""Crashes between two services: whatever is lost, late or told twice, every use and every cent is counted once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from bookings_heard import Booking, hear
from callers import ADA, BOOKING
from chassis.clock import FixedClock
from chassis.refusal import Conflict
from first_catalog import CONTENT, NOW, TUESDAY
from google.protobuf.message import Message
from options_published import CREDIT_CONTENT
from pricing.clock import loops
from pricing.demand import Demand
from pricing.settings import PricingSettings
from pricing.snapshot import Snapshot
from pricing.store import booked
from pricing_server import SECRET, Replica
from promotions_made import balance, credit, promote, uses_taken
from requests_on_the_wire import redemption, release
from totetaxi.pricing.v1.price_pb2 import Quote
from versions import publish

ASKED: dict[str, Any] = {"promotion_code": "SUMMER", "use_credit": True}
MINUTES = 15
GIVEN = 5_000


@pytest.fixture
async def replica(replica: Replica) -> Replica:
    """One with a code that can be used once, and a customer with credit."""
    await promote(replica, total_limit=1)
    await credit(replica, ADA, GIVEN)
    return replica


async def redeem(replica: Replica, key: str, quote_id: str = "", **members: Any) -> Quote:
    asked = redemption(key, quote_id, customer_id=ADA, **ASKED | members)
    quote: Quote = (await replica.call("RedeemQuote", asked, BOOKING)).quote
    return quote


async def sweep(replica: Replica, later: timedelta = timedelta(minutes=MINUTES, seconds=1)) -> int | None:
    """One step of the clock's loop, `later`."""
    clock, snapshot = FixedClock(NOW + later), Snapshot(replica.database)
    demand = Demand(replica.database, snapshot, clock)
    settings = PricingSettings(database_url="none", nats_url="none", quote_secret=SECRET, redemption_minutes=MINUTES)
    every = loops(replica.database, snapshot, demand, settings, clock)
    [loop] = [each for each in every if each.name == "release-unconfirmed-quotes"]
    return await loop.step()


async def taken(replica: Replica) -> tuple[int, int]:
    """Uses of the code, and cents of credit."""
    counted, noted = await uses_taken(replica)
    assert counted == noted
    return counted, GIVEN - await balance(replica, ADA)


async def test_booking_died_before_it_booked_and_the_clock_gives_everything_back(replica: Replica) -> None:
    await redeem(replica, "try-1")
    assert await taken(replica) == (1, GIVEN)
    assert await sweep(replica, timedelta(minutes=MINUTES)) == 0
    assert await sweep(replica) == 1
    assert await sweep(replica) == 0
    assert await taken(replica) == (0, 0)
    assert (await redeem(replica, "try-2")).price.total_cents == 99_500 - 9_950 - GIVEN


async def test_booking_died_and_its_caller_came_again_with_the_same_key(replica: Replica) -> None:
    quote = await redeem(replica, "try-1")
    assert await redeem(replica, "try-1") == quote
    await hear(replica, Booking(quote).created())
    assert await sweep(replica) == 0
    assert await taken(replica) == (1, GIVEN)


async def test_an_event_that_comes_after_the_sweep_is_honoured(replica: Replica) -> None:
    quote = await redeem(replica, "try-1")
    await sweep(replica)
    await hear(replica, Booking(quote).created())
    assert await taken(replica) == (1, GIVEN)
    assert await sweep(replica, timedelta(days=1)) == 0
    with pytest.raises(Conflict) as refused:
        await redeem(replica, "try-2", quote.quote_id)
    assert refused.value.slug == "quote_used"


async def test_a_late_event_is_honoured_over_the_limit_and_with_what_credit_is_left(replica: Replica) -> None:
    late = await redeem(replica, "try-1")
    await sweep(replica)
    quick = await redeem(replica, "try-2")
    booking = Booking(late)
    await hear(replica, Booking(quick).created(), booking.created())
    assert await uses_taken(replica) == (2, 2)
    assert await balance(replica, ADA) == 0
    await hear(replica, booking.cancelled())
    assert await taken(replica) == (1, GIVEN)


async def test_a_release_that_comes_after_the_event_gives_nothing_back(replica: Replica) -> None:
    quote = await redeem(replica, "try-1")
    await hear(replica, Booking(quote).created())
    assert not (await replica.call("ReleaseQuote", release(quote.quote_id, "try-1"), BOOKING)).is_released
    assert await taken(replica) == (1, GIVEN)


async def test_a_quote_redeemed_again_after_the_sweep_belongs_to_the_booking_that_is_there(replica: Replica) -> None:
    first = await redeem(replica, "try-1")
    await sweep(replica)
    assert await redeem(replica, "try-2", first.quote_id) == first
    booking = Booking(first)
    await hear(replica, booking.created())
    assert not (await replica.call("ReleaseQuote", release(first.quote_id, "try-2"), BOOKING)).is_released
    assert await taken(replica) == (1, GIVEN)


@pytest.mark.parametrize("ending", [Booking.expired, Booking.cancelled])
async def test_the_end_of_a_booking_gives_back_and_its_quote_stays_used(
    replica: Replica, ending: Callable[[Booking], Message]
) -> None:
    quote = await redeem(replica, "try-1")
    booking = Booking(quote, customer_id=ADA)
    await hear(replica, booking.created(), ending(booking), ending(booking), booking.created())
    assert await taken(replica) == (0, 0)
    with pytest.raises(Conflict) as refused:
        await redeem(replica, "try-2", quote.quote_id)
    assert refused.value.slug == "quote_used"


async def test_any_order_and_any_redelivery_comes_to_the_same(replica: Replica) -> None:
    await publish(replica.database, 2, CREDIT_CONTENT)
    day = (TUESDAY + timedelta(days=1)).isoformat()
    for number, order in enumerate(permutations(range(4))):
        booking = Booking(await redeem(replica, f"try-{number}"), customer_id=ADA)
        events = [booking.created(), booking.paid(), booking.rescheduled(day), booking.cancelled()]
        told = [events[place] for place in order]
        await hear(replica, *told, *told[::-1])
        assert await taken(replica) == (0, 0)
        assert await days(replica) == {}


async def test_any_order_of_a_booking_that_stands_comes_to_the_same(replica: Replica) -> None:
    await publish(replica.database, 2, CONTENT)
    moved = TUESDAY + timedelta(days=1)
    for order in permutations(range(3)):
        booking = Booking(await redeem(replica, f"try-{order}"), customer_id=ADA)
        events = [booking.created(), booking.paid(), booking.rescheduled(moved.isoformat())]
        told = [events[place] for place in order]
        await hear(replica, *told, *told)
        assert await taken(replica) == (1, GIVEN)
        assert await days(replica) == {moved: 1}
        await hear(replica, booking.cancelled())


async def days(replica: Replica) -> dict[Any, int]:
    async with replica.database.reading() as connection:
        return dict(await booked.count_by_day(connection, TUESDAY))
