"""Between the contract's messages and our own values: logistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from totetaxi.booking.v1 import booking_pb2 as bookings
from totetaxi.booking.v1 import logistics_pb2 as contract

from booking.domain.logistics import TaskKind, TaskStatus, next_steps
from booking.messages import timestamp
from booking.store.crews import DriverRecord, VanRecord
from booking.store.tasks import TaskView

KINDS = {kind: f"DELIVERY_TASK_KIND_{kind.name}" for kind in TaskKind}
STATUSES = {status: f"DELIVERY_TASK_STATUS_{status.name}" for status in TaskStatus}
STATUS_OF = {contract.DeliveryTaskStatus.Value(name): status for status, name in STATUSES.items()}


def driver_message(record: DriverRecord) -> contract.Driver:
    """Somebody who drives."""
    return contract.Driver(**asdict(record) | {"id": str(record.id)})


def van_message(record: VanRecord) -> contract.Van:
    """Something that is driven."""
    return contract.Van(**asdict(record) | {"id": str(record.id)})


def task_message(view: TaskView) -> contract.DeliveryTask:
    """One thing to be done at one door."""
    record = view.record
    return contract.DeliveryTask(
        id=str(record.id),
        booking_id=str(record.booking_id),
        booking_number=view.number,
        customer_name=view.customer,
        kind=KINDS[record.kind],
        status=STATUSES[record.status],
        day=record.day.isoformat(),
        window_from=timestamp(record.window_from),
        window_until=timestamp(record.window_until),
        planned_from=timestamp(record.planned_from),
        planned_until=timestamp(record.planned_until),
        address=bookings.Address(**asdict(view.address)),
        airport=view.airport,
        driver_id=id_text(record.driver_id),
        driver_name=view.driver,
        van_id=id_text(record.van_id),
        van_name=view.van,
        failure=record.failure,
        updated_at=timestamp(record.updated_at),
        version=record.version,
        next_statuses=[STATUSES[status] for status in next_steps(record.kind, record.status)],
    )


def task_messages(views: Sequence[TaskView]) -> list[contract.DeliveryTask]:
    """Tasks, in their order."""
    return [task_message(view) for view in views]


def id_text(value: UUID | None) -> str:
    """A UUID, or empty."""
    return str(value) if value else ""
