"""Stripe's balance and our books: fees and payouts are booked here, and every other movement must be in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.keep_books import book
from payments.domain import ledger
from payments.domain.balance import BANK_TYPES, FEE_TYPES, source_of
from payments.domain.dispute import instant
from payments.reconciliation.differences import note, withdraw
from payments.reconciliation.window import Report, Window
from payments.store import ledger as store
from payments.stripe_account import StripeAccount

AT_ONCE = 100


async def compare_books(database: Database, stripe: StripeAccount, window: Window, now: datetime) -> Report:
    """Every movement of the window. Raises Unavailable."""
    movements = await stripe.list_movements(window.after, window.before)
    report = Report(compared=len(movements))
    for start in range(0, len(movements), AT_ONCE):
        async with database.transaction() as connection:
            report += await compare_batch(connection, movements[start : start + AT_ONCE], now)
    return report


async def compare_batch(connection: AsyncConnection, movements: Sequence[dict[str, Any]], now: datetime) -> Report:
    """One transaction's worth."""
    for movement in movements:
        await book_own(connection, movement)
    expected = {source: movement for movement in movements if (source := source_of(movement))}
    posted = await store.posted_of(connection, list(expected))
    raised = 0
    for source, movement in expected.items():
        if source in posted:
            await withdraw(connection, "not_in_books", movement["id"], now)
            continue
        detail = f"Stripe's balance moved by a {movement['type']} ({source}) that is not in our books."
        raised += await note(connection, "not_in_books", movement["id"], detail, now, amount_cents=movement["amount"])
    return Report(raised=raised)


async def book_own(connection: AsyncConnection, movement: dict[str, Any]) -> None:
    """What no webhook of ours tells of: Stripe's fees, and payouts to the bank."""
    at = instant(movement["created"])
    kept = movement["fee"] + (-movement["amount"] if movement["type"] in FEE_TYPES else 0)
    await book(connection, "fee", f"fee:{movement['id']}", at, ledger.charged_a_fee(kept))
    if movement["type"] in BANK_TYPES:
        sides = ledger.paid_out(-movement["amount"])
        await book(connection, "payout", f"payout:{movement['id']}", at, sides)
