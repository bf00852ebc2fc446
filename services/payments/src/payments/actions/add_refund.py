"""Add a refund to a locked payment: what it holds back can't be refunded twice."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.money import format_dollars
from chassis.outbox import say
from chassis.refusal import Invalid
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1 import events_pb2

from payments.audit import OURSELVES, actor, record
from payments.domain.refund_states import Origin
from payments.store import payments as payment_store
from payments.store import refunds as store
from payments.store.addressees import find_addressee

REFUNDABLE = ("succeeded", "refunded")
"""`refunded` so that the refusal can say that nothing is left."""


def left_of(payment: Any) -> int:
    """USD cents that may still be asked for."""
    return int(payment.amount_cents - payment.refunded_cents)


def refuse_too_much(payment: Any, amount_cents: int) -> None:
    """Raises Invalid when the payment never came or less than that is left of it."""
    if payment.status not in REFUNDABLE:
        message = f"The payment of booking {payment.booking_number} was not captured, so nothing can go back."
        raise Invalid("payment_not_captured", message, "payment_id")
    left = left_of(payment)
    if left == 0:
        message = f"All of booking {payment.booking_number}'s payment has gone back or is on its way."
        raise Invalid("nothing_left", message, "amount_cents")
    if amount_cents > left:
        raise Invalid("more_than_is_left", f"At most {format_dollars(left)} can still go back.", "amount_cents")


async def add_refund(
    connection: AsyncConnection,
    refund_id: UUID,
    payment: Any,
    amount_cents: int,
    origin: Origin,
    reason: str,
    now: datetime,
    *,
    requested_by: str,
    **values: Any,
) -> Any:
    """A refund that waits for approval, said and audited. The caller has locked the payment."""
    refund = await store.insert_refund(
        connection,
        id=refund_id,
        payment_id=payment.id,
        amount_cents=amount_cents,
        origin=origin,
        reason=reason,
        status="requested",
        requested_by=requested_by,
        created_at=now,
        **values,
    )
    event = events_pb2.RefundRequested(
        refund_id=str(refund_id),
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=amount_cents,
        reason=reason,
        origin=f"REFUND_ORIGIN_{origin.upper()}",
        requested_by=requested_by,
    )
    await say(connection, event, about=payment.id, version=payment.version)
    after = {"amount_cents": amount_cents, "status": "requested", "payment_id": payment.id}
    await record(connection, "refund.requested", ("refund", refund_id), now, after=after, reason=reason)
    return refund


async def add_approved(
    connection: AsyncConnection,
    refund_id: UUID,
    payment: Any,
    amount_cents: int,
    origin: Origin,
    reason: str,
    now: datetime,
) -> None:
    """A refund that policy asks for and approves: it is sent at once."""
    refund = await add_refund(connection, refund_id, payment, amount_cents, origin, reason, now, requested_by=actor())
    await mark_approved(connection, payment, refund, OURSELVES, now)


async def mark_approved(connection: AsyncConnection, payment: Any, refund: Any, who: str, now: datetime) -> Any:
    """The refund is sent from now on."""
    approved = await store.save_refund(
        connection, refund.id, status="approved", decided_by=who, decided_at=now, next_attempt_at=now
    )
    event = events_pb2.RefundApproved(
        refund_id=str(refund.id),
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=refund.amount_cents,
        approved_by=who,
        origin=f"REFUND_ORIGIN_{refund.origin.upper()}",
        addressee=await find_addressee(connection, payment.booking_id),
    )
    await say(connection, event, about=payment.id, version=payment.version)
    before, after = {"status": refund.status}, {"status": "approved", "amount_cents": refund.amount_cents}
    await record(connection, "refund.approved", ("refund", refund.id), now, before=before, after=after)
    await payment_store.wake_workers(connection)
    return approved
