"""What is kept of those who ask for quotes: they take it home, and are forgotten; and a quote for a leg of storage."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sql
from booking.actions import erase_customer, export_customer, link_guest_bookings
from booking.actions.custom_quote import request_quote
from booking.domain.storage import Direction
from booking.store.privacy import Erasure
from booking_callers import GRACE, SOMEBODY_ELSE, act_as_staff
from booking_stage import NOW, said
from booking_world import World, acting_as
from chassis.clock import Clock, new_york_date
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import NotFound
from quote_stage import asking, desk_of, wish
from storage_stage import CONTACT, seen, stored
from totetaxi.booking.v1.events_pb2 import ErasureCompleted, QuoteDeclined
from totetaxi.booking.v1.staff_quote_service_pb2 import OpenQuoteForRequest
from totetaxi.booking.v1.storage_pb2 import STORAGE_LEG_DIRECTION_DELIVERY
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_STORAGE

pytestmark = pytest.mark.xdist_group("services")

PERSONAL = (
    "Grace",
    "Hopper",
    "grace@example.com",
    "+12125550142",
    "350 Fifth Ave",
    "1 Main St",
    "chairs",
    "Hopper & Co",
)


async def rows(database: Database) -> list[Any]:
    async with database.reading() as connection:
        return list((await connection.execute(sql.text("SELECT * FROM custom_quote ORDER BY id"))).all())


@pytest.fixture
async def account(database: Database) -> None:
    """Grace has verified her email."""
    async with database.transaction() as connection:
        await link_guest_bookings(connection, GRACE, CONTACT.email, NOW, NOW)


@pytest.mark.usefixtures("account")
async def test_who_asked_takes_it_home_also_what_was_asked_without_an_account(database: Database) -> None:
    made = [(await request_quote(database, asking(customer), NOW)).quote for customer in (GRACE, None)]
    page, _ = await export_customer(database, GRACE, "")
    assert [kept["quote_number"] for kept in page["quotes"]] == [quote.quote_number for quote in made]
    assert page["quotes"][0]["description"] == "Forty chairs"
    assert (await export_customer(database, SOMEBODY_ELSE, ""))[0]["quotes"] == []


@pytest.mark.usefixtures("account")
async def test_who_is_forgotten_is_forgotten_in_their_quotes_and_what_is_open_ends(database: Database) -> None:
    mine = [(await request_quote(database, asking(customer), NOW)).quote.id for customer in (GRACE, None)]
    later = (await request_quote(database, asking(None), NOW + timedelta(hours=2))).quote.id
    asked_at = NOW + timedelta(hours=1)
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(GRACE, new_id(), CONTACT.email, asked_at), asked_at)
    forgotten = [row for row in await rows(database) if row.erased_at]
    assert [str(row.id) for row in forgotten] == mine
    assert [word for word in PERSONAL if word in str(forgotten)] == []
    assert {row.status for row in forgotten} == {"declined"}
    assert [event.quote.id for event in await said(database, QuoteDeclined)] == mine
    assert set((await said(database, ErasureCompleted))[0].booking_ids) == set(mine)
    assert later not in mine


async def test_nobody_asks_for_a_leg_of_somebody_elses_storage(database: Database) -> None:
    act_as_staff()
    storage = UUID((await stored(database)).id)
    assert (await request_quote(database, asking(GRACE, storage), NOW)).quote.wish.storage_id == str(storage)
    for other in (SOMEBODY_ELSE, None):
        with pytest.raises(NotFound):
            await request_quote(database, asking(other, storage), NOW)


async def test_an_accepted_quote_for_a_leg_of_storage_is_linked_to_it(world: World) -> None:
    act_as_staff()
    desk, now = await desk_of(world), Clock().now()
    storage = await stored(world.booking_database, now=now, start_date=new_york_date(now))
    leg = wish(
        world,
        service_type=SERVICE_TYPE_MINI_STORAGE,
        company_name="",
        storage_id=storage.id,
        storage_direction=STORAGE_LEG_DIRECTION_DELIVERY,
    )
    with acting_as(desk.staff):
        opened = (await desk.staff_quotes.OpenQuoteFor(OpenQuoteForRequest(wish=leg))).quote
    assert opened.customer_id == str(GRACE)
    accepted = await desk.accept((await desk.send(opened.id)).token)
    [linked] = (await seen(world.booking_database, storage)).legs
    assert (str(linked.booking_id), linked.direction) == (accepted.booking_id, Direction.DELIVERY)
