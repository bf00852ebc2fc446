"""Exporting a customer's data: everything that pricing keeps about them, as plain values."""

from __future__ import annotations

from typing import Any

from chassis.cursors import cursor_of, id_of, page_of
from chassis.database import Database

from pricing.store import credit, privacy
from pricing.store.credit import Movement

PAGE = 200


async def export_customer(
    database: Database, customer_id: str, cursor: str, limit: int = PAGE
) -> tuple[dict[str, Any], str]:
    """Up to `limit` movements of credit, newest first, with the first page every code used; and the next cursor."""
    async with database.reading() as connection:
        found = await credit.list_movements(connection, customer_id, id_of(cursor, "cursor"), limit + 1)
        uses = [] if cursor else await privacy.list_uses(connection, customer_id)
    movements, has_more = page_of(found, limit)
    page = {
        "credit": [exported(movement) for movement in movements],
        "promotion_codes": [dict(use._mapping) for use in uses],
    }
    return page, cursor_of(str(movements[-1].id)) if has_more else ""


def exported(movement: Movement) -> dict[str, Any]:
    """One movement as its customer may keep it; USD cents."""
    return {
        "amount_cents": movement.amount_cents,
        "cause": movement.cause,
        "booking_id": movement.booking_id,
        "reason": movement.reason,
        "created_at": movement.created_at,
    }
