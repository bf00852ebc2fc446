"""Differences: noted once, seen again, and gone when they are; what is gone by itself says so."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chassis.identifiers import new_id
from prometheus_client import Counter
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.audit import OURSELVES, record
from payments.store import differences as store

RAISED = Counter("totetaxi_reconciliation_differences_total", "Differences with Stripe; alert on any", ["kind"])

GONE = "Stripe and we say the same now."


async def note(
    connection: AsyncConnection,
    kind: str,
    subject: str,
    detail: str,
    now: datetime,
    payment: Any = None,
    amount_cents: int = 0,
) -> bool:
    """Raises a difference for staff; False when it is open already."""
    difference_id = new_id()
    is_new = await store.add_or_see(
        connection,
        id=difference_id,
        kind=kind,
        subject=subject,
        detail=detail[:500],
        payment_id=payment.id if payment else None,
        amount_cents=amount_cents,
        first_seen_at=now,
        last_seen_at=now,
    )
    if is_new:
        RAISED.labels(kind).inc()
        after = {"kind": kind, "subject": subject, "amount_cents": amount_cents}
        await record(connection, "difference.raised", ("difference", difference_id), now, after=after)
    return is_new


async def withdraw(connection: AsyncConnection, kind: str, subject: str, now: datetime) -> None:
    """It is no longer true."""
    await store.resolve_open(connection, kind, subject, OURSELVES, GONE, now)
