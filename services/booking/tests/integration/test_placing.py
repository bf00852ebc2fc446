"""Taking places: never one too many, never half a booking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from booking.actions import place_booking
from booking.domain.lifecycle import Status
from booking.domain.pickup import PickupWindow
from booking.store.bookings import NumbersExhaustedError
from booking.store.capacity import take_place
from booking_stage import (
    DAY,
    NOW,
    PRICE,
    TERMS,
    booked,
    count,
    history_of,
    outcomes,
    patiently,
    places_used,
    record,
    said,
)
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict
from sqlalchemy.exc import IntegrityError, OperationalError
from totetaxi.booking.v1.booking_pb2 import BOOKING_STATUS_PAID, BOOKING_STATUS_PENDING
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from totetaxi.booking.v1.events_pb2 import BookingCreated, BookingPaid
from totetaxi.pricing.v1.catalog_pb2 import SpecialtyItem
from totetaxi.pricing.v1.price_pb2 import LINE_KIND_DISCOUNT, Price, PriceLine


async def test_a_booking_comes_with_its_place_its_history_and_its_event(database: Database) -> None:
    answer = await booked(database)
    assert answer.booking.price == PRICE
    assert await places_used(database) == 1
    assert await history_of(database, answer.booking.id) == [(None, "pending", "guest")]
    [event] = await said(database, BookingCreated)
    assert event.booking.booking_number == answer.booking.booking_number
    assert event.booking.price == PRICE
    assert event.expires_at.ToDatetime(NOW.tzinfo) == NOW + timedelta(minutes=30)


async def test_a_customers_booking_says_whose_it_is(database: Database) -> None:
    grace = new_id()
    await booked(database, customer_id=grace)
    [event] = await said(database, BookingCreated)
    assert event.booking.customer_id == str(grace)


@pytest.mark.race
async def test_five_hundred_at_once_share_the_last_seven_places_and_no_more(database: Database) -> None:
    results = await outcomes([patiently(lambda: booked(database)) for _ in range(500)])
    made = [result for result in results if isinstance(result, CreateGuestBookingResponse)]
    refused = [result for result in results if isinstance(result, Conflict)]
    assert (len(made), len(refused)) == (7, 493)
    assert {refusal.slug for refusal in refused} == {"sold_out"}
    assert "the next free days are June 3, 2027" in refused[0].message
    assert len({result.booking.booking_number for result in made}) == 7
    assert [await count(database, table) for table in ("booking", "booking_history", "outbox")] == [7, 7, 7]
    assert await places_used(database) == 7


async def test_each_window_has_places_of_its_own(database: Database) -> None:
    for window in PickupWindow:
        assert (await booked(database, pickup_window=window)).booking.id
    assert await places_used(database) == 3


async def test_a_number_that_is_taken_is_drawn_again(database: Database) -> None:
    draws: Iterator[str] = iter(["TT-AAAAAA", "TT-AAAAAA", "TT-AAAAAA", "TT-BBBBBB"])
    numbers = [
        (await place_booking(database, record(), None, TERMS, NOW, lambda: next(draws))).booking.booking_number
        for _ in range(2)
    ]
    assert numbers == ["TT-AAAAAA", "TT-BBBBBB"]


@pytest.mark.race
async def test_bookings_that_draw_the_same_numbers_at_once_get_one_each(database: Database) -> None:
    draws = iter([f"TT-00000{number}" for number in range(9) for _ in range(2)])
    days = [DAY + timedelta(days=number) for number in range(9)]  # so that no window lets them in one by one
    made = await outcomes(
        [place_booking(database, record(pickup_date=day), None, TERMS, NOW, lambda: next(draws)) for day in days]
    )
    assert sorted(answer.booking.booking_number for answer in made) == [f"TT-00000{number}" for number in range(9)]


async def test_a_failure_half_way_leaves_no_booking_and_no_hold(database: Database) -> None:
    await place_booking(database, record(), None, TERMS, NOW, lambda: "TT-AAAAAA")
    with pytest.raises(NumbersExhaustedError):
        await place_booking(database, record(), None, TERMS, NOW, lambda: "TT-AAAAAA")
    with pytest.raises(IntegrityError):
        await booked(database, price=Price(lines=PRICE.lines, total_cents=1))
    assert await places_used(database) == 1
    assert [await count(database, table) for table in ("booking", "booking_history", "outbox")] == [1, 1, 1]


async def test_a_replica_killed_in_its_transaction_leaves_no_hold(database: Database) -> None:
    with pytest.raises(OperationalError):
        await taken_and_killed(database)
    assert await places_used(database) == 0


async def taken_and_killed(database: Database) -> None:
    async with database.transaction() as connection, database.reading() as other:
        assert await take_place(connection, DAY, PickupWindow.MORNING, 1)
        own_session = await connection.scalar(sql.text("SELECT pg_backend_pid()"))
        await other.execute(sql.text("SELECT pg_terminate_backend(:session, 5000)"), {"session": own_session})
        await connection.execute(sql.text("SELECT 1"))


@pytest.mark.race
async def test_a_quote_is_booked_once_however_many_try(database: Database) -> None:
    results = await outcomes([booked(database, quote_id="quote-1") for _ in range(5)])
    refused = [result for result in results if isinstance(result, Conflict)]
    assert [refusal.slug for refusal in refused] == ["quote_used"] * 4
    assert await places_used(database) == 1


async def test_a_quote_is_not_burnt_by_a_refused_booking(database: Database) -> None:
    for _ in range(TERMS.usual.places):
        await booked(database)
    with pytest.raises(Conflict):
        await booked(database, quote_id="quote-1")
    assert (await booked(database, quote_id="quote-1", pickup_window=PickupWindow.EVENING)).booking.id


async def test_specialty_items_wait_for_a_van(database: Database) -> None:
    price = replace_price([SpecialtyItem(item_type="crib", requires_van_schedule=True)])
    with pytest.raises(Conflict) as refused:
        await booked(database, price=price)
    assert refused.value.slug == "no_van_scheduled"
    await paid(database, pickup_window=PickupWindow.EVENING)
    assert (await booked(database, price=price)).booking.id


async def test_specialty_items_are_told_the_next_day_with_a_van(database: Database) -> None:
    await booked(database, pickup_date=DAY + timedelta(days=2))
    await paid(database, pickup_date=DAY + timedelta(days=3))
    with pytest.raises(Conflict, match=r"The next days with one are June 5, 2027\."):
        await booked(database, price=replace_price([SpecialtyItem(requires_van_schedule=True)]))


async def paid(database: Database, **changes: Any) -> None:
    await booked(database, status=Status.PAID, expires_at=None, **changes)


async def test_a_booking_that_costs_nothing_cannot_exist(database: Database) -> None:
    with pytest.raises(IntegrityError, match="booking_costs_something"):
        await booked(database, price=Price(lines=[PriceLine(code="nothing")]))
    assert await places_used(database) == 0


async def test_a_booking_that_a_code_has_paid_for_is_paid_as_soon_as_it_is_made(database: Database) -> None:
    off = PriceLine(code="promotion", quantity=1, amount_cents=-PRICE.total_cents, kind=LINE_KIND_DISCOUNT)
    answer = await booked(database, price=Price(lines=[*PRICE.lines, off], discount_cents=off.amount_cents))
    assert (answer.booking.status, answer.booking.HasField("expires_at")) == (BOOKING_STATUS_PAID, False)
    assert await history_of(database, answer.booking.id) == [(None, "pending", "guest"), ("pending", "paid", "pricing")]
    [created], [paid] = await said(database, BookingCreated), await said(database, BookingPaid)
    assert (created.booking.status, created.booking.version) == (BOOKING_STATUS_PENDING, 1)
    assert (paid.booking.status, paid.booking.version, paid.amount_cents, paid.payment_id) == (
        BOOKING_STATUS_PAID,
        2,
        0,
        "",
    )
    assert paid.paid_at.ToDatetime(NOW.tzinfo) == NOW


def replace_price(items: list[SpecialtyItem]) -> Price:
    price = Price()
    price.CopyFrom(PRICE)
    price.specialty_items.extend(items)
    return price
