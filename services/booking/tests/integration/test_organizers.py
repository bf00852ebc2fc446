"""Organizers: each organizing service takes its people, and they come back with whatever gives the place back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sql
from booking.actions import Move, calendar_of, cancel_for_customer, erase_customer, expire_unpaid, move_for_customer
from booking.actions.organizers import set_day_organizers
from booking.domain.availability import Places
from booking.domain.lifecycle import Status
from booking.domain.pickup import PickupWindow
from booking.store.organizer_tables import organizer_day
from booking.store.privacy import Erasure
from booking_callers import GRACE, STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, booked, count, places_used, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict
from counted import statements_of
from migrated_again import run_migration
from organizer_stage import EXPIRED_BY, booked_with, organized, organizers_on
from sqlalchemy.exc import IntegrityError
from totetaxi.booking.v1.events_pb2 import AuditRecorded
from waiting_stage import ONE_PLACE, book_offer, full_morning, offers, waits

LATER = DAY + timedelta(days=7)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def move(database: Database, booking_id: str, window: PickupWindow | None = None) -> object:
    wanted = Move(UUID(booking_id), DAY if window else LATER, window)
    return await move_for_customer(database, wanted, STAFF, "They called.", TERMS, NOW)


async def test_packing_and_unpacking_take_a_team_each(database: Database) -> None:
    await booked_with(database, 2, 4)
    assert await organizers_on(database) == Places(6, 8)
    assert await places_used(database) == 1


async def test_a_move_without_organizing_asks_nothing_of_organizers(database: Database) -> None:
    await set_day_organizers(database, DAY, 0, "They all have the flu.", TERMS.usual, NOW)
    await booked(database)
    assert await organizers_on(database) == Places(0, 0, "They all have the flu.")


async def test_only_a_move_with_organizing_asks_about_organizers_and_61_days_are_one_question(
    database: Database,
) -> None:
    with statements_of(database) as asked:
        booking = (await booked(database)).booking
        await move(database, booking.id)
        await cancel_for_customer(database, UUID(booking.id), None, "They asked.", STAFF, NOW)
    assert [statement for statement in asked if "organizer_day" in statement] == []
    with statements_of(database) as asked:
        await calendar_of(database, [DAY + timedelta(days=number) for number in range(61)], TERMS.usual, NOW)
    assert len(asked) == 1


async def test_a_day_short_of_organizers_names_days_that_have_enough_and_takes_no_place(database: Database) -> None:
    await booked_with(database, 4, 2)
    await booked_with(database, 4, 4, pickup_date=DAY + timedelta(days=2))
    with pytest.raises(Conflict) as refused:
        await booked_with(database, 2, 2)
    assert (refused.value.slug, refused.value.faults[0].field) == ("no_organizers", "pickup_date")
    assert refused.value.message == (
        "June 2, 2027 is short of organizers for packing and unpacking: you need 4 and 2 are left; "
        "the next days with enough are June 3, 2027; June 5, 2027; June 6, 2027."
    )
    assert (await places_used(database), await count(database, "booking")) == (1, 2)
    await booked_with(database, 2)
    assert await organizers_on(database) == Places(8, 8)


async def test_calling_off_gives_organizers_back(database: Database) -> None:
    booking = await booked_with(database, 2, 2)
    await cancel_for_customer(database, UUID(booking.id), None, "They asked.", STAFF, NOW)
    await cancel_for_customer(database, UUID(booking.id), None, "They asked twice.", STAFF, NOW)
    assert await organizers_on(database) == Places(0, 8)


async def test_what_nobody_pays_gives_organizers_back(database: Database) -> None:
    await booked_with(database, 2)
    await booked_with(database, 2, 2)
    await booked_with(database, 4, pickup_date=LATER)
    assert await expire_unpaid(database, EXPIRED_BY, 50) == 3
    assert [await organizers_on(database), await organizers_on(database, LATER)] == [Places(0, 8), Places(0, 8)]


async def test_forgetting_a_customer_gives_the_organizers_of_what_they_never_paid_back(database: Database) -> None:
    await booked_with(database, 2, customer_id=GRACE)
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(GRACE, new_id(), "ada@example.com", NOW, None), NOW)
    assert await organizers_on(database) == Places(0, 8)


async def test_organizers_move_to_the_new_day(database: Database) -> None:
    booking = await booked_with(database, 2, 2)
    await move(database, booking.id)
    assert [await organizers_on(database), await organizers_on(database, LATER)] == [Places(0, 8), Places(4, 8)]


async def test_another_window_of_the_day_keeps_its_organizers(database: Database) -> None:
    booking = await booked_with(database, 4, 4)
    await move(database, booking.id, PickupWindow.EVENING)
    assert await organizers_on(database) == Places(8, 8)


async def test_a_move_to_a_day_short_of_organizers_leaves_everything_where_it_is(database: Database) -> None:
    booking = await booked_with(database, 2)
    await set_day_organizers(database, LATER, 1, "A wedding.", TERMS.usual, NOW)
    with pytest.raises(Conflict, match="you need 2 and 1 is left"):
        await move(database, booking.id)
    assert (await places_used(database), await places_used(database, LATER)) == (1, 0)
    assert [await organizers_on(database), await organizers_on(database, LATER)] == [
        Places(2, 8),
        Places(0, 1, "A wedding."),
    ]


async def test_a_place_kept_for_the_waiting_list_keeps_no_organizers_but_its_booking_takes_them(
    database: Database,
) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await cancel_for_customer(database, taken, None, "They asked.", STAFF, NOW)
    [offer] = await offers(database)
    await booked_with(database, 4, 4, pickup_window=PickupWindow.EVENING)
    with pytest.raises(Conflict) as refused:
        await book_offer(database, offer.token, price=organized(2))
    assert refused.value.slug == "no_organizers"
    await set_day_organizers(database, DAY, 10, "Two more.", ONE_PLACE.usual, NOW)
    await book_offer(database, offer.token, price=organized(2))
    assert await organizers_on(database) == Places(10, 10, "Two more.")


async def test_staff_set_a_days_organizers_and_take_that_back(database: Database) -> None:
    booking = await booked_with(database, 4)
    fewer = await set_day_organizers(database, DAY, 2, "Two are ill.", TERMS.usual, NOW)
    assert fewer.day.organizers == Places(4, 4, "Two are ill.")
    with pytest.raises(Conflict, match="you need 2 and none are left"):
        await booked_with(database, 2)
    await cancel_for_customer(database, UUID(booking.id), None, "They asked.", STAFF, NOW)
    assert await organizers_on(database) == Places(0, 2, "Two are ill.")
    usual = await set_day_organizers(database, DAY, None, "All are well.", TERMS.usual, NOW)
    assert usual.day.organizers == Places(0, 8)
    acts = [event.act for event in await said(database, AuditRecorded) if event.act.action == "day.organizers_set"]
    assert [act.reason for act in acts] == ["Two are ill.", "All are well."]


async def test_no_statement_can_overbook_organizers(database: Database) -> None:
    await booked_with(database, 4)
    with pytest.raises(IntegrityError, match="organizers_are_never_overbooked"):
        async with database.transaction() as connection:
            await connection.execute(organizer_day.update().values(used=organizer_day.c.maximum + 1))


async def test_what_was_booked_before_there_was_a_limit_takes_its_organizers(database: Database) -> None:
    await booked_with(database, 2, 4)
    await booked_with(database, 2, status=Status.COMPLETED, expires_at=None)
    await booked(database)
    await booked_with(database, 4, pickup_date=LATER, status=Status.CANCELLED, expires_at=None)
    async with database.transaction() as connection:
        await connection.execute(sql.delete(organizer_day))
    await run_migration(database, "0043_organizers", "TAKEN_SO_FAR")
    assert [await organizers_on(database), await organizers_on(database, LATER)] == [Places(8, 8), Places(0, 8)]
    with pytest.raises(Conflict, match="none are left"):
        await booked_with(database, 2)
