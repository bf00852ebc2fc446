"""A booking redeems its price once, and gives back what it does not use."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sql
from booking.prices import give_back
from booking_world import World, caller, new_code, price_request, request
from chassis.refusal import Conflict, Invalid
from chassis.remote import open_channel, remote_stub
from docker_engine import free_port
from totetaxi.booking.v1 import booking_pb2 as contract
from totetaxi.booking.v1 import booking_service_pb2 as messages
from totetaxi.pricing.v1 import pricing_service_pb2 as pricing_messages
from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceStub

pytestmark = pytest.mark.xdist_group("services")

TOTAL_CENTS = 244_500

USES = sql.text("SELECT use_count FROM promotion WHERE code = :code")
CONFIRMED = sql.text("SELECT count(*) FROM quote WHERE booking_id = :booking_id")


async def uses(world: World, code: str) -> int:
    async with world.pricing_database.reading() as connection:
        return int(await connection.scalar(USES, {"code": code}) or 0)


async def book(world: World, code: str = "", **members: Any) -> contract.Booking:
    asked = request(world, **{"request": price_request(world, promotion_code=code)} | members)
    booking: contract.Booking = (await world.bookings.CreateGuestBooking(asked)).booking
    return booking


async def fill(world: World) -> None:
    """Takes all places of the morning."""
    for _ in range(3):
        await book(world)


async def test_a_code_is_used_with_the_booking_and_the_booking_confirms_its_quote(
    world: World, eventually: Callable[..., Awaitable[Any]]
) -> None:
    code = await new_code(world)
    made = await book(world, code.lower())
    assert (made.price.discount_cents, made.price.total_cents) == (-24_450, TOTAL_CENTS - 24_450)
    assert await uses(world, code) == 1

    async def quote_is_confirmed() -> bool:
        async with world.pricing_database.reading() as connection:
            return await connection.scalar(CONFIRMED, {"booking_id": made.id}) == 1

    await eventually(quote_is_confirmed)
    with pytest.raises(Conflict) as refused:
        await book(world, code)
    assert (refused.value.slug, refused.value.faults[0].field) == ("promotion_used_up", "promotion_code")


async def test_a_booking_refused_for_its_day_gives_code_and_quote_back(world: World) -> None:
    code = await new_code(world)
    asked = price_request(world, promotion_code=code, pickup_zip_code="10001", delivery_zip_code="11937")
    held = await world.prices.PreviewPrice(pricing_messages.PreviewPriceRequest(request=asked, hold=True))
    await fill(world)
    with pytest.raises(Conflict) as refused:
        await book(world, code, quote_id=held.quote_id)
    assert refused.value.slug == "sold_out"
    assert await uses(world, code) == 0
    made = await book(world, code, quote_id=held.quote_id, pickup_window=contract.PICKUP_WINDOW_EVENING)
    assert made.price == held.price
    assert await uses(world, code) == 1


async def test_a_refused_key_gives_back_and_stays_refused(world: World) -> None:
    code, key = await new_code(world), str(uuid4())
    await fill(world)
    for _ in range(2):
        with pytest.raises(Conflict) as refused:
            await book(world, code, idempotency_key=key)
        assert refused.value.slug == "sold_out"
        assert await uses(world, code) == 0


@pytest.mark.race
async def test_ten_at_once_with_one_key_redeem_once_and_book_once(world: World) -> None:
    code, key = await new_code(world), str(uuid4())
    tries = [book(world, code, idempotency_key=key) for _ in range(10)]
    results = await asyncio.gather(*tries, return_exceptions=True)
    made = [result for result in results if isinstance(result, contract.Booking)]
    others = {result.slug for result in results if isinstance(result, Conflict)}
    assert len({booking.id for booking in made}) == 1
    assert others <= {"idempotency_key_in_flight"}
    assert await uses(world, code) == 1
    assert (await book(world, code, idempotency_key=key)).id == made[0].id


@pytest.mark.race
async def test_ten_at_once_with_a_code_for_three_are_three_bookings(world: World) -> None:
    code = await new_code(world, limit=3)
    windows = [contract.PICKUP_WINDOW_MORNING, contract.PICKUP_WINDOW_AFTERNOON, contract.PICKUP_WINDOW_EVENING]
    tries = [book(world, code, pickup_window=windows[number % 3]) for number in range(9)]
    results = await asyncio.gather(*tries, return_exceptions=True)
    slugs = [result.slug for result in results if isinstance(result, Conflict)]
    assert (len(results) - len(slugs), set(slugs)) == (3, {"promotion_used_up"})
    assert await uses(world, code) == 3


@pytest.mark.parametrize(
    ("members", "field"), [({"promotion_code": "NO-SUCH"}, "promotion_code"), ({"use_credit": True}, "use_credit")]
)
async def test_what_pricing_refuses_books_nothing(world: World, members: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        await book(world, request=price_request(world, **members))
    assert [fault.field for fault in refused.value.faults] == [field]


async def test_a_booking_that_a_code_has_paid_for_is_paid_and_owes_nothing(world: World) -> None:
    made = await book(world, await new_code(world, basis_points=10_000))
    assert (made.status, made.price.total_cents) == (contract.BOOKING_STATUS_PAID, 0)
    due = await world.as_payments.GetAmountDue(messages.GetAmountDueRequest(booking_id=made.id))
    assert (due.amount_cents, due.status) == (0, contract.BOOKING_STATUS_PAID)


async def test_a_refusal_is_told_although_pricing_is_away(world: World) -> None:
    nowhere = open_channel(f"127.0.0.1:{free_port()}")
    identity = open_channel(world.targets["identity"])
    await give_back(remote_stub(PricingServiceStub, nowhere, caller("booking", identity)), str(uuid4()), "key")
    for channel in (nowhere, identity):
        await channel.close()
