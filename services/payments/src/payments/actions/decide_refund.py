"""Decide a refund: somebody other than who asked approves it or rejects it, once."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Conflict, NotAllowed, NotFound
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import RefundRejected

from payments.actions.add_refund import mark_approved
from payments.audit import actor, record
from payments.domain.refund_states import after_step
from payments.store import payments as payment_store
from payments.store import refunds as store

APPROVED = ("approved", "processing", "completed", "failed")


async def approve_refund(database: Database, refund_id: UUID, now: datetime) -> Any:
    """The refund, which will be sent; as it is when it was approved before.

    Raises NotFound, NotAllowed to whoever asked for it, Conflict when it was rejected.
    """
    async with database.transaction() as connection:
        payment, refund = await lock_both(connection, refund_id)
        if refund.requested_by == actor():
            raise NotAllowed("own_refund", "Somebody else must approve a refund that you asked for.")
        if after_step(refund.status, "approve"):
            await mark_approved(connection, payment, refund, actor(), now)
        elif refund.status not in APPROVED:
            raise Conflict("refund_decided", "This refund was rejected; ask for a new one.", "refund_id")
        return await store.find_refund(connection, refund_id)


async def reject_refund(database: Database, refund_id: UUID, reason: str, now: datetime) -> Any:
    """The refund, which nobody will send; as it is when it was rejected before. Raises NotFound or Conflict."""
    async with database.transaction() as connection:
        payment, refund = await lock_both(connection, refund_id)
        if refund.status == "requested":
            await mark_rejected(connection, payment, refund, reason, now)
        elif refund.status != "rejected":
            raise Conflict("refund_decided", "This refund was approved already.", "refund_id")
        return await store.find_refund(connection, refund_id)


async def lock_both(connection: AsyncConnection, refund_id: UUID) -> tuple[Any, Any]:
    """The payment, locked first as everywhere, and its refund. Raises NotFound."""
    found = await store.find_refund(connection, refund_id)
    if found is None:
        raise NotFound("refund_not_found", "There is no such refund.", "refund_id")
    payment = await payment_store.lock_payment(connection, found.payment_id)
    return payment, await store.find_refund(connection, refund_id)


async def mark_rejected(connection: AsyncConnection, payment: Any, refund: Any, reason: str, now: datetime) -> None:
    """What it held back may be asked for again."""
    await store.release(connection, refund)
    await store.save_refund(
        connection, refund.id, status="rejected", decided_by=actor(), decided_at=now, decision_reason=reason
    )
    event = RefundRejected(
        refund_id=str(refund.id),
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=refund.amount_cents,
        rejected_by=actor(),
        reason=reason,
    )
    await say(connection, event, about=payment.id, version=payment.version)
    before, after = {"status": refund.status}, {"status": "rejected", "amount_cents": refund.amount_cents}
    await record(connection, "refund.rejected", ("refund", refund.id), now, before=before, after=after, reason=reason)
