"""What customers want of us: a copy of identity's, by which a message chooses its language and its channels."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.wishes import Wishes
from notifications.store.tables import customer_booking, customer_wishes


async def save_wishes(connection: AsyncConnection, customer_id: UUID, wishes: Wishes) -> None:
    """Keeps them, unless newer ones were heard already."""
    row = insert(customer_wishes).values(customer_id=customer_id, **asdict(wishes))
    newer = {name: row.excluded[name] for name in asdict(wishes)}
    is_newer = customer_wishes.c.version < row.excluded.version
    await connection.execute(row.on_conflict_do_update(index_elements=["customer_id"], set_=newer, where=is_newer))


async def find_wishes(connection: AsyncConnection, booking_id: UUID) -> Wishes | None:
    """What the customer whose booking it is wants; None for a guest."""
    theirs = customer_booking.c.customer_id == customer_wishes.c.customer_id
    question = (
        sql.select(customer_wishes).join(customer_booking, theirs).where(customer_booking.c.booking_id == booking_id)
    )
    row = (await connection.execute(question)).mappings().one_or_none()
    return Wishes(**{name: row[name] for name in Wishes.__dataclass_fields__}) if row else None
