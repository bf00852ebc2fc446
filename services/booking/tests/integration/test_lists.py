"""Lists and search: what staff look for is found, a page at a time, and nobody sees another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from booking.actions import list_bookings, search_bookings, statistics
from booking.actions.delete_booking import set_deleted
from booking.domain.contact import Contact
from booking.domain.lifecycle import Status
from booking.domain.search import prefix_of
from booking.store.search import Wanted
from booking_callers import GRACE, SOMEBODY_ELSE, act_as_staff
from booking_stage import ADA, DAY, NOW, booked, said
from chassis.database import Database
from chassis.refusal import Conflict, Invalid
from totetaxi.booking.v1.events_pb2 import AuditRecorded

GRACE_HOPPER = Contact("Grace", "O'Hopper_%", "grace@example.org", "+12125550199")


async def found(database: Database, text: str, **wanted: Any) -> list[str]:
    page = await list_bookings(database, Wanted(prefix=prefix_of(text), **wanted), 50, "")
    return [record.number for record in page.records]


async def test_a_booking_is_found_by_everything_a_customer_may_say(database: Database) -> None:
    number = (await booked(database)).booking.booking_number
    await booked(database, contact=GRACE_HOPPER)
    names = ["ADA", "byr", "ada  byron", "ada@ex"]
    texts = [number, number.lower(), number[3:], *names, "(212) 555-0100", "+1 212 555 0100"]
    assert [await found(database, text) for text in texts] == [[number]] * len(texts)
    assert await found(database, "nobody") == []


async def test_a_zip_code_finds_both_ends(database: Database) -> None:
    number = (await booked(database)).booking.booking_number
    assert [await found(database, text) for text in ("10001", "11937", "1193")] == [[number]] * 3


@pytest.mark.parametrize("text", ["%", "_", "\\", "'; DROP TABLE booking; --", "\x7f"])
async def test_what_means_something_to_a_database_means_nothing_here(database: Database, text: str) -> None:
    await booked(database)
    assert await found(database, text) == []


async def test_pages_follow_each_other_without_gap_or_repetition(database: Database) -> None:
    numbers = [
        (await booked(database, created_at=NOW + timedelta(seconds=n // 2), pickup_date=DAY + timedelta(n))).booking
        for n in range(7)
    ]
    seen, cursor = [], ""
    while True:
        page = await list_bookings(database, Wanted(), 3, cursor)
        seen += [record.number for record in page.records]
        assert page.total == 7
        cursor = page.next_cursor
        if not cursor:
            break
    assert sorted(seen) == sorted(booking.booking_number for booking in numbers)
    assert seen[-1] in {numbers[0].booking_number, numbers[1].booking_number}


@pytest.mark.parametrize("cursor", ["nonsense", "WyJhIiwiYiJd", "WyIyMDI3LTA2LTAxVDE0OjAwOjAwIiwiYiJd"])
async def test_a_cursor_that_we_never_made_is_refused(database: Database, cursor: str) -> None:
    with pytest.raises(Invalid, match="page_token"):
        await list_bookings(database, Wanted(), 3, cursor)


async def test_filters_narrow_a_list(database: Database) -> None:
    mine = (await booked(database, customer_id=GRACE)).booking.booking_number
    later = (await booked(database, customer_id=SOMEBODY_ELSE, pickup_date=date(2027, 7, 1))).booking.booking_number
    assert await found(database, "", customer_id=GRACE) == [mine]
    assert await found(database, "", first_day=date(2027, 6, 3)) == [later]
    assert await found(database, "", last_day=DAY, first_day=DAY) == [mine]
    assert await found(database, "", statuses=[Status.PAID]) == []
    assert await found(database, "", service_type="standard_delivery") == []


async def test_a_deleted_booking_is_in_no_list_and_no_number_until_it_is_restored(database: Database) -> None:
    act_as_staff()
    booking = (await booked(database, status=Status.EXPIRED, expires_at=None)).booking
    await set_deleted(database, UUID(booking.id), True, "A test of ours.", NOW)
    assert await found(database, "ada") == []
    assert await found(database, "ada", is_deleted=True) == [booking.booking_number]
    assert (await statistics(database, NOW)).by_status == {}
    await set_deleted(database, UUID(booking.id), False, "It was none.", NOW)
    assert await found(database, "ada") == [booking.booking_number]
    assert [event.act.action for event in await said(database, AuditRecorded)] == [
        "booking.deleted",
        "booking.restored",
    ]


async def test_a_living_booking_is_not_deleted(database: Database) -> None:
    act_as_staff()
    booking_id = UUID((await booked(database)).booking.id)
    with pytest.raises(Conflict, match="call it off first"):
        await set_deleted(database, booking_id, True, "Away with it.", NOW)


async def test_what_is_paid_and_not_planned_is_urgent_the_earliest_first(database: Database) -> None:
    later = (await booked(database, status=Status.PAID, expires_at=None, pickup_date=DAY + timedelta(10))).booking
    soon = (await booked(database, status=Status.PAID, expires_at=None)).booking
    await booked(database)
    await booked(database, status=Status.SCHEDULED, expires_at=None)
    found_urgent = (await statistics(database, NOW)).urgent
    assert [record.number for record in found_urgent] == [soon.booking_number, later.booking_number]


async def test_that_staff_looked_is_in_the_audit_log(database: Database) -> None:
    act_as_staff()
    await booked(database, contact=replace(ADA, first_name="Adele"))
    await search_bookings(database, Wanted(prefix="adele"), 50, "", NOW)
    [event] = await said(database, AuditRecorded)
    assert (event.act.action, event.act.after) == ("booking_list.viewed", '{"search":"personal","shown":1}')
