"""Organizers of bookings: taken after the booking's place, given back and moved with it; and how many a day has.

The order in which everybody locks is in store/organizers.py. A place that is kept for somebody on the waiting list
keeps no organizers: nobody says there what they will book. They are free for all until the offer is booked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from chassis.audit import record_act
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded
from totetaxi.pricing.v1.price_pb2 import Price

from booking.actions.staff_calendar import PlannedDay, staff_calendar
from booking.actions.waiting_list.hand_over import give_places_back
from booking.domain.availability import DAYS_SEARCHED, Usual
from booking.domain.organizers import no_organizers, organizers_needed
from booking.store import organizers
from booking.store.bookings import BookingRecord
from booking.store.calendar import find_calendar
from booking.store.waiting import Place


def organizers_of(price: Price) -> int:
    """How many its organizing takes, as the catalogue had it when it was priced."""
    return organizers_needed(service.organizer_count for service in price.organizing_services)


async def take_organizers(connection: AsyncConnection, record: BookingRecord, usual: Usual, now: datetime) -> None:
    """Takes those that a booking needs, if any. Raises Conflict, naming better days, when its day has too few left."""
    needed = organizers_of(record.price)
    if not needed:
        return
    await organizers.open_days(connection, [record.pickup_date], usual.organizers)
    await take_or_refuse(connection, record, needed, usual, now)


async def move_organizers(
    connection: AsyncConnection, before: BookingRecord, after: BookingRecord, usual: Usual, now: datetime
) -> None:
    """Takes those of the new day and gives back those of the old one. Raises Conflict when the new one has too few."""
    needed = organizers_of(after.price)
    if not needed or before.pickup_date == after.pickup_date:
        return
    days = [before.pickup_date, after.pickup_date]
    await organizers.open_days(connection, days, usual.organizers)
    await organizers.lock_days(connection, days)
    await take_or_refuse(connection, after, needed, usual, now)
    await organizers.free_organizers(connection, {before.pickup_date: needed})


async def take_or_refuse(
    connection: AsyncConnection, record: BookingRecord, needed: int, usual: Usual, now: datetime
) -> None:
    """Takes them from a day that has a row. Raises Conflict."""
    day = record.pickup_date
    if not await organizers.take_organizers(connection, day, needed, usual.organizers):
        calendar = await find_calendar(connection, day, day + timedelta(days=DAYS_SEARCHED), usual)
        raise no_organizers(calendar, day, record.pickup_window, needed, usual, now)


async def give_back(
    connection: AsyncConnection, ended: Sequence[BookingRecord], now: datetime, kept: Iterable[Place] = ()
) -> None:
    """Everything that bookings took, and places `kept` for the waiting list; all at once, for the order of locks."""
    places = [(record.pickup_date, record.pickup_window) for record in ended]
    await give_places_back(connection, [*places, *kept], now)
    taken = Counter[date]()
    for record in ended:
        taken[record.pickup_date] += organizers_of(record.price)
    await organizers.free_organizers(connection, +taken)


async def set_day_organizers(
    database: Database, day: date, own: int | None, reason: str, usual: Usual, now: datetime
) -> PlannedDay:
    """Gives `day` so many organizers, None the usual number; those who are booked stay booked."""
    async with database.transaction() as connection:
        before = await organizers.find_own_maximum(connection, day)
        await organizers.set_own_maximum(connection, day, own, "" if own is None else reason, usual.organizers)
        await record_act(
            connection,
            AuditRecorded,
            "day.organizers_set",
            ("calendar", None),
            now,
            before={"date": day, "organizers": before},
            after={"date": day, "organizers": own},
            reason=reason,
        )
    return (await staff_calendar(database, day, day, usual, now))[0]
