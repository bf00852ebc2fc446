"""What staff change on a booking: where it is in its life, and what they note about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.audit import PERSONAL, record_act
from chassis.database import Database
from chassis.refusal import Conflict, Invalid
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.move_on import Step, move_on
from booking.domain.lifecycle import Status, act, act_towards, spoken
from booking.store import bookings
from booking.store.bookings import BookingRecord


@dataclass(frozen=True, slots=True)
class Change:
    """What staff want to change; None leaves a member as it is."""

    booking_id: UUID
    status: Status | None
    staff_notes: str | None
    reason: str
    expected_version: int
    """Zero for any."""
    actor: str


async def update_booking(database: Database, change: Change, now: datetime) -> BookingRecord:
    """The booking as it is then. Raises NotFound, Conflict when the lifecycle or a newer change says no."""
    if change.status is Status.CANCELLED:
        message = "A booking is called off with what is paid back; use its cancellation instead."
        raise Invalid("cancel_instead", message, "status")
    async with database.transaction() as connection:
        record = await bookings.lock_booking(connection, change.booking_id)
        must_be_seen(record, change.expected_version)
        changed = await moved(connection, record, change, now)
        if change.staff_notes is not None and change.staff_notes != changed.staff_notes:
            changed = await bookings.save(connection, replace(changed, staff_notes=change.staff_notes), now)
        if changed != record:
            await record_change(connection, record, changed, change.reason, now)
        return changed


async def moved(connection: AsyncConnection, record: BookingRecord, change: Change, now: datetime) -> BookingRecord:
    """The booking in the state that is wanted. Raises Conflict."""
    if change.status is None or change.status == record.status:
        return record
    after = act(record.status, act_towards(record.status, change.status))
    return await move_on(connection, record, Step(after, change.actor, change.reason or after.because), now)


async def record_change(
    connection: AsyncConnection, before: BookingRecord, after: BookingRecord, reason: str, now: datetime
) -> None:
    """Notes in the audit log what staff changed."""
    names = [name for name in ("status", "staff_notes") if getattr(before, name) != getattr(after, name)]
    await record_act(
        connection,
        AuditRecorded,
        "booking.changed",
        ("booking", before.id),
        now,
        before={name: logged(before, name) for name in names},
        after={name: logged(after, name) for name in names},
        reason=reason,
    )


def logged(record: BookingRecord, name: str) -> str:
    """A member as the audit log keeps it: what staff write about people is not for ever."""
    return PERSONAL if name == "staff_notes" else str(getattr(record, name))


def must_be_seen(record: BookingRecord, expected_version: int) -> None:
    """Raises Conflict, saying how it is now, when it was changed since somebody looked at it."""
    if expected_version not in (0, record.version):
        message = (
            f"This booking was changed meanwhile: it is {spoken(record.status)} now. Look at it again, then repeat."
        )
        raise Conflict("booking_changed", message, "expected_version")
