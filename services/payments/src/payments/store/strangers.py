"""Money at Stripe that no payment of ours asked for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.tables import strangers


async def note_stranger(connection: AsyncConnection, intent_id: str, amount_cents: int, now: datetime) -> bool:
    """Remembers an intent at Stripe that no payment of ours made; False when it was noticed before."""
    row = insert(strangers).values(stripe_payment_intent_id=intent_id, amount_cents=amount_cents, noticed_at=now)
    known = row.on_conflict_do_nothing().returning(strangers.c.stripe_payment_intent_id)
    return (await connection.execute(known)).first() is not None
