"""Apply a charge: money came to our account at Stripe, whomever it is from, and the books say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.keep_books import book_capture
from payments.domain.dispute import instant
from payments.domain.fact import Fact, id_of
from payments.store import payments as store


async def apply_charge(connection: AsyncConnection, charge: Mapping[str, Any]) -> None:
    """Books what a charge captured, once."""
    if not charge["captured"] or not charge["amount_captured"]:
        return
    payment_id = (charge.get("metadata") or {}).get("payment_id", "")
    whose = Fact("succeeded", id_of(charge.get("payment_intent")), payment_id)
    payment = await store.lock_for_fact(connection, whose)
    await book_capture(connection, charge["id"], charge["amount_captured"], payment, instant(charge["created"]))
