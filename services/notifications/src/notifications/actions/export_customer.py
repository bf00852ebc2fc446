"""Everything that notifications keeps about a customer, as plain values."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.cursors import cursor_of, id_of, page_of
from chassis.database import Database

from notifications.store import privacy

PAGE = 200
MEMBERS = ("template", "channel", "recipient", "language", "status", "created_at", "sent_at")


async def export_customer(
    database: Database, customer_id: UUID, cursor: str, limit: int = PAGE
) -> tuple[dict[str, Any], str]:
    """Up to `limit` messages to the customer's account and about their bookings, newest first, and the next cursor."""
    async with database.reading() as connection:
        found = await privacy.list_messages(connection, customer_id, id_of(cursor, "cursor"), limit + 1)
    rows, more = page_of(found, limit)
    page = {"messages": [{name: row[name] for name in MEMBERS} | {"said": row["context"]} for row in rows]}
    return page, cursor_of(str(rows[-1]["id"])) if more else ""
