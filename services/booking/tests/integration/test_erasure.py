"""A customer who is forgotten: nobody can tell whose bookings they were, and the books stay right."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sql
from booking.actions import erase_customer, erase_when_due, expire_unpaid, link_guest_bookings, take_payment
from booking.domain.contact import Contact
from booking.store.privacy import Erasure
from booking_stage import NOW, booked, payment_of, places_used, said, status_of
from chassis.database import Database
from chassis.identifiers import new_id
from totetaxi.booking.v1.events_pb2 import BookingExpired, ErasureCompleted, ErasurePostponed

ADA, ERASURE = new_id(), new_id()
LATER = NOW + timedelta(hours=1)
DONE = NOW + timedelta(days=15)
PERSONAL = (
    "Ada",
    "Byron",
    "ada@example.com",
    "+12125550100",
    "350 Fifth Ave",
    "Apt 9",
    "1 Main St",
    "ring twice",
    "5e5e",
)
ELSE = Contact("Eve", "Else", "eve@example.com", "+12125550101")


async def ask(database: Database, now: datetime = LATER, email: str = "ada@example.com") -> None:
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(ADA, ERASURE, email, now), now)


async def rows(database: Database, table: str = "booking") -> list[Any]:
    async with database.reading() as connection:
        return list((await connection.execute(sql.text(f"SELECT * FROM {table} ORDER BY 1"))).all())  # noqa: S608


async def over(database: Database, **changes: Any) -> str:
    """A booking that nobody paid in time."""
    made = (await booked(database, **changes)).booking
    await expire_unpaid(database, NOW + timedelta(minutes=30), 10)
    return made.id


async def paid(database: Database) -> str:
    made = (await booked(database)).booking
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(made.id), NOW)
    return made.id


@pytest.fixture
async def account(database: Database) -> None:
    """Ada has an account."""
    async with database.transaction() as connection:
        await link_guest_bookings(connection, ADA, "ada@example.com", NOW, NOW)


@pytest.mark.usefixtures("account")
async def test_what_is_over_says_nothing_about_the_customer_and_all_about_the_sale(database: Database) -> None:
    booking_id = await over(database)
    [before] = await rows(database)
    await ask(database)
    [after] = await rows(database)
    assert [text for text in PERSONAL if text in str(after)] == []
    for name in ("id", "number", "status", "request", "price", "total_cents", "pickup_date", "pickup_window"):
        assert getattr(after, name) == getattr(before, name)
    assert (after.pickup_address["zip_code"], after.delivery_address["city"]) == ("10001", "East Hampton")
    assert (after.erased_at, after.version) == (LATER, before.version + 1)
    [event] = await said(database, ErasureCompleted)
    assert (event.erasure_id, event.customer_id, event.email) == (str(ERASURE), str(ADA), "ada@example.com")
    assert list(event.booking_ids) == [booking_id]


async def test_a_guest_booking_with_the_verified_email_counts_too_and_nobody_elses_does(database: Database) -> None:
    mine, others = await over(database), await over(database, contact=ELSE)
    await ask(database, email="ADA@example.com")
    assert [str(row.id) for row in await rows(database) if row.erased_at] == [mine]
    assert "Else" in str([row for row in await rows(database) if str(row.id) == others])


async def test_without_a_verified_email_a_guest_booking_is_left_alone(database: Database) -> None:
    await over(database)
    await ask(database, email="")
    assert [row.erased_at for row in await rows(database)] == [None]
    assert [list(event.booking_ids) for event in await said(database, ErasureCompleted)] == [[]]


async def test_what_nobody_paid_ends_and_goes_at_once(database: Database) -> None:
    made = (await booked(database)).booking
    await ask(database, now=NOW + timedelta(minutes=1))
    assert await status_of(database, made.id) == "expired"
    assert await places_used(database) == 0
    assert len(await said(database, BookingExpired)) == 1
    assert len(await said(database, ErasureCompleted)) == 1


@pytest.mark.usefixtures("account")
async def test_a_paid_move_keeps_its_addresses_until_it_is_done(database: Database) -> None:
    past, move = await over(database), await paid(database)
    await ask(database)
    assert {str(row.id): row.erased_at is not None for row in await rows(database)} == {past: True, move: False}
    [postponed] = await said(database, ErasurePostponed)
    assert (postponed.erasure_id, postponed.until) == (str(ERASURE), "2027-06-16")
    assert await said(database, ErasureCompleted) == []
    assert await erase_when_due(database, DONE - timedelta(days=1)) == 0
    assert await erase_when_due(database, DONE) == 1
    assert await erase_when_due(database, DONE) == 0
    assert all(row.erased_at for row in await rows(database))
    [completed] = await said(database, ErasureCompleted)
    assert set(completed.booking_ids) == {past, move}
    assert [row.email for row in await rows(database, "erasure")] == [""]


@pytest.mark.race
@pytest.mark.usefixtures("account")
async def test_asking_many_times_at_once_forgets_once(database: Database) -> None:
    await over(database)
    await asyncio.gather(*(ask(database) for _ in range(10)))
    assert len(await said(database, ErasureCompleted)) == 1
    assert [row.version for row in await rows(database)] == [3]
    assert await rows(database, "verified_customer") == []


async def test_what_is_booked_afterwards_with_the_same_email_is_somebody_elses(database: Database) -> None:
    await paid(database)
    await ask(database, now=NOW)
    later = await over(database, created_at=LATER)
    await erase_when_due(database, DONE)
    assert {str(row.id) for row in await rows(database) if not row.erased_at} == {later}


@pytest.mark.race
async def test_several_clocks_go_on_with_an_erasure_once(database: Database) -> None:
    await paid(database)
    await ask(database)
    assert sum(await asyncio.gather(*(erase_when_due(database, DONE) for _ in range(5)))) == 1
    assert len(await said(database, ErasureCompleted)) == 1


async def test_the_database_itself_keeps_no_email_of_who_is_forgotten(database: Database) -> None:
    await ask(database)
    with pytest.raises(sql.exc.IntegrityError, match="erasure_forgets_the_email_too"):
        async with database.transaction() as connection:
            await connection.execute(sql.text("UPDATE erasure SET email = 'ada@example.com'"))
