"""What pricing keeps of a customer: codes they used and credit; and forgetting by which email they were known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.booked import booked
from pricing.store.customers import Customer
from pricing.store.promotion_uses import promotion_uses
from pricing.store.promotions import promotions
from pricing.store.quotes import quotes

NO_DIGEST = b""


async def list_uses(connection: AsyncConnection, customer_id: str) -> Sequence[Any]:
    """The codes that a customer used: which, for which booking, when; the newest first."""
    columns = (promotions.c.code, quotes.c.booking_id, promotion_uses.c.used_at)
    both = promotion_uses.join(promotions, promotions.c.id == promotion_uses.c.promotion_id)
    question = sql.select(*columns).select_from(both.join(quotes, quotes.c.id == promotion_uses.c.quote_id))
    theirs = question.where(promotion_uses.c.customer_id == customer_id)
    return (await connection.execute(theirs.order_by(promotion_uses.c.used_at.desc()))).all()


async def forget_emails(connection: AsyncConnection, customer: Customer, booking_ids: Sequence[UUID]) -> int:
    """Erases the digest of a customer's email wherever it is kept; how many rows there are, erased earlier or now.

    Their id stays: it leads to nobody any more, and limits of codes go on counting.
    """
    count = 0
    for table in (quotes, promotion_uses, booked):
        theirs = customer.matches(table)
        if table is not promotion_uses:
            theirs = theirs | table.c.booking_id.in_(booking_ids)
        kept = await connection.execute(table.update().where(theirs).values(email_digest=NO_DIGEST))
        count += kept.rowcount
    return count
