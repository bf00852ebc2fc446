"""The driver's sheet of a van and a day, as its tasks are now: for staff who plan, and for who drives it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.contact import spoken_phone
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.logistics.assign import must_exist
from booking.actions.logistics.items_at_a_door import items_at
from booking.domain.driver_sheet import (
    TITLES,
    DriverSheet,
    SheetStop,
    not_your_van,
    spoken_state,
    stage_of,
    to_collect,
)
from booking.domain.handovers import Handover
from booking.domain.logistics import TaskKind, Window
from booking.domain.papers import address_lines
from booking.store import driver_sheets, handovers
from booking.store.bookings import BookingRecord
from booking.store.tasks import TaskView


async def find_driver_sheet(
    database: Database, van_id: UUID, day: date, driver_id: UUID | None, now: datetime
) -> DriverSheet:
    """The sheet; of one driver's own stops when named. Five questions; the look is in the audit log.

    Raises NotFound for no such van, and NotAllowed for a driver who has no stops with it that day.
    """
    async with database.transaction() as connection:
        views = await driver_sheets.list_stops(connection, van_id, day, driver_id)
        if driver_id and not views:
            raise not_your_van()
        van = must_exist(await driver_sheets.find_van(connection, van_id), "van_id")
        stops = await sheet_stops(connection, views)
        after = {"day": day.isoformat(), "stops": len(views)}
        await record_act(connection, AuditRecorded, "driver_sheet.viewed", ("van", van_id), now, after=after)
    return DriverSheet(van.name, tuple(dict.fromkeys(each.driver for each in views)), day, now, stops)


async def sheet_stops(connection: AsyncConnection, views: Sequence[TaskView]) -> tuple[SheetStop, ...]:
    """Each of these tasks with all that a crew must know there; two questions."""
    booking_ids = [each.record.booking_id for each in views]
    records = await driver_sheets.list_bookings(connection, booking_ids)
    noted = await handovers.list_handovers(connection, booking_ids)
    known = {(each.booking_id, each.stage): each for each in noted}
    return tuple(
        stop_of(each, records[each.record.booking_id], known.get((each.record.booking_id, stage_of(each.record.kind))))
        for each in views
    )


def stop_of(view: TaskView, record: BookingRecord, handover: Handover | None) -> SheetStop:
    """One door."""
    task = view.record
    return SheetStop(
        title=TITLES[task.kind],
        number=record.number,
        planned=Window(task.planned_from, task.planned_until),
        promised=task.window,
        place=(*airport_of(view, record), ", ".join(address_lines(view.address))),
        first_name=record.contact.first_name,
        phone=spoken_phone(record.contact.phone),
        notes=record.special_instructions,
        items=items_at(task.kind, record.request, record.price),
        to_collect=to_collect(task.kind, task.status, handover),
        state=spoken_state(task.kind, task.status, task.failure, handover),
        dialled=record.contact.phone,
    )


def airport_of(view: TaskView, record: BookingRecord) -> tuple[str, ...]:
    """`JFK, terminal 4`, at the airport."""
    if view.record.kind is not TaskKind.AIRPORT_DELIVERY:
        return ()
    terminal = record.request.airport_terminal
    return (f"{view.airport}, terminal {terminal}" if terminal else view.airport,)
