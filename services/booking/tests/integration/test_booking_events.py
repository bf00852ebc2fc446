"""What happens to a booking is numbered one by one, for whoever may follow it."""

from __future__ import annotations

import itertools
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sql
from booking.actions import Asker, Change, Move, cancel_for_customer, list_events, move_for_customer, update_booking
from booking.actions.list_events import PAGE
from booking.domain.booking_events import BookingEvent, EventKind, EventPage
from booking.domain.lifecycle import FINAL, TRANSITIONS, Status
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.tracking import STAGE_OF, TrackingStage
from booking.domain.visibility import Proof
from booking.store.booking_event_tables import booking_event
from booking_callers import GRACE, SOMEBODY_ELSE, STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, booked
from chassis.database import Database
from chassis.refusal import NotFound
from logistics_stage import a_driver, a_van, assign, paid, report, schedule

MORE = sql.text(
    """INSERT INTO booking_history (booking_id, from_status, to_status, actor, at, cause)
    SELECT id, 'pending', 'confirmed', 'test', now(), '' FROM booking, generate_series(1, :times)"""
)
NUMBER_ANEW = sql.text("SELECT tracking_stage(status) AS stage FROM unnest(CAST(:statuses AS text[])) AS status")


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def page_of(database: Database, booking_id: UUID, after: int = 0, customer: UUID = GRACE) -> EventPage:
    asker = Asker(booking_id, "", Proof("", ""), customer, is_staff=False)
    return await list_events(database, asker, after, NOW)


async def events_of(database: Database, booking_id: UUID, after: int = 0) -> list[BookingEvent]:
    return list((await page_of(database, booking_id, after)).events)


def told(events: list[BookingEvent]) -> list[object]:
    """Each in short: its state, its leg and stage, or its kind."""
    return [each.status or (each.task_kind and (each.task_kind, each.stage)) or each.kind for each in events]


async def test_a_booking_is_followed_from_its_first_day_to_its_last(database: Database) -> None:
    booking_id = await paid(database, customer_id=GRACE)
    made = await schedule(database, booking_id)
    pickup, delivery = made[TaskKind.PICKUP], made[TaskKind.DELIVERY]
    driver, van = await a_driver(database), await a_van(database)
    for task in (pickup, delivery):
        await assign(database, task, driver, van)
    await report(database, pickup, TaskStatus.EN_ROUTE, TaskStatus.ARRIVED, TaskStatus.LOADED)
    await report(database, delivery, TaskStatus.EN_ROUTE, TaskStatus.ARRIVED, TaskStatus.DELIVERED)
    events = await events_of(database, booking_id)
    assert told(events) == [
        Status.PENDING,
        Status.PAID,
        Status.SCHEDULED,
        (TaskKind.PICKUP, TrackingStage.SCHEDULED),
        (TaskKind.DELIVERY, TrackingStage.SCHEDULED),
        (TaskKind.PICKUP, TrackingStage.ON_THE_WAY),
        (TaskKind.PICKUP, TrackingStage.ARRIVED),
        (TaskKind.PICKUP, TrackingStage.LOADED),
        Status.IN_PROGRESS,
        (TaskKind.DELIVERY, TrackingStage.ON_THE_WAY),
        (TaskKind.DELIVERY, TrackingStage.ARRIVED),
        (TaskKind.DELIVERY, TrackingStage.DELIVERED),
        Status.COMPLETED,
    ]
    assert [each.position for each in events] == list(range(1, len(events) + 1))
    assert (await page_of(database, booking_id)).is_over


async def test_whoever_knows_the_last_position_misses_nothing_and_hears_nothing_twice(database: Database) -> None:
    booking_id = await paid(database, customer_id=GRACE)
    await schedule(database, booking_id)
    whole = await events_of(database, booking_id)
    for known in range(len(whole) + 1):
        assert await events_of(database, booking_id, after=known) == whole[known:]


async def test_a_move_is_told_and_its_legs_begin_anew_only_if_they_had_begun(database: Database) -> None:
    booking_id = await paid(database, customer_id=GRACE)
    task = (await schedule(database, booking_id))[TaskKind.PICKUP]
    await assign(database, task, await a_driver(database), await a_van(database))
    await report(database, task, TaskStatus.EN_ROUTE)
    known = len(await events_of(database, booking_id))
    await move_for_customer(database, Move(booking_id, DAY + timedelta(days=7), None), STAFF, "", TERMS, NOW)
    again = await events_of(database, booking_id, after=known)
    assert told(again) == [EventKind.RESCHEDULED, (TaskKind.PICKUP, TrackingStage.SCHEDULED)]


async def test_what_failed_is_told_and_given_to_a_crew_again(database: Database) -> None:
    booking_id = await paid(database, customer_id=GRACE)
    task = (await schedule(database, booking_id))[TaskKind.PICKUP]
    await assign(database, task, await a_driver(database), await a_van(database))
    known = len(await events_of(database, booking_id))
    await report(database, task, TaskStatus.EN_ROUTE)
    await report(database, task, TaskStatus.FAILED, reason="nobody opened")
    await assign(database, task, await a_driver(database, "Eve"), await a_van(database))
    stages = [each.stage for each in await events_of(database, booking_id, after=known)]
    assert stages == [TrackingStage.ON_THE_WAY, TrackingStage.FAILED, TrackingStage.SCHEDULED]


async def test_a_change_of_notes_is_nobodys_event_and_a_cancellation_ends_it(database: Database) -> None:
    made = (await booked(database, customer_id=GRACE)).booking
    booking_id = UUID(made.id)
    await update_booking(database, Change(booking_id, None, "called", "", 0, STAFF), NOW)
    await cancel_for_customer(database, booking_id, 0, "", STAFF, NOW)
    page = await page_of(database, booking_id)
    assert (told(list(page.events)), page.is_over) == ([Status.PENDING, Status.CANCELLED], True)


async def test_somebody_elses_and_a_guests_booking_are_not_found(database: Database) -> None:
    of_grace, of_a_guest = await paid(database, customer_id=GRACE), await paid(database)
    for booking_id, customer in ((of_grace, SOMEBODY_ELSE), (of_a_guest, GRACE), (UUID(int=7), GRACE)):
        with pytest.raises(NotFound):
            await page_of(database, booking_id, customer=customer)


async def test_a_page_is_bounded_and_says_that_there_is_more(database: Database) -> None:
    booking_id = UUID((await booked(database, customer_id=GRACE)).booking.id)
    async with database.transaction() as connection:
        await connection.execute(MORE, {"times": PAGE})
    first = await page_of(database, booking_id)
    rest = await page_of(database, booking_id, first.events[-1].position)
    assert (len(first.events), first.has_more, len(rest.events), rest.has_more) == (PAGE, True, 1, False)


async def test_the_database_knows_the_stages_as_the_domain_does(database: Database) -> None:
    statuses = list(TaskStatus)
    async with database.reading() as connection:
        known = (await connection.execute(NUMBER_ANEW, {"statuses": statuses})).scalars().all()
    assert list(known) == [STAGE_OF.get(status) for status in statuses]


async def test_a_booking_is_over_where_nothing_leads_out() -> None:
    leads_out = {status for (status, _), after in TRANSITIONS.items() if after.to != status}
    assert set(Status) - leads_out == FINAL


async def test_a_position_is_never_given_twice(database: Database) -> None:
    booking_id = UUID((await booked(database, customer_id=GRACE)).booking.id)
    row = {"booking_id": booking_id, "position": 1, "at": NOW, "kind": EventKind.RESCHEDULED}
    with pytest.raises(sql.exc.IntegrityError):
        async with database.transaction() as connection:
            await connection.execute(booking_event.insert().values(row))
    assert not any(first == second for first, second in itertools.pairwise(await events_of(database, booking_id)))
