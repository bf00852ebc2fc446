"""A customer's entries in their export and when they are forgotten; and those of days that are long over."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.clock import new_york_date
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.waiting import KEPT_DAYS
from booking.store import waiting
from booking.store.privacy import Erasure
from booking.store.waiting import Place


async def export_waiting(connection: AsyncConnection, customer_id: UUID) -> list[dict[str, Any]]:
    """Everything that is kept about what a customer waits or waited for."""
    return [
        {
            "pickup_date": entry.pickup_date,
            "pickup_window": entry.pickup_window,
            "state": entry.state,
            **asdict(entry.contact),
            "language": entry.language,
            "joined_at": entry.joined_at,
            "offer_ends_at": entry.offer_ends_at,
        }
        for entry in await waiting.find_of_customer(connection, customer_id)
    ]


async def forget_waiting(connection: AsyncConnection, asked: Erasure) -> list[Place]:
    """Nothing is kept; the places that were, to be given back."""
    entries = await waiting.find_of_customer(connection, asked.customer_id, asked.email, lock=True)
    await waiting.delete_waiting(connection, [entry.id for entry in entries])
    return [entry.place for entry in entries if entry.place]


async def forget_past_days(database: Database, now: datetime, limit: int) -> int:
    """Forgets up to `limit` entries for days that are 30 days over; how many."""
    async with database.transaction() as connection:
        return await waiting.forget_past(connection, new_york_date(now) - timedelta(days=KEPT_DAYS), limit)
