"""Moving a booking from one state to the next: the only way, so that nothing moves unnoted, unguarded or untold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from chassis.outbox import Saying, say_all
from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events

from booking.actions.logistics.tasks_of_booking import make_tasks
from booking.actions.request_document import must_be_insured
from booking.domain.lifecycle import Status, Transition
from booking.messages import summary, timestamp
from booking.store import bookings
from booking.store.bookings import BookingRecord, HistoryEntry

TOLD: Final[dict[Status, tuple[type[Message], str]]] = {
    Status.CONFIRMED: (events.BookingConfirmed, "confirmed_at"),
    Status.PAID: (events.BookingPaid, "paid_at"),
    Status.SCHEDULED: (events.BookingScheduled, "scheduled_at"),
    Status.IN_PROGRESS: (events.BookingStarted, "started_at"),
    Status.COMPLETED: (events.BookingCompleted, "completed_at"),
    Status.CANCELLED: (events.BookingCancelled, "cancelled_at"),
    Status.EXPIRED: (events.BookingExpired, "expired_at"),
}
"""What is said of a booking that has come into a state, and which member has the instant."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a booking's life, as its lifecycle allows it."""

    after: Transition
    actor: str
    cause: str


async def move_on(
    connection: AsyncConnection, record: BookingRecord, step: Step, now: datetime, **details: Any
) -> BookingRecord:
    """Moves a locked booking on and says so with `details`; as it is then. Raises Conflict where it is not insured."""
    moved, saying = await moved_on(connection, record, step, now, **details)
    await say_all(connection, [saying])
    return moved


async def moved_on(
    connection: AsyncConnection, record: BookingRecord, step: Step, now: datetime, **details: Any
) -> tuple[BookingRecord, Saying]:
    """The same for one of many: what the caller has to say of it, in the same transaction, comes back with it."""
    status = step.after.to
    if status is Status.SCHEDULED:
        await must_be_insured(connection, record)
    await note(connection, record, step, now)
    moved = await bookings.save(connection, replace(record, status=status, expires_at=None), now)
    if status is Status.SCHEDULED:
        await make_tasks(connection, moved, now)
    event, instant = TOLD[status]
    members = {"booking": summary(moved), instant: timestamp(now)} | details
    return moved, Saying(event(**members), moved.id, moved.version)


async def note(connection: AsyncConnection, record: BookingRecord, step: Step, now: datetime) -> None:
    """Writes into a booking's history what happened to it."""
    entry = HistoryEntry(record.id, record.status, step.after.to, step.actor, now, step.cause)
    await bookings.add_history(connection, entry)
