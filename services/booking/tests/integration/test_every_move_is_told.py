"""Whatever moves a booking, and whoever does, says so in the same transaction: gone over for the whole lifecycle."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sql
from booking.actions import Change, cancel_for_customer, expire_unpaid, take_payment, update_booking
from booking.actions.move_on import TOLD
from booking.actions.take_payment import settle_free
from booking.domain.lifecycle import ACT_TO, TRANSITIONS, Fact, Status
from booking.store import bookings
from booking.store.tables import booking as table
from booking_callers import STAFF, act_as_staff
from booking_stage import NOW, booked, payment_of, status_of
from chassis.database import Database
from chassis.messaging_schema import OUTBOX
from chassis.refusal import Conflict

LATER = NOW + timedelta(hours=1)
BY_HAND = {fact: status for status, fact in ACT_TO.items()}


async def pay(database: Database, booking_id: UUID) -> None:
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(str(booking_id)), NOW)


async def find_nothing_to_pay(database: Database, booking_id: UUID) -> None:
    async with database.transaction() as connection:
        await settle_free(connection, await bookings.lock_booking(connection, booking_id), NOW)


async def let_time_pass(database: Database, _: UUID) -> None:
    await expire_unpaid(database, LATER, 100)


async def call_off(database: Database, booking_id: UUID) -> None:
    await cancel_for_customer(database, booking_id, 0, "", STAFF, NOW)


def staff_move(fact: Fact) -> Callable[[Database, UUID], Awaitable[object]]:
    async def move(database: Database, booking_id: UUID) -> object:
        return await update_booking(database, Change(booking_id, BY_HAND[fact], None, "", 0, STAFF), NOW)

    return move


WAYS: Mapping[Fact, Callable[[Database, UUID], Awaitable[object]]] = {
    Fact.PAYMENT_SUCCEEDED: pay,
    Fact.PAYMENT_TIME_OVER: let_time_pass,
    Fact.NOTHING_TO_PAY: find_nothing_to_pay,
    Fact.CANCELLED: call_off,
    **{fact: staff_move(fact) for fact in (Fact.CONFIRMED, Fact.SCHEDULED, Fact.STARTED, Fact.COMPLETED)},
}
"""How each fact comes about."""


ASKED_ONCE = {(status, Fact.NOTHING_TO_PAY) for status in Status if status is not Status.PENDING}
"""Whether there is nothing to pay is asked when a booking is made, and never again."""


async def a_booking_that_is(database: Database, status: Status) -> UUID:
    """One in that state, whatever brought it there; only a pending one waits for time to pass."""
    made = UUID((await booked(database, pickup_date=(NOW + timedelta(days=9)).date())).booking.id)
    values = {"status": status} if status is Status.PENDING else {"status": status, "expires_at": None}
    async with database.transaction() as connection:
        await connection.execute(table.update().where(table.c.id == made).values(values))
    return made


async def told_of(database: Database, booking_id: UUID) -> list[tuple[str, int]]:
    """What was said of a booking's life since it was made: which event, at which of its versions."""
    is_of_its_life = OUTBOX.c.subject.startswith("totetaxi.booking.v1.booking.")
    question = sql.select(OUTBOX.c.type, OUTBOX.c.version).where(OUTBOX.c.about == booking_id, is_of_its_life)
    async with database.reading() as connection:
        return [(row.type, row.version) for row in await connection.execute(question.order_by(OUTBOX.c.position))][1:]


@pytest.mark.parametrize(("status", "fact"), [case for case in TRANSITIONS if case not in ASKED_ONCE])
async def test_a_move_says_its_event_and_what_moves_nothing_says_nothing(
    database: Database, status: Status, fact: Fact
) -> None:
    act_as_staff()
    booking_id = await a_booking_that_is(database, status)
    after = TRANSITIONS[status, fact]
    if after.is_refused:
        with pytest.raises(Conflict):
            await WAYS[fact](database, booking_id)
    else:
        await WAYS[fact](database, booking_id)
    assert await status_of(database, str(booking_id)) is after.to
    expected = [] if after.to == status else [(TOLD[after.to][0].DESCRIPTOR.full_name, 2)]
    assert await told_of(database, booking_id) == expected
