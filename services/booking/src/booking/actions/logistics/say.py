"""What is said of a task, and what is noted for the audit log."""

from __future__ import annotations

from datetime import datetime

from chassis.audit import Actor, acted
from chassis.outbox import Saying, say_all
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events

from booking.domain.logistics import TaskStatus, spoken
from booking.logistics_messages import KINDS
from booking.messages import summary, timestamp
from booking.store.bookings import BookingRecord
from booking.store.tasks import TaskRecord

EVENTS = {
    TaskStatus.ASSIGNED: events.DeliveryAssigned,
    TaskStatus.EN_ROUTE: events.DeliveryEnRoute,
    TaskStatus.ARRIVED: events.DeliveryArrived,
    TaskStatus.LOADED: events.DeliveryLoaded,
    TaskStatus.DELIVERED: events.DeliveryDelivered,
    TaskStatus.FAILED: events.DeliveryFailed,
}


async def say_task(
    connection: AsyncConnection,
    booking: BookingRecord,
    before: TaskRecord,
    after: TaskRecord,
    now: datetime,
    who: Actor | None = None,
) -> None:
    """Says where the task is now, and who brought it there: the caller, unless named."""
    await say_all(connection, task_said(booking, before, after, now, who))


def task_said(
    booking: BookingRecord, before: TaskRecord, after: TaskRecord, now: datetime, who: Actor | None = None
) -> list[Saying]:
    """The event of a task's new state, and the act of who brought it there."""
    event = EVENTS[after.status](
        booking=summary(booking),
        task_id=str(after.id),
        kind=KINDS[after.kind],
        planned_from=timestamp(after.planned_from),
        planned_until=timestamp(after.planned_until),
    )
    if isinstance(event, events.DeliveryFailed):
        event.reason = after.failure
    return [Saying(event, after.id, after.version), task_act(f"task.{after.status}", before, after, now, who)]


def task_act(action: str, before: TaskRecord, after: TaskRecord, now: datetime, who: Actor | None = None) -> Saying:
    """What somebody did to a task, for the audit log."""
    was, now_is, subject = logged(before), logged(after), ("task", after.id)
    return acted(events.AuditRecorded, action, subject, now, before=was, after=now_is, reason=after.failure, actor=who)


def logged(record: TaskRecord) -> dict[str, str]:
    """A task as the audit log keeps it."""
    return {
        "status": record.status,
        "driver_id": str(record.driver_id or ""),
        "van_id": str(record.van_id or ""),
        "planned_from": record.planned_from.isoformat(),
        "planned_until": record.planned_until.isoformat(),
    }


def must_be_seen(record: TaskRecord, expected_version: int) -> None:
    """Raises Conflict, saying how it is now, when it was changed since somebody looked at it."""
    if expected_version not in (0, record.version):
        message = f"This task was changed meanwhile: it is {spoken(record.status)} now. Look at it again, then repeat."
        raise Conflict("task_changed", message, "expected_version")
