"""A customer's quotes in their export, and when they are forgotten."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.custom_quote.decline import decline
from booking.actions.custom_quote.look import QuoteView, views_of
from booking.domain.custom_quote import QuoteStatus
from booking.store import custom_quote_lists
from booking.store.privacy import Erasure

OPEN = frozenset({QuoteStatus.REQUESTED, QuoteStatus.SENT})
BECAUSE = "The account was closed."


async def export_quotes(connection: AsyncConnection, customer_id: UUID) -> list[dict[str, Any]]:
    """Everything that is kept about a customer's quotes; amounts in USD cents."""
    found = await custom_quote_lists.list_of_customer(connection, customer_id)
    return [exported(view) for view in await views_of(connection, found)]


def exported(view: QuoteView) -> dict[str, Any]:
    """One quote as its customer may keep it."""
    record, order = view.record, view.record.order
    return {
        "quote_number": record.number,
        "status": record.status,
        "company_name": record.company_name,
        **asdict(order.contact),
        "language": order.language,
        "service_type": order.service_type,
        "pickup_date": order.pickup_date,
        "pickup_window": order.pickup_window,
        "pickup_address": asdict(order.pickup_address),
        "delivery_address": asdict(order.delivery_address),
        "description": order.special_instructions,
        "offers": [
            {"total_cents": each.price.total_cents, "note": each.note, "valid_until": each.valid_until}
            for each in view.versions
        ],
        "decline_reason": record.decline_reason,
        "booking_number": view.booking_number,
        "created_at": record.created_at,
        "updated_at": record.updated_at,
    }


async def forget_quotes(connection: AsyncConnection, asked: Erasure, now: datetime) -> None:
    """Ends what is open and erases all; a booking that one became is erased as bookings are."""
    found = await custom_quote_lists.lock_unerased(connection, asked.customer_id, asked.email, asked.requested_at)
    for record in found:
        if record.status in OPEN:
            await decline(connection, record, BECAUSE, now, is_by_staff=False)
    await custom_quote_lists.erase(connection, [record.id for record in found], asked.customer_id, now)
