"""What payments says of a storage's bills, in any order; and what is kept of a customer who stores."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from uuid import UUID

import pytest
from booking.actions import erase_customer, erase_when_due, export_customer
from booking.actions import storage as actions
from booking.store.privacy import Erasure
from booking_callers import GRACE, STAFF, act_as_staff
from booking_stage import outcomes, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, NotFound
from storage_stage import LAST_DAY, MONTHLY, NOON, ids, seen, stored
from totetaxi.booking.v1.events_pb2 import ErasureCompleted, ErasurePostponed, StorageEnded
from totetaxi.booking.v1.storage_pb2 import Storage
from totetaxi.payments.v1.events_pb2 import InvoiceFailed, InvoicePaid, StorageSuspended

JUNE, JULY = str(new_id()), str(new_id())
HEAR = {
    InvoicePaid: actions.hear_paid,
    InvoiceFailed: actions.hear_failed,
    StorageSuspended: actions.hear_suspended,
}


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def hear(database: Database, storage: Storage, kind: type, invoice: str = JUNE) -> str:
    event = kind(booking_id=storage.id, invoice_id=invoice, amount_cents=MONTHLY)
    async with database.transaction() as connection:
        await HEAR[kind](connection, event, NOON)
    return (await seen(database, storage)).record.standing


async def test_a_bill_that_fails_is_late_then_suspended_and_good_once_it_is_paid(database: Database) -> None:
    made = await stored(database)
    order = (InvoiceFailed, InvoiceFailed, StorageSuspended, InvoicePaid, InvoiceFailed, StorageSuspended)
    standings = [await hear(database, made, kind) for kind in order]
    assert standings == ["late", "late", "suspended", "good", "good", "good"]


@pytest.mark.parametrize("order", list(permutations((InvoicePaid, InvoiceFailed, StorageSuspended))))
async def test_in_whatever_order_it_is_told_a_paid_bill_is_paid(database: Database, order: tuple[type, ...]) -> None:
    made = await stored(database)
    for kind in order:
        standing = await hear(database, made, kind)
    assert standing == "good"


async def test_another_months_payment_does_not_end_a_suspension(database: Database) -> None:
    made = await stored(database)
    await hear(database, made, StorageSuspended, JUNE)
    assert await hear(database, made, InvoicePaid, JULY) == "suspended"
    assert await hear(database, made, InvoicePaid, JUNE) == "good"


@pytest.mark.race
async def test_while_it_is_suspended_nothing_leaves_and_nothing_is_asked_for(database: Database) -> None:
    made = await stored(database)
    await hear(database, made, StorageSuspended)
    tries = [
        actions.return_items(database, UUID(made.id), ids(made), None, STAFF, NOON),
        actions.request_return(database, UUID(made.id), ids(made), None, GRACE, NOON),
    ]
    refused = await outcomes(tries)
    assert [(type(each), each.slug) for each in refused] == [(Conflict, "storage_suspended")] * 2
    await hear(database, made, InvoicePaid)
    view = await actions.return_items(database, UUID(made.id), ids(made), None, STAFF, NOON)
    assert not any(item.is_here for item in view.items)


async def test_a_bill_of_a_storage_that_we_do_not_know_is_not_swallowed(database: Database) -> None:
    with pytest.raises(NotFound):
        await hear(database, Storage(id=str(new_id())), InvoicePaid)


async def test_a_customer_takes_home_what_they_store(database: Database) -> None:
    made = await stored(database)
    page, _ = await export_customer(database, GRACE, "")
    [kept] = page["storages"]
    assert (kept["storage_number"], kept["email"]) == (made.storage_number, "grace@example.com")
    assert {item["label"] for item in kept["items"]} == {"Skis", "Lamp"}
    assert (await export_customer(database, new_id(), ""))[0]["storages"] == []


async def test_who_is_forgotten_stores_to_the_end_of_the_month_and_is_forgotten_after_it(database: Database) -> None:
    made, planned = await stored(database), await stored(database, start_date=LAST_DAY)
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(GRACE, new_id(), "grace@example.com", NOON), NOON)
    assert [event.booking.id for event in await said(database, StorageEnded)] == [made.id]
    assert (await seen(database, planned)).record.contact.first_name == "Erased"
    [postponed] = await said(database, ErasurePostponed)
    due = LAST_DAY + timedelta(days=14)
    assert postponed.until == due.isoformat()

    assert await erase_when_due(database, NOON + (due - NOON.date())) == 1
    view = await seen(database, made)
    assert (view.record.contact.email, view.record.contact.phone) == ("", "")
    assert {item.label for item in view.items} == {""}
    [completed] = await said(database, ErasureCompleted)
    assert set(completed.booking_ids) == {made.id, planned.id}
    assert completed.kept
