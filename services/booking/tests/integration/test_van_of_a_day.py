"""A van that is already scheduled, which specialty items need: a booking that is paid, and nothing less."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from booking.actions import calendar_of, cancel_for_customer
from booking.domain.availability import Day
from booking.domain.lifecycle import AFTER_PAYMENT, Status
from booking.domain.pickup import PickupWindow
from booking.store.tables import VAN_IS_SCHEDULED
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, PRICE, TERMS, booked, places_used
from chassis.database import Database
from chassis.refusal import Conflict
from counted import statements_of
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from totetaxi.pricing.v1.catalog_pb2 import SpecialtyItem
from totetaxi.pricing.v1.price_pb2 import Price
from waiting_stage import called_off, full_morning, waits


async def crib_is_booked(database: Database) -> CreateGuestBookingResponse:
    price = Price()
    price.CopyFrom(PRICE)
    price.specialty_items.append(SpecialtyItem(item_type="crib", requires_van_schedule=True))
    return await booked(database, price=price, pickup_window=PickupWindow.EVENING)


async def day_shown(database: Database) -> Day:
    return (await calendar_of(database, [DAY], TERMS.usual, NOW))[0]


async def must_have_no_van(database: Database) -> None:
    assert not (await day_shown(database)).has_van
    with pytest.raises(Conflict) as refused:
        await crib_is_booked(database)
    assert refused.value.slug == "no_van_scheduled"


async def test_what_is_not_paid_is_no_van(database: Database) -> None:
    await booked(database)
    await booked(database, status=Status.CONFIRMED, expires_at=None)
    await must_have_no_van(database)


async def test_a_place_that_is_kept_for_the_waiting_list_is_no_van(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await called_off(database, taken)
    assert await places_used(database) == 1
    await must_have_no_van(database)


@pytest.mark.parametrize("status", AFTER_PAYMENT)
async def test_what_is_paid_is_a_van_from_then_on(database: Database, status: Status) -> None:
    await booked(database, status=status, expires_at=None)
    assert (await day_shown(database)).has_van
    assert (await crib_is_booked(database)).booking.id


async def test_a_van_that_is_called_off_is_one_no_more(database: Database) -> None:
    act_as_staff()
    booking = (await booked(database, status=Status.PAID, expires_at=None)).booking
    await cancel_for_customer(database, UUID(booking.id), None, "They asked.", STAFF, NOW)
    await must_have_no_van(database)


async def test_the_vans_of_61_days_are_part_of_the_one_question(database: Database) -> None:
    await booked(database, status=Status.SCHEDULED, expires_at=None, pickup_date=DAY + timedelta(days=60))
    with statements_of(database) as asked:
        days = await calendar_of(database, [DAY + timedelta(days=number) for number in range(61)], TERMS.usual, NOW)
    assert ([day.has_van for day in days], len(asked)) == ([False] * 60 + [True], 1)


def test_the_index_is_for_exactly_the_states_that_have_a_van() -> None:
    assert all(f"'{status}'" in VAN_IS_SCHEDULED for status in AFTER_PAYMENT)
    assert VAN_IS_SCHEDULED.count("'") == 2 * len(AFTER_PAYMENT)
