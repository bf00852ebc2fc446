"""Moving a booking to another day or window; its price stays what it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded, BookingRescheduled

from booking.actions.cancel_booking import pickup_of
from booking.actions.logistics.tasks_of_booking import move_tasks
from booking.actions.organizers import move_organizers
from booking.actions.place_booking import Terms, take_place
from booking.actions.request_document import must_be_insured
from booking.actions.waiting_list.hand_over import give_places_back
from booking.domain.lifecycle import Status
from booking.domain.pickup import PickupWindow, must_be_bookable, spoken_date
from booking.domain.reschedule import MoveTerms, move_terms, must_be_free, must_be_movable
from booking.messages import summary
from booking.prices import price_on
from booking.store import bookings, capacity, change_policies
from booking.store.bookings import BookingRecord, HistoryEntry

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing


@dataclass(frozen=True, slots=True)
class Move:
    """Where a booking shall go."""

    booking_id: UUID
    day: date
    window: PickupWindow | None
    """None keeps it."""


async def preview_move(database: Database, pricing: Pricing, move: Move, customer_id: UUID, now: datetime) -> MoveTerms:
    """What moving it would mean. Raises NotFound, Invalid for a day that can't be, Conflict when it can't be moved."""
    async with database.reading() as connection:
        record = bookings.must_be_of(await bookings.find_booking(connection, move.booking_id), customer_id)
        policy = await change_policies.find_current(connection)
    must_be_movable(record.status)
    must_be_bookable(move.day, move.window or record.pickup_window, now)
    difference = await dearer_by(pricing, record, move.day)
    return move_terms(policy, pickup_of(record), difference, now)


async def move_own_booking(
    database: Database, pricing: Pricing, move: Move, customer_id: UUID, terms: Terms, now: datetime
) -> BookingRecord:
    """Moves it where that is free; moving it to where it is changes nothing.

    Raises NotFound, Invalid, and Conflict when it is not free or there is no place.
    """
    must_be_free(await preview_move(database, pricing, move, customer_id, now))
    async with database.transaction() as connection:
        record = bookings.must_be_of(await bookings.lock_booking(connection, move.booking_id), customer_id)
        must_be_movable(record.status)
        must_be_free(move_terms(await change_policies.find_current(connection), pickup_of(record), 0, now))
        return await moved(connection, record, move, f"customer:{customer_id}", "moved by the customer", terms, now)


async def move_for_customer(
    database: Database, move: Move, actor: str, reason: str, terms: Terms, now: datetime
) -> BookingRecord:
    """Moves it whatever the day costs. Raises NotFound, Invalid, Conflict."""
    async with database.transaction() as connection:
        record = await bookings.lock_booking(connection, move.booking_id)
        must_be_movable(record.status)
        must_be_bookable(move.day, move.window or record.pickup_window, now)
        after = await moved(connection, record, move, actor, reason, terms, now)
        subject = ("booking", record.id)
        old, new = where(record), where(after)
        await record_act(connection, AuditRecorded, "booking.moved", subject, now, before=old, after=new, reason=reason)
        return after


async def moved(
    connection: AsyncConnection, record: BookingRecord, move: Move, actor: str, cause: str, terms: Terms, now: datetime
) -> BookingRecord:
    """Takes the new place and organizers, frees the old ones and says so. Raises Conflict when there are none."""
    window = move.window or record.pickup_window
    if (move.day, window) == (record.pickup_date, record.pickup_window):
        return record
    wanted = replace(record, pickup_date=move.day, pickup_window=window)
    if wanted.status is Status.SCHEDULED:
        await must_be_insured(connection, wanted, "pickup_date")
    places = [where_key(record), where_key(wanted)]
    await capacity.open_windows(connection, places, terms.usual.places)
    await capacity.lock_places(connection, places)
    await take_place(connection, wanted, terms.usual, now)
    await give_places_back(connection, [where_key(record)], now)
    await move_organizers(connection, record, wanted, terms.usual, now)
    note = f"{cause} (from {spoken_date(record.pickup_date)}, {record.pickup_window})"
    await bookings.add_history(connection, HistoryEntry(record.id, record.status, record.status, actor, now, note))
    after = await bookings.save(connection, wanted, now)
    await move_tasks(connection, after, now)
    event = BookingRescheduled(booking=summary(after), previous_pickup_date=record.pickup_date.isoformat())
    await say(connection, event, after.id, after.version)
    return after


async def dearer_by(pricing: Pricing, record: BookingRecord, day: date) -> int:
    """USD cents by which the same would cost more on `day`, at today's prices. Raises what pricing refuses."""
    price = await price_on(pricing, record.request, day)
    paid_with = record.price.discount_cents + record.price.credit_cents
    return price.total_cents - (record.price.total_cents - paid_with)


def where_key(record: BookingRecord) -> tuple[date, PickupWindow]:
    """The place it takes."""
    return record.pickup_date, record.pickup_window


def where(record: BookingRecord) -> dict[str, str]:
    """The same for the audit log."""
    return {"pickup_date": record.pickup_date.isoformat(), "pickup_window": record.pickup_window}
