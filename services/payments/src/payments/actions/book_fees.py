"""Book Stripe's fees: every movement of its balance says what it kept, and no webhook does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chassis.database import Database

from payments.actions.keep_books import book
from payments.domain import ledger
from payments.domain.dispute import instant
from payments.stripe_account import StripeAccount

AT_ONCE = 100


async def book_fees(database: Database, stripe: StripeAccount, after: datetime, before: datetime) -> int:
    """Books the fees of every movement between two instants, once; returns how many were new. Raises Unavailable."""
    movements = [one for one in await stripe.list_movements(after, before) if one["fee"]]
    batches = [movements[start : start + AT_ONCE] for start in range(0, len(movements), AT_ONCE)]
    return sum([await book_batch(database, batch) for batch in batches])


async def book_batch(database: Database, movements: Sequence[dict[str, Any]]) -> int:
    """One transaction's worth."""
    async with database.transaction() as connection:
        booked = [
            await book(
                connection,
                "fee",
                f"fee:{movement['id']}",
                instant(movement["created"]),
                ledger.charged_a_fee(movement["fee"]),
            )
            for movement in movements
        ]
    return booked.count(True)
