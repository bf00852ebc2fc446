"""Keep the books: each fact about money is booked in the transaction that learns of it, once."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from payments.domain import ledger
from payments.domain.ledger import Entry, Movement, MovementKind, Sale
from payments.store import ledger as store


async def book(
    connection: AsyncConnection,
    kind: MovementKind,
    source: str,
    at: datetime,
    sides: tuple[Entry, ...],
    payment: Any = None,
) -> bool:
    """Books `sides` for `payment`, None when it is nobody's of ours; False when `source` was booked before."""
    movement = Movement(
        kind=kind,
        source=source,
        occurred_at=at,
        entries=sides,
        payment_id=payment.id if payment else None,
        booking_id=payment.booking_id if payment else None,
    )
    return await store.post(connection, movement)


async def book_capture(
    connection: AsyncConnection, charge_id: str, amount_cents: int, payment: Any, at: datetime
) -> None:
    """A charge took money."""
    await book(connection, "capture", f"charge:{charge_id}", at, ledger.captured(amount_cents), payment)


async def book_refund(
    connection: AsyncConnection, stripe_refund_id: str, amount_cents: int, payment: Any, origin: str, at: datetime
) -> None:
    """Stripe took a refund: of a sale, or of money that never was for anything."""
    sides = ledger.refunded(amount_cents, was_for_something=payment is not None and origin != "orphan")
    await book(connection, "refund", f"refund:{stripe_refund_id}", at, sides, payment)


async def book_refund_failure(
    connection: AsyncConnection, stripe_refund_id: str, amount_cents: int, payment: Any, origin: str, at: datetime
) -> None:
    """A refund that was booked came back."""
    sides = ledger.refunded(amount_cents, was_for_something=payment is not None and origin != "orphan")
    source = f"refund-failure:{stripe_refund_id}"
    await book(connection, "refund_failure", source, at, ledger.reverse(sides), payment)


async def book_sale(
    connection: AsyncConnection, booking_id: UUID, payment_id: UUID | None, service_type: str, sale: Sale, at: datetime
) -> None:
    """A booking was paid: its money was for something."""
    movement = Movement(
        kind="booking",
        source=f"booking:{booking_id}",
        occurred_at=at,
        entries=ledger.sold(sale),
        payment_id=payment_id,
        booking_id=booking_id,
        service_type=service_type,
    )
    await store.post(connection, movement)
