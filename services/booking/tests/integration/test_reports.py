"""Reports: what is kept as bookings change is what counting them all would give."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sql
from booking.actions import (
    Change,
    cancel_for_customer,
    expire_unpaid,
    place_booking,
    set_deleted,
    take_payment,
    update_booking,
)
from booking.actions.report import add_up_figures, booking_report, rebuild_figures, staff_report, top_customers
from booking.domain.lifecycle import Status
from booking.domain.report import CapacityFigures
from booking.store import bookings
from booking.store.bookings import BookingRecord, record_of
from booking.store.figure_tables import figure, figure_change
from booking.store.tables import booking as booking_table
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, PRICE, TERMS, booked, outcomes, payment_of, record
from chassis.clock import NEW_YORK
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid
from totetaxi.pricing.v1.price_pb2 import Price

SOLD = {Status.PAID, Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED}
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
PLAIN = Price(lines=PRICE.lines[:1], base_cents=99_500, total_cents=99_500, catalog_version=1)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def made(database: Database, at: datetime = NOW, **changes: Any) -> str:
    changes = {"created_at": at, "updated_at": at, "expires_at": at + timedelta(minutes=30), **changes}
    return str((await place_booking(database, record(**changes), None, TERMS, at)).booking.id)


async def pay(database: Database, booking_id: str, now: datetime = NOW) -> None:
    async with database.transaction() as connection:
        found = await bookings.find_booking(connection, UUID(booking_id))
        assert found
        await take_payment(connection, payment_of(booking_id, found.price.total_cents), now)


async def move_to(database: Database, booking_id: str, status: Status) -> None:
    await update_booking(database, Change(UUID(booking_id), status, None, "", 0, STAFF), NOW)


async def call_off(database: Database, booking_id: str) -> None:
    await cancel_for_customer(database, UUID(booking_id), 0, "called", STAFF, NOW)


async def report(database: Database, period: Any = "month", first: date = FIRST, last: date = LAST) -> Any:
    return await booking_report(database, first, last, period, TERMS.usual, NOW)


async def live_or_try(database: Database, booking_id: str, chance: random.Random) -> None:
    """Something happens to a booking; what its state does not allow changes nothing."""
    what = chance.choice(["pay", "confirm", "schedule", "start", "complete", "cancel", "delete", "restore"])
    to = {
        "confirm": Status.CONFIRMED,
        "schedule": Status.SCHEDULED,
        "start": Status.IN_PROGRESS,
        "complete": Status.COMPLETED,
    }
    try:
        if what == "pay":
            await pay(database, booking_id)
        elif what == "cancel":
            await call_off(database, booking_id)
        elif what in to:
            await move_to(database, booking_id, to[what])
        else:
            await set_deleted(database, UUID(booking_id), what == "delete", "test", NOW)
    except Conflict:
        return


async def all_bookings(database: Database) -> list[BookingRecord]:
    async with database.reading() as connection:
        return [record_of(dict(row)) for row in (await connection.execute(sql.select(booking_table))).mappings()]


def recount(found: list[BookingRecord]) -> dict[tuple[date, str], Counter[str]]:
    """The same in plain Python, from every booking."""
    rows: dict[tuple[date, str], Counter[str]] = {}
    for each in found:
        if each.deleted_at:
            continue
        day = each.created_at.astimezone(NEW_YORK).date()
        row = rows.setdefault((day, each.service_type), Counter())
        row["booked"] += 1
        if each.status in SOLD:
            row["sold"] += 1
            row["organized"] += each.price.organizing_cents > 0
            row["lead_days"] += (each.pickup_date - day).days
        elif each.status in {Status.PENDING, Status.CONFIRMED}:
            row["waiting"] += 1
        if each.status in {Status.COMPLETED, Status.CANCELLED, Status.EXPIRED}:
            row[each.status] += 1
    return rows


async def kept(database: Database) -> list[Any]:
    await add_up_figures(database)
    async with database.reading() as connection:
        question = sql.select(figure).where(figure.c.amount != 0).order_by(*figure.c)
        return [tuple(row) for row in (await connection.execute(question)).all()]


@pytest.mark.parametrize("seed", range(3))
async def test_figures_equal_a_recount_after_random_lives_and_so_do_rebuilt_ones(database: Database, seed: int) -> None:
    chance = random.Random(seed)
    customers = [None, new_id(), new_id()]
    ids = [
        await made(
            database,
            NOW - timedelta(hours=chance.randrange(0, 24 * 90)),
            customer_id=chance.choice(customers),
            price=chance.choice([PRICE, PLAIN]),
            service_type=chance.choice(["mini_move", "standard_delivery"]),
            pickup_date=DAY + timedelta(days=number),
        )
        for number in range(12)
    ]
    for _ in range(50):
        await live_or_try(database, chance.choice(ids), chance)
        if chance.random() < 0.1:
            await add_up_figures(database)
    await expire_unpaid(database, NOW - timedelta(days=30), 50)
    rows = {(start, name): row for start, name, row in (await report(database, "day")).rows}
    expected = recount(await all_bookings(database))
    assert rows.keys() == expected.keys()
    for key, row in rows.items():
        assert {name: getattr(row, name) for name in expected[key]} == dict(expected[key])
    before = await kept(database)
    await rebuild_figures(database)
    assert await kept(database) == before != []


async def test_what_was_called_off_expired_or_deleted_is_never_sold(database: Database) -> None:
    sold, cancelled, deleted, unpaid = [await made(database, pickup_date=DAY + timedelta(n)) for n in range(4)]
    for each in (sold, cancelled, deleted):
        await pay(database, each)
    for each in (cancelled, deleted):
        await call_off(database, each)
    await set_deleted(database, UUID(deleted), True, "test", NOW)
    await expire_unpaid(database, NOW + timedelta(hours=1), 50)
    total = (await report(database)).total
    assert (total.booked, total.sold, total.cancelled, total.expired, total.waiting) == (3, 1, 1, 1, 0)
    await set_deleted(database, UUID(deleted), False, "test", NOW)
    assert (await report(database)).total.cancelled == 2
    assert unpaid


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2027, 3, 14, 4, 59, tzinfo=UTC), date(2027, 3, 13)),
        (datetime(2027, 3, 14, 5, 0, tzinfo=UTC), date(2027, 3, 14)),
        (datetime(2027, 3, 15, 3, 59, tzinfo=UTC), date(2027, 3, 14)),
        (datetime(2027, 3, 15, 4, 0, tzinfo=UTC), date(2027, 3, 15)),
        (datetime(2027, 11, 7, 3, 59, tzinfo=UTC), date(2027, 11, 6)),
        (datetime(2027, 11, 8, 4, 59, tzinfo=UTC), date(2027, 11, 7)),
        (datetime(2027, 11, 8, 5, 0, tzinfo=UTC), date(2027, 11, 8)),
    ],
)
async def test_a_booking_is_of_the_day_that_it_is_in_new_york(database: Database, at: datetime, day: date) -> None:
    await made(database, at, pickup_date=day + timedelta(days=3))
    assert [start for start, _, _ in (await report(database, "day")).rows] == [day]


@pytest.mark.parametrize(
    ("period", "start"), [("day", date(2027, 6, 1)), ("week", date(2027, 5, 31)), ("month", date(2027, 6, 1))]
)
async def test_rows_are_days_weeks_from_monday_or_months(database: Database, period: str, start: date) -> None:
    await made(database)
    [(found, name, row)] = (await report(database, period)).rows
    assert (found, name, row.booked) == (start, "mini_move", 1)


async def test_days_are_as_full_as_their_places(database: Database) -> None:
    await made(database)
    found = await report(database, "day", DAY, DAY + timedelta(days=1))
    free, organizers = 3 * TERMS.usual.places, TERMS.usual.organizers
    assert found.capacity == {
        DAY: CapacityFigures(1, free, 0, organizers),
        DAY + timedelta(days=1): CapacityFigures(0, free, 0, organizers),
    }


async def test_customers_are_ranked_by_what_they_kept(database: Database) -> None:
    often, once = new_id(), new_id()
    for number, customer_id in enumerate((often, often, once, None)):
        await pay(database, await made(database, customer_id=customer_id, pickup_date=DAY + timedelta(number)))
    await made(database, customer_id=once)
    found = await top_customers(database, 10, NOW)
    assert [(each.customer_id, each.name, each.sold) for each in found] == [
        (often, "Ada Byron", 2),
        (once, "Ada Byron", 1),
    ]
    assert [each.customer_id for each in await top_customers(database, 1, NOW)] == [often]


async def test_staff_are_told_by_what_the_history_says_they_did(database: Database) -> None:
    booking_id = await made(database)
    await move_to(database, booking_id, Status.CONFIRMED)
    await pay(database, booking_id)
    await call_off(database, booking_id)
    rows = [tuple(row) for row in await staff_report(database, FIRST, LAST, NOW)]
    name = STAFF.removeprefix("staff:")
    assert rows == [(name, "cancelled", 1), (name, "confirmed", 1)]
    assert await staff_report(database, LAST, LAST, NOW) == []


@pytest.mark.race
async def test_counting_anew_amid_changes_loses_none(database: Database) -> None:
    ids = [(await booked(database, pickup_date=DAY + timedelta(number))).booking.id for number in range(8)]
    done = await outcomes([pay(database, each) for each in ids] + [rebuild_figures(database) for _ in range(3)])
    assert done == [None] * len(done)
    assert (await report(database)).total.sold == len(ids)


@pytest.mark.race
async def test_what_changed_is_added_up_once_however_many_do_it(database: Database) -> None:
    await made(database)
    assert all(isinstance(each, int) for each in await outcomes([add_up_figures(database) for _ in range(4)]))
    async with database.reading() as connection:
        assert (await connection.execute(sql.select(figure_change))).all() == []
    assert (await report(database)).total.booked == 1


@pytest.mark.parametrize("last", [FIRST - timedelta(days=1), FIRST + timedelta(days=1101)])
async def test_more_days_than_a_report_has_are_refused(database: Database, last: date) -> None:
    with pytest.raises(Invalid):
        await report(database, "day", FIRST, last)
