"""A customer takes home what booking keeps about them, and nothing else."""

from __future__ import annotations

import json
from typing import Any, cast
from uuid import UUID

import pytest
from booking.actions import export_customer, link_guest_bookings
from booking.api import BookingApi
from booking.domain.contact import Contact
from booking_stage import NOW, TERMS, TOTAL_CENTS, booked
from chassis.clock import FixedClock
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import Principal, serve_as
from chassis.refusal import Invalid
from totetaxi.booking.v1.booking_service_pb2 import ExportCustomerDataRequest

ELSE = Contact("Eve", "Else", "eve@example.com", "+12125550101")


async def verify(database: Database, customer_id: UUID) -> None:
    async with database.transaction() as connection:
        await link_guest_bookings(connection, customer_id, "ada@example.com", NOW, NOW)


async def ask(database: Database, customer_id: UUID, cursor: str = "") -> Any:
    serve_as(Principal("customer", str(customer_id), "customer", frozenset(), 0.0))
    api = BookingApi(database, cast("Any", None), TERMS, FixedClock(NOW))
    return await api.ExportCustomerData(ExportCustomerDataRequest(cursor=cursor), cast("Any", None))


async def test_a_customer_gets_all_of_their_bookings_newest_first(database: Database) -> None:
    ada = new_id()
    first = (await booked(database)).booking
    await booked(database, contact=ELSE)
    await verify(database, ada)
    second = (await booked(database)).booking
    answer = await ask(database, ada)
    bookings = json.loads(answer.data_json)["bookings"]
    assert [made["booking_number"] for made in bookings] == [second.booking_number, first.booking_number]
    assert bookings[0]["email"] == "ada@example.com"
    assert bookings[0]["pickup_address"]["address_line_1"] == "350 Fifth Ave"
    assert (bookings[0]["total_cents"], len(bookings[0]["lines"])) == (TOTAL_CENTS, 2)
    assert [entry["by"] for entry in bookings[1]["history"]] == ["guest", "identity"]
    assert answer.next_cursor == ""


async def test_somebody_else_gets_nothing_of_it(database: Database) -> None:
    await booked(database)
    await verify(database, new_id())
    nothing = {"bookings": [], "storages": [], "quotes": [], "companies": [], "waiting": []}
    assert json.loads((await ask(database, new_id())).data_json) == nothing


async def test_many_bookings_come_in_pages_that_follow_each_other(database: Database) -> None:
    ada = new_id()
    await verify(database, ada)
    made = [(await booked(database)).booking.booking_number for _ in range(3)]
    first, cursor = await export_customer(database, ada, "", limit=2)
    second, end = await export_customer(database, ada, cursor, limit=2)
    numbers = [booking["booking_number"] for page in (first, second) for booking in page["bookings"]]
    assert (numbers, end) == (list(reversed(made)), "")


async def test_a_cursor_that_we_never_made_is_refused_by_name(database: Database) -> None:
    with pytest.raises(Invalid) as refused:
        await ask(database, new_id(), "no cursor")
    assert refused.value.faults[0].field == "cursor"
