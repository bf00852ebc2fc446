"""Plan what storage is billed: from its first day, at the catalogue's price, to the end of the month it leaves in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_pb2 import BookingSummary

from payments.audit import record
from payments.store import storage as store
from payments.store.addressees import addressee_of_summary, note_addressee
from payments.store.payments import wake_workers


async def start_storage(
    connection: AsyncConnection, booking: BookingSummary, monthly_cents: int, version: int, now: datetime
) -> None:
    """Bills it from now on, or at another price; older news change nothing. A guest's own booking stands for them."""
    booking_id = UUID(booking.id)
    await note_addressee(connection, booking_id, addressee_of_summary(booking))
    await store.add_plan(
        connection,
        booking_id=booking_id,
        booking_number=booking.booking_number,
        customer_id=UUID(booking.customer_id or booking.id),
        monthly_cents=monthly_cents,
        status="active",
        told_version=version,
        next_attempt_at=now,
        created_at=now,
    )
    plan = await store.lock_plan(connection, booking_id)
    if plan and version > plan.told_version and plan.monthly_cents != monthly_cents:
        await store.save_plan(
            connection, booking_id, monthly_cents=monthly_cents, told_version=version, next_attempt_at=now
        )
    after = {"monthly_cents": monthly_cents}
    await record(connection, "storage.planned", ("booking", booking_id), now, after=after)
    await wake_workers(connection)


async def end_storage(connection: AsyncConnection, booking: BookingSummary, now: datetime) -> None:
    """Nothing is billed after the month that was begun. Raises ValueError when its beginning was not heard yet."""
    booking_id = UUID(booking.id)
    plan = await store.lock_plan(connection, booking_id)
    if plan is None:
        raise ValueError(f"storage of booking {booking_id} ended before it began")
    if plan.status in {"active", "suspended"}:
        await store.save_plan(connection, booking_id, status="ending", next_attempt_at=now)
        await record(connection, "storage.ending", ("booking", booking_id), now, before={"status": plan.status})
        await wake_workers(connection)
