"""Storage: begun on its first day, filled, asked back and ended with its month; payments hears what it needs."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from booking.actions import storage as actions
from booking.domain.storage import Direction
from booking.store.storage_lists import WantedStorages
from booking_callers import GRACE, SOMEBODY_ELSE, STAFF, act_as_staff
from booking_stage import booked, outcomes, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from storage_stage import CONTACT, FIRST_DAY, LAMP, LAST_DAY, MONTHLY, NOON, ended, ids, seen, stored
from totetaxi.booking.v1 import storage_pb2 as contract
from totetaxi.booking.v1.events_pb2 import AuditRecorded, StorageEnded, StorageStarted


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def test_what_begins_today_is_billed_from_today(database: Database) -> None:
    made = await stored(database)
    assert (made.status, made.period_end) == (contract.STORAGE_STATUS_ACTIVE, LAST_DAY.isoformat())
    [event] = await said(database, StorageStarted)
    assert (event.booking.id, event.booking.booking_number) == (made.id, made.storage_number)
    assert (event.booking.customer_id, event.booking.contact.email) == (str(GRACE), CONTACT.email)
    assert (event.monthly_cents, event.start_date) == (MONTHLY, FIRST_DAY.isoformat())
    assert event.booking.version == made.version


@pytest.mark.race
async def test_what_begins_later_is_billed_from_its_day_in_new_york_and_once(database: Database) -> None:
    made = await stored(database, start_date=date(2027, 7, 1))
    assert made.status == contract.STORAGE_STATUS_PLANNED
    midnight = NOON.replace(month=7, day=1, hour=4)
    assert await actions.begin_due(database, midnight - timedelta(seconds=1)) == 0
    assert await said(database, StorageStarted) == []
    assert sum(await outcomes([actions.begin_due(database, midnight) for _ in range(5)])) == 1
    assert len(await said(database, StorageStarted)) == 1


async def test_what_never_began_ends_at_once_and_nobody_bills_it(database: Database) -> None:
    made = await stored(database, start_date=date(2027, 7, 1))
    assert (await ended(database, made)).record.status == "ended"
    assert await said(database, StorageStarted) == await said(database, StorageEnded) == []


async def test_it_ends_with_its_month_and_all_that_is_in_it_is_wanted_back(database: Database) -> None:
    made = await stored(database)
    view = await ended(database, made, days=3)
    again = await ended(database, made, days=4)
    assert (view.record.status, view.record.end_date) == ("ending", LAST_DAY)
    assert [item.wanted_back_on for item in view.items] == [LAST_DAY, LAST_DAY]
    assert again.record == view.record
    [event] = await said(database, StorageEnded)
    assert (event.booking.id, event.end_date) == (made.id, LAST_DAY.isoformat())
    assert await actions.close_over(database, NOON + timedelta(days=29)) == 0
    assert await actions.close_over(database, NOON + timedelta(days=30)) == 1
    assert (await seen(database, made)).record.status == "ended"


async def test_an_end_on_another_day_than_was_shown_is_refused(database: Database) -> None:
    made = await stored(database)
    with pytest.raises(Conflict) as refused:
        await actions.end_own_storage(database, UUID(made.id), GRACE, FIRST_DAY, NOON)
    assert (refused.value.slug, refused.value.faults[0].field) == ("terms_changed", "expected_end_date")


async def test_things_come_once_however_often_they_are_told(database: Database) -> None:
    made = await stored(database)
    for _ in range(2):
        view = await actions.add_items(database, UUID(made.id), [LAMP], None, STAFF, NOON)
    assert [item.label for item in view.items].count("Lamp") == 2
    other = await stored(database)
    with pytest.raises(Conflict) as refused:
        await actions.add_items(database, UUID(other.id), [LAMP], None, STAFF, NOON)
    assert refused.value.slug == "item_id_taken"


async def test_things_leave_on_their_day_and_not_before_they_came(database: Database) -> None:
    made = await stored(database)
    first, second = ids(made)
    with pytest.raises(Invalid, match="June 15, 2027") as refused:
        await actions.return_items(database, UUID(made.id), [first], date(2027, 6, 14), STAFF, NOON)
    assert refused.value.faults[0].field == "returned_on"
    for _ in range(2):
        view = await actions.return_items(database, UUID(made.id), [first], None, STAFF, NOON)
    assert {item.id: item.returned_on for item in view.items} == {first: FIRST_DAY, second: None}
    with pytest.raises(NotFound):
        await actions.return_items(database, UUID(made.id), [new_id()], None, STAFF, NOON)
    with pytest.raises(Conflict, match="left the storage already"):
        await actions.request_return(database, UUID(made.id), [first], None, GRACE, NOON)


async def test_staff_find_where_something_is_wanted_back(database: Database) -> None:
    made, _ = await stored(database), await stored(database)
    await actions.request_return(database, UUID(made.id), ids(made)[:1], date(2027, 6, 20), GRACE, NOON)
    page = await actions.search_storages(database, WantedStorages(is_wanted_back=True), 10, "", NOON)
    assert [(str(record.id), page.counts[record.id]) for record in page.records] == [(made.id, 2)]
    await actions.return_items(database, UUID(made.id), ids(made)[:1], None, STAFF, NOON)
    assert (await actions.list_storages(database, WantedStorages(is_wanted_back=True), 10, "")).records == []


async def test_pages_follow_each_other(database: Database) -> None:
    made = [(await stored(database, now=NOON + timedelta(minutes=number))).id for number in range(3)]
    mine = WantedStorages(customer_id=GRACE)
    first = await actions.list_storages(database, mine, 2, "")
    second = await actions.list_storages(database, mine, 2, first.next_cursor)
    found = [str(record.id) for page in (first, second) for record in page.records]
    assert (found, second.next_cursor) == (made[::-1], "")


async def test_a_booking_brings_things_to_one_storage_of_its_own_customer(database: Database) -> None:
    leg = UUID((await booked(database, customer_id=GRACE)).booking.id)
    made = await stored(database, booking_id=leg, customer_id=None, contact=None)
    assert (made.contact.first_name, made.customer_id, made.legs[0].booking_id) == ("Ada", str(GRACE), str(leg))
    link = (leg, Direction.DELIVERY, STAFF, NOON)
    assert [each.direction for each in (await actions.link_leg(database, UUID(made.id), *link)).legs] == ["delivery"]
    other, others = await stored(database), await stored(database, customer_id=SOMEBODY_ELSE)
    with pytest.raises(Conflict, match="another storage"):
        await actions.link_leg(database, UUID(other.id), *link)
    with pytest.raises(Conflict, match="not of the same customer"):
        await actions.link_leg(database, UUID(others.id), *link)


async def test_a_guests_booking_begins_no_storage_that_nobody_could_be_billed_for(database: Database) -> None:
    leg = UUID((await booked(database)).booking.id)
    with pytest.raises(Invalid) as refused:
        await stored(database, booking_id=leg, customer_id=None, contact=None)
    assert (refused.value.slug, refused.value.faults[0].field) == ("storage_needs_an_account", "customer_id")


async def test_what_staff_do_is_in_the_audit_log_without_what_things_are(database: Database) -> None:
    made = await stored(database)
    await actions.return_items(database, UUID(made.id), ids(made), None, STAFF, NOON)
    await actions.inspect_storage(database, UUID(made.id), NOON)
    acts = [event.act for event in await said(database, AuditRecorded)]
    assert [act.action for act in acts] == ["storage.planned", "storage.items_returned", "storage.viewed"]
    assert "Skis" not in str(acts)


async def test_somebody_elses_storage_is_not_there(database: Database) -> None:
    made = UUID((await stored(database)).id)
    with pytest.raises(NotFound):
        await actions.storage_of_customer(database, made, SOMEBODY_ELSE)
    with pytest.raises(NotFound):
        await actions.end_own_storage(database, made, SOMEBODY_ELSE, LAST_DAY, NOON)
