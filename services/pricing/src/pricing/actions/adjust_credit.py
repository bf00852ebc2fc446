"""Giving a customer credit, or taking it back, by hand."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.money import format_dollars
from chassis.refusal import Conflict, Invalid
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.events_pb2 import AuditRecorded

from pricing.store import credit
from pricing.store.credit import Movement
from pricing.store.keys import hold_key


async def adjust_credit(database: Database, movement: Movement, now: datetime) -> int:
    """Moves a customer's credit once for each key, and says who did; the balance in USD cents.

    Raises Conflict where less than nothing would be left, Invalid for a key that moved something else.
    """
    async with database.transaction() as connection:
        await hold_key(connection, movement.created_by, movement.idempotency_key or "")
        balance = await credit.lock_balance(connection, movement.customer_id)
        if await is_done(connection, movement):
            return balance
        after = balance + movement.amount_cents
        if after < 0:
            message = f"The customer has {format_dollars(balance)} of credit; no more than that can be taken."
            raise Conflict("credit_not_enough", message, "amount_cents")
        await credit.move(connection, movement)
        subject = ("customer", UUID(movement.customer_id))
        was, is_now = ({"balance_cents": cents} for cents in (balance, after))
        await record_act(
            connection,
            AuditRecorded,
            "credit.adjusted",
            subject,
            now,
            before=was,
            after=is_now,
            reason=movement.reason,
        )
    return after


async def is_done(connection: AsyncConnection, movement: Movement) -> bool:
    """Whether this very adjustment was made before. Raises Invalid when its key made another."""
    earlier = await credit.find_adjustment(connection, movement.created_by, movement.idempotency_key or "")
    if earlier is None:
        return False
    if (earlier.customer_id, earlier.amount_cents) != (movement.customer_id, movement.amount_cents):
        message = "This key was used for another adjustment; use a new key for a new one."
        raise Invalid("idempotency_key_reused", message, "idempotency_key")
    return True
