"""Everything that identity keeps about a customer, for the customer alone."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database

from identity.actions.acts import record
from identity.store.customers import find_known
from identity.store.own_data import find_own_data


async def export_my_data(database: Database, customer_id: UUID, now: datetime) -> dict[str, Any]:
    """Profile, preferences, figures, addresses, sign-ins and devices; amounts in USD cents. Raises NotFound."""
    async with database.transaction() as connection:
        known = await find_known(connection, customer_id)
        await record(connection, "customer.data_exported", ("customer", customer_id), now)
        return await find_own_data(connection, customer_id) | {"statistics": asdict(known.statistics)}
