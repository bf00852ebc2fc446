"""Between the contract's messages and our own values: a driver's day."""

from __future__ import annotations

from totetaxi.booking.v1 import driver_day_service_pb2 as messages

from booking.actions.logistics import DriverDay, DriverStop
from booking.domain.logistics import next_steps
from booking.logistics_messages import KINDS, STATUSES
from booking.messages import timestamp


def day_message(shown: DriverDay) -> messages.DriverDay:
    """All that a link shows."""
    return messages.DriverDay(
        driver_name=shown.driver,
        day=shown.day.isoformat(),
        good_until=timestamp(shown.good_until),
        stops=[stop_message(each) for each in shown.stops],
    )


def stop_message(stop: DriverStop) -> messages.DriverStop:
    """One door."""
    record, sheet = stop.view.record, stop.sheet
    return messages.DriverStop(
        task_id=str(record.id),
        booking_number=sheet.number,
        title=sheet.title,
        kind=KINDS[record.kind],
        status=STATUSES[record.status],
        state=sheet.state,
        version=record.version,
        next_statuses=[STATUSES[status] for status in next_steps(record.kind, record.status)],
        planned_from=timestamp(sheet.planned.begins),
        planned_until=timestamp(sheet.planned.ends),
        window_from=timestamp(sheet.promised.begins),
        window_until=timestamp(sheet.promised.ends),
        place=sheet.place,
        first_name=sheet.first_name,
        phone=sheet.dialled,
        notes=sheet.notes,
        items=sheet.items,
        to_collect=sheet.to_collect,
        van_name=stop.view.van,
    )
