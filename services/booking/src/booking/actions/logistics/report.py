"""How far a task is, as its crew says; the first thing loaded begins the booking, the last handed over completes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.audit import Actor
from chassis.database import Database
from chassis.refusal import Invalid, NotFound
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.logistics.say import must_be_seen, say_task
from booking.actions.move_on import Step, move_on
from booking.domain.driver_day import OwnDay, not_your_stop
from booking.domain.lifecycle import Fact, act
from booking.domain.logistics import TaskStatus, is_done, step
from booking.store import bookings, tasks
from booking.store.bookings import BookingRecord
from booking.store.tasks import TaskRecord, TaskView


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported, and by whom."""

    task_id: UUID
    status: TaskStatus
    reason: str
    expected_version: int
    """Zero for any."""
    actor: str
    own: OwnDay | None = None
    """Whose it must be, where a driver reports by their link; None for staff."""

    def by(self, own: OwnDay) -> Report:
        """The same, reported by a driver of one of their own stops."""
        return replace(self, actor=own.actor, own=own)


async def report_task(database: Database, report: Report, now: datetime) -> TaskView:
    """The task as it is then; the same twice changes nothing. Raises NotFound, Invalid, Conflict."""
    async with database.transaction() as connection:
        await report_in(connection, report, now)
        return await tasks.find_view(connection, report.task_id)


async def report_in(connection: AsyncConnection, report: Report, now: datetime) -> None:
    """Takes the step, within the transaction of the caller. Raises NotFound, Invalid, Conflict."""
    must_say_why(report)
    booking_id = await find_booking_id(connection, report)
    booking = await bookings.lock_booking(connection, booking_id)
    all_tasks = await tasks.lock_tasks_of(connection, booking_id)
    [before] = [each for each in all_tasks if each.id == report.task_id]
    must_be_theirs(before, report.own)
    if before.status != step(before.kind, before.status, report.status):
        must_be_seen(before, report.expected_version)
        moved = replace(before, status=report.status, failure=report.reason)
        after = await tasks.save(connection, moved, now)
        others = [each for each in all_tasks if each.id != after.id]
        booking = await follow(connection, booking, [after, *others], report.actor, now)
        who = driver_who(report.own) if report.own else None
        await say_task(connection, booking, before, after, now, who)


async def find_booking_id(connection: AsyncConnection, report: Report) -> UUID:
    """Whose task it is. Raises NotFound; a driver is told the same of a task that never was and of another's."""
    try:
        return await tasks.find_booking_id(connection, report.task_id)
    except NotFound as refusal:
        raise (not_your_stop() if report.own else refusal) from refusal


def must_be_theirs(record: TaskRecord, own: OwnDay | None) -> None:
    """Raises NotFound for a task that another crew has, or that is of another day."""
    if own and (record.driver_id, record.day) != (own.driver_id, own.day):
        raise not_your_stop()


def driver_who(own: OwnDay) -> Actor:
    """A driver, as the audit log names them; by their link they have no account."""
    return Actor("driver", str(own.driver_id), "driver")


def must_say_why(report: Report) -> None:
    """Raises Invalid for a failure without a reason, and for a reason of anything else."""
    if (report.status is TaskStatus.FAILED) != bool(report.reason):
        message = "reason must be given for a task that failed, and for no other."
        raise Invalid("reason_of_a_failure", message, "reason")


async def follow(
    connection: AsyncConnection, booking: BookingRecord, reported: Sequence[TaskRecord], actor: str, now: datetime
) -> BookingRecord:
    """The booking after a report on the first of its tasks. Raises Conflict where its lifecycle says no."""
    changed = booking
    if reported[0].status is TaskStatus.LOADED:
        changed = await moved_by(connection, changed, Fact.STARTED, actor, now)
    if reported[0].status is TaskStatus.DELIVERED:
        act(changed.status, Fact.COMPLETED)  # nothing is handed over that nobody has loaded
    if all(is_done(each.kind, each.status) for each in reported):
        changed = await moved_by(connection, changed, Fact.COMPLETED, actor, now)
    return changed


async def moved_by(
    connection: AsyncConnection, booking: BookingRecord, fact: Fact, actor: str, now: datetime
) -> BookingRecord:
    """The booking after `fact`, with its history. Raises Conflict."""
    after = act(booking.status, fact)
    if after.to == booking.status:
        return booking
    return await move_on(connection, booking, Step(after, actor, after.because), now)
