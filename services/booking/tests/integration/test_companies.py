"""Companies: whoever verifies a contact's email sees what the company booked and was offered, and nobody else does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from booking.actions import company as actions
from booking.actions import erase_customer, export_customer, link_guest_bookings
from booking.actions.company.manage import CompanyChange
from booking.actions.custom_quote import request_quote
from booking.domain.company import MOST_CONTACTS
from booking.store.privacy import Erasure
from booking_callers import GRACE, SOMEBODY_ELSE, act_as_staff
from booking_stage import NOW, booked, outcomes, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from quote_stage import asking
from totetaxi.booking.v1.events_pb2 import AuditRecorded

EMAIL = "grace@example.com"
COLLEAGUE = "alan@example.com"


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


@pytest.fixture
async def company(database: Database) -> UUID:
    """Hopper & Co., of which Grace and Alan are contacts."""
    company_id = new_id()
    await actions.create_company(database, company_id, " Hopper  & Co. ", "Pays late", NOW)
    for email in ("Grace@Example.com", COLLEAGUE):
        await actions.add_contact(database, company_id, email, "", NOW)
    return company_id


async def verify(database: Database, customer_id: UUID = GRACE, email: str = EMAIL) -> None:
    async with database.transaction() as connection:
        await link_guest_bookings(connection, customer_id, email, NOW, NOW)


async def numbers(database: Database, company: UUID, customer_id: UUID = GRACE) -> list[str]:
    shown, _ = await actions.bookings_of(database, company, customer_id, 20, "")
    return [record.number for record in shown]


async def test_a_contact_sees_what_a_colleague_booked_once_the_email_is_verified(
    database: Database, company: UUID
) -> None:
    made = (await booked(database)).booking
    await actions.link_booking(database, company, UUID(made.id), NOW)
    with pytest.raises(NotFound):
        await numbers(database, company)
    await verify(database)
    assert await numbers(database, company) == [made.booking_number]
    assert [record.name for record in await actions.own_companies(database, GRACE)] == ["Hopper & Co."]
    view = await actions.inspect_company(database, company, NOW)
    assert [(each.email, each.customer_id) for each in view.contacts] == [(COLLEAGUE, None), (EMAIL, GRACE)]


async def test_somebody_elses_company_is_not_there(database: Database, company: UUID) -> None:
    await verify(database, SOMEBODY_ELSE, "eve@example.com")
    for look in (actions.bookings_of, actions.quotes_of):
        with pytest.raises(NotFound):
            await look(database, company, SOMEBODY_ELSE, 20, "")
    assert await actions.own_companies(database, SOMEBODY_ELSE) == []


async def test_who_is_no_contact_any_more_sees_nothing(database: Database, company: UUID) -> None:
    await verify(database)
    for _ in range(2):
        view = await actions.remove_contact(database, company, EMAIL.upper(), NOW)
    assert [each.email for each in view.contacts] == [COLLEAGUE]
    with pytest.raises(NotFound):
        await numbers(database, company)


async def test_a_company_that_is_put_to_rest_shows_nothing_until_it_is_woken(database: Database, company: UUID) -> None:
    await verify(database)
    change = CompanyChange(company, None, None, False, 0)
    version = (await actions.update_company(database, change, NOW)).record.version
    with pytest.raises(NotFound):
        await numbers(database, company)
    with pytest.raises(Conflict, match="changed meanwhile"):
        await actions.update_company(database, CompanyChange(company, "Other", None, None, version - 1), NOW)
    await actions.update_company(database, CompanyChange(company, None, None, True, version), NOW)
    assert await numbers(database, company) == []


async def test_what_a_contact_asks_for_is_the_companys_and_its_colleagues_see_it(
    database: Database, company: UUID
) -> None:
    await verify(database)
    await verify(database, SOMEBODY_ELSE, COLLEAGUE)
    asked = (await request_quote(database, asking(GRACE), NOW)).quote
    page = await actions.quotes_of(database, company, SOMEBODY_ELSE, 20, "")
    assert [str(view.record.id) for view in page.views] == [asked.id]


async def test_what_staff_give_to_a_company_leaves_the_other(database: Database, company: UUID) -> None:
    await verify(database)
    other = new_id()
    await actions.create_company(database, other, "Byron Ltd", "", NOW)
    await actions.add_contact(database, other, EMAIL, "", NOW)
    made = UUID((await booked(database)).booking.id)
    quote = UUID((await request_quote(database, asking(None), NOW)).quote.id)
    for each in (company, other):
        await actions.link_booking(database, each, made, NOW)
        await actions.link_quote(database, each, quote, NOW)
    assert (await numbers(database, company), len(await numbers(database, other))) == ([], 1)
    assert [len((await actions.quotes_of(database, each, GRACE, 20, "")).views) for each in (company, other)] == [0, 1]


async def test_pages_of_bookings_follow_each_other(database: Database, company: UUID) -> None:
    await verify(database)
    made = []
    for minute in range(3):
        booking = (await booked(database, created_at=NOW + timedelta(minutes=minute))).booking
        await actions.link_booking(database, company, UUID(booking.id), NOW)
        made.append(booking.booking_number)
    first, cursor = await actions.bookings_of(database, company, GRACE, 2, "")
    second, end = await actions.bookings_of(database, company, GRACE, 2, cursor)
    assert ([record.number for record in (*first, *second)], end) == (made[::-1], "")


@pytest.mark.race
async def test_a_company_is_made_once_for_each_id(database: Database) -> None:
    company_id = new_id()
    made = await outcomes([actions.create_company(database, company_id, "Hopper", "", NOW) for _ in range(5)])
    assert {each.record.name for each in made} == {"Hopper"}
    with pytest.raises(Conflict, match="another company"):
        await actions.create_company(database, company_id, "Byron", "", NOW)


async def test_a_company_has_a_name_and_its_contacts_an_email(database: Database, company: UUID) -> None:
    wrong: list[tuple[Any, str]] = [
        (actions.create_company(database, new_id(), " ", "", NOW), "name"),
        (actions.add_contact(database, company, "nobody", "", NOW), "email"),
    ]
    for attempt, field in wrong:
        with pytest.raises(Invalid) as refused:
            await attempt
        assert refused.value.faults[0].field == field


async def test_a_company_has_room_for_so_many(database: Database, company: UUID) -> None:
    for number in range(MOST_CONTACTS - 2):
        await actions.add_contact(database, company, f"c{number}@example.com", "", NOW)
    with pytest.raises(Conflict, match="at most 100"):
        await actions.add_contact(database, company, "one.more@example.com", "", NOW)
    await actions.add_contact(database, company, EMAIL, "Grace", NOW)


async def test_the_audit_log_tells_that_contacts_changed_and_not_who_they_are(
    database: Database, company: UUID
) -> None:
    await actions.update_company(database, CompanyChange(company, "Hopper Inc.", "Pays now", None, 0), NOW)
    acts = [event.act for event in await said(database, AuditRecorded)]
    assert [act.action for act in acts] == ["company.created", *["company.contact_added"] * 2, "company.changed"]
    assert acts[-1].after == '{"name":"Hopper Inc.","notes":"personal"}'
    assert EMAIL not in str(acts)


async def test_a_contact_takes_home_that_they_are_one_and_is_forgotten_as_one(
    database: Database, company: UUID
) -> None:
    await verify(database)
    [kept] = (await export_customer(database, GRACE, ""))[0]["companies"]
    assert (kept["company_name"], kept["email"]) == ("Hopper & Co.", EMAIL)
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(GRACE, new_id(), EMAIL, NOW), NOW)
    view = await actions.inspect_company(database, company, NOW)
    assert [each.email for each in view.contacts] == [COLLEAGUE]
