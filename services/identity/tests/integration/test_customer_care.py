"""Staff look after customers: they find and read them, note things, and every look is in the audit log."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from chassis.refusal import Invalid, NotAllowed, NotFound
from identity.__main__ import seed
from identity.settings import IdentitySettings
from identity_stage import Stage
from totetaxi.identity.v1 import customer_service_pb2 as messages
from totetaxi.identity.v1 import events_pb2 as events

UNKNOWN = "0190b1a0-0000-7000-8000-000000000000"


@pytest.fixture
async def desk(stage: Stage, database: Any, settings: IdentitySettings) -> AsyncIterator[Stage]:
    """The stage, acting for staff1."""
    await seed(database, settings)
    signed_in = await stage.sign_in_staff("staff1")
    with stage.acting(signed_in.session.principal.token):
        yield stage


async def acts(stage: Stage) -> list[Any]:
    return [said.act for said in await stage.said(events.AuditRecorded)]


async def found(stage: Stage, **wanted: Any) -> list[str]:
    answer = await stage.customers.ListCustomers(messages.ListCustomersRequest(**wanted))
    return [customer.email for customer in answer.customers]


async def test_customers_are_found_by_parts_of_what_they_gave(desk: Stage) -> None:
    await desk.register("grace@example.com", phone="+12125550101")
    await desk.register("ada@example.org", first_name="Ada", last_name="Byrón")
    for search, emails in {
        "HOPP": ["grace@example.com"],
        "5550101": ["grace@example.com"],
        "ADA BYRÓN": ["ada@example.org"],
        "example": ["ada@example.org", "grace@example.com"],
        "gr_ce": [],
        "%%%": [],
    }.items():
        assert await found(desk, search=search) == emails
    with pytest.raises(Invalid):
        await found(desk, search="ad")


async def test_every_look_is_an_act_that_names_who_was_seen(desk: Stage) -> None:
    made = await desk.register()
    await found(desk)
    await desk.customers.GetCustomer(messages.GetCustomerRequest(customer_id=made.customer.id))
    _, listed, viewed = await acts(desk)
    assert (listed.action, json.loads(listed.after)) == ("customers.listed", {"customers": [made.customer.id]})
    assert (viewed.action, viewed.subject_id, viewed.actor_role) == ("customer.viewed", made.customer.id, "staff")


async def test_pages_show_every_customer_once(desk: Stage) -> None:
    for number in range(5):
        await desk.register(f"c{number}@example.com")
    request, seen = messages.ListCustomersRequest(page_size=2), []
    while True:
        page = await desk.customers.ListCustomers(request)
        seen += [customer.email for customer in page.customers]
        if not page.next_cursor:
            break
        request.cursor = page.next_cursor
    assert seen == [f"c{number}@example.com" for number in reversed(range(5))]


async def test_a_vip_is_marked_once_and_said(desk: Stage) -> None:
    made = await desk.register()
    for _ in range(2):
        request = messages.SetVipRequest(customer_id=made.customer.id, is_vip=True)
        assert (await desk.customers.SetVip(request)).customer.is_vip
    [said] = await desk.said(events.CustomerVipChanged)
    assert said.is_vip
    assert [json.loads(act.after) for act in await acts(desk) if act.action == "customer.vip_changed"] == [
        {"is_vip": True}
    ]
    counted = await desk.customers.CountCustomers(messages.CountCustomersRequest())
    assert (counted.total, counted.vip) == (1, 1)
    assert await found(desk, is_vip=True) == ["grace@example.com"]
    assert await found(desk, is_vip=False) == []


async def test_notes_are_kept_with_their_author_and_never_shown_to_the_customer(desk: Stage) -> None:
    made = await desk.register()
    for text in ("Prefers mornings.\nHas a dog.", "Called."):
        await desk.customers.AddCustomerNote(messages.AddCustomerNoteRequest(customer_id=made.customer.id, text=text))
    file = await desk.customers.GetCustomer(messages.GetCustomerRequest(customer_id=made.customer.id))
    assert [note.text for note in file.notes] == ["Called.", "Prefers mornings.\nHas a dog."]
    assert {note.author_name for note in file.notes} == {"Sam Staff"}
    request = messages.ListCustomerNotesRequest(customer_id=made.customer.id, page_size=1)
    first = await desk.customers.ListCustomerNotes(request)
    request.cursor = first.next_cursor
    second = await desk.customers.ListCustomerNotes(request)
    assert [note.text for note in (*first.notes, *second.notes)] == ["Called.", "Prefers mornings.\nHas a dog."]
    assert second.next_cursor == ""
    with desk.acting(made.session.principal.token), pytest.raises(NotAllowed):
        await desk.customers.ListCustomerNotes(request)


async def test_an_unknown_customer_is_not_found(desk: Stage) -> None:
    for call in (
        desk.customers.GetCustomer(messages.GetCustomerRequest(customer_id=UNKNOWN)),
        desk.customers.SetVip(messages.SetVipRequest(customer_id=UNKNOWN, is_vip=True)),
        desk.customers.AddCustomerNote(messages.AddCustomerNoteRequest(customer_id=UNKNOWN, text="x")),
    ):
        with pytest.raises(NotFound):
            await call
