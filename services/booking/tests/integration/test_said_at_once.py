"""Many events of one transaction are one statement, however many there are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from booking.actions import expire_unpaid, link_guest_bookings
from booking.actions.waiting_list import pass_offers_on
from booking.domain.contact import Contact
from booking_callers import act_as_staff
from booking_stage import DAY, NOW, booked, said
from chassis.database import Database
from chassis.identifiers import new_id
from counted import statements_of
from google.protobuf.message import Message
from route_stage import accept, crews, moves, plan
from totetaxi.booking.v1.events_pb2 import (
    AuditRecorded,
    BookingExpired,
    BookingLinked,
    DeliveryAssigned,
    WaitlistOffered,
    WaitlistPassed,
)
from waiting_stage import LATER, called_off, full_morning, offers, waits

Act = Callable[[], Awaitable[object]]


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def asked_by(database: Database, act: Act) -> list[str]:
    """The statements of `act`."""
    with statements_of(database) as statements:
        await act()
    return list(statements)


async def must_be_said_at_once(database: Database, act: Act, event: type[Message], expected: int) -> None:
    """Does it: so many more events of a kind, in one statement."""
    before = len(await said(database, event))
    statements = await asked_by(database, act)
    assert len(await said(database, event)) - before == expected
    assert len([each for each in statements if each.startswith("INSERT INTO outbox")]) == 1


async def test_accepting_a_plan_takes_as_many_statements_however_many_tasks_it_has(database: Database) -> None:
    await crews(database, 2)
    asked = []
    for count in (1, 4):
        await moves(database, count)
        proposal = await plan(database, is_anew=True)
        statements = await asked_by(database, lambda: accept(database, proposal))  # noqa: B023 - called at once
        asked.append(len(statements))
        assert len([each for each in statements if each.startswith("INSERT INTO outbox")]) == 2
    assert asked[0] == asked[1]
    given = [each.task_id for each in await said(database, DeliveryAssigned)]
    acts = [each.act for each in await said(database, AuditRecorded)]
    assert [act.subject_id for act in acts if act.action == "task.assigned"] == given
    assert len(set(given)) == 10


async def test_bookings_that_join_an_account_are_noted_and_said_at_once(database: Database) -> None:
    asked = []
    for count in (1, 6):
        email = f"guest{count}@example.com"
        for _ in range(count):
            await booked(database, contact=Contact("Ada", "Byron", email, "+12125550100"), pickup_date=DAY)
        async with database.transaction() as connection:
            linking = link_guest_bookings(connection, new_id(), email, NOW, NOW)
            asked.append(len(await asked_by(database, lambda: linking)))  # noqa: B023 - called at once
    assert asked[0] == asked[1]
    assert len(await said(database, BookingLinked)) == 7


async def test_bookings_that_nobody_paid_are_said_at_once(database: Database) -> None:
    for _ in range(5):
        await booked(database)
    after = NOW + timedelta(minutes=31)
    await must_be_said_at_once(database, lambda: expire_unpaid(database, after, 50), BookingExpired, 5)


async def test_offers_are_said_at_once_and_so_is_their_end(database: Database) -> None:
    taken = await full_morning(database, places=3)
    for number, booking_id in enumerate(taken):
        await waits(database, f"Guest{number}")
        await called_off(database, booking_id)
    await must_be_said_at_once(database, lambda: offers(database), WaitlistOffered, 3)
    await must_be_said_at_once(database, lambda: pass_offers_on(database, LATER, 50), WaitlistPassed, 3)
