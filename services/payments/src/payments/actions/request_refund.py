"""Request a refund: staff ask, whole or in part, and somebody else decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Conflict, NotFound
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.add_refund import add_refund, left_of, refuse_too_much
from payments.audit import actor
from payments.store import payments as payment_store
from payments.store import refunds as store


@dataclass(frozen=True)
class Wish:
    """What staff ask for; USD cents, 0 means all that is left."""

    payment_id: UUID
    amount_cents: int
    reason: str
    idempotency_key: str = ""
    staff_id: str = ""
    """For whom booking asks; empty when the caller asks. Somebody else must approve."""

    @property
    def asker(self) -> str:
        """Who asks, and so can't approve."""
        return self.staff_id or actor()


async def request_refund(database: Database, refund_id: UUID, wish: Wish, now: datetime) -> Any:
    """The refund, waiting for approval; the same key gives the same one.

    Raises NotFound, Invalid when that much can't go back, Conflict when the key was used for something else.
    """
    async with database.transaction() as connection:
        payment = await payment_store.lock_payment(connection, wish.payment_id)
        if payment is None:
            raise NotFound("payment_not_found", "There is no such payment.", "payment_id")
        known = await find_known(connection, wish)
        if known:
            return known
        amount_cents = wish.amount_cents or left_of(payment)
        refuse_too_much(payment, amount_cents)
        values = {"requested_by": wish.asker, "idempotency_key": wish.idempotency_key}
        added = await add_refund(connection, refund_id, payment, amount_cents, "staff", wish.reason, now, **values)
        return await store.find_refund(connection, added.id)


async def find_known(connection: AsyncConnection, wish: Wish) -> Any | None:
    """The refund that the caller's key made before. Raises Conflict when it was for something else."""
    if not wish.idempotency_key:
        return None
    known = await store.find_by_key(connection, wish.asker, wish.idempotency_key)
    if known and (known.payment_id, known.reason) != (wish.payment_id, wish.reason):
        message = "This Idempotency-Key was used for another refund; use a new one."
        raise Conflict("idempotency_key_reused", message, "idempotency_key")
    return known
