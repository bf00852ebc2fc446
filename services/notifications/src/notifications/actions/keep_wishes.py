"""Keeping what a customer wants of us, in the transaction of the listener that heard of it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.message import Subject
from notifications.domain.wishes import Wishes
from notifications.store import privacy, wishes


async def keep_wishes(connection: AsyncConnection, customer_id: UUID, wanted: Wishes) -> None:
    """Keeps the newest; nothing of who is forgotten, however late it comes."""
    account = Subject(account_id=customer_id)
    await privacy.wait_for_erasure(connection, account)
    if not await privacy.is_erased(connection, account):
        await wishes.save_wishes(connection, customer_id, wanted)
