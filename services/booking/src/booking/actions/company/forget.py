"""The companies of a customer in their export; who is forgotten is no contact of any."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store import companies


async def export_companies(connection: AsyncConnection, customer_id: UUID) -> list[dict[str, Any]]:
    """Of which companies a customer is a contact, and as whom."""
    return [
        {"company_name": record.name, "email": own.email, "name": own.name, "added_at": own.added_at}
        for record, own in await companies.list_own(connection, customer_id, also_inactive=True)
    ]
