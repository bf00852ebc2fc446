"""Questions about payment links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.link_tables import payment_links

LinkRow = Any

is_live = sql.and_(payment_links.c.used_at.is_(None), payment_links.c.revoked_at.is_(None))


async def add_link(connection: AsyncConnection, **values: Any) -> LinkRow:
    """Stores a link."""
    return (await connection.execute(payment_links.insert().values(**values).returning(payment_links))).one()


async def find_by_hash(connection: AsyncConnection, token_hash: str) -> LinkRow | None:
    """The link of a token."""
    question = sql.select(payment_links).where(payment_links.c.token_hash == token_hash)
    return (await connection.execute(question)).first()


async def list_of_booking(connection: AsyncConnection, booking_id: UUID) -> Sequence[LinkRow]:
    """A booking's links, newest first; the first fifty."""
    question = sql.select(payment_links).where(payment_links.c.booking_id == booking_id)
    ordered = question.order_by(payment_links.c.created_at.desc()).limit(50)
    rows: Sequence[LinkRow] = (await connection.execute(ordered)).all()
    return rows


async def end_links(connection: AsyncConnection, booking_id: UUID, **changes: datetime) -> None:
    """The booking's live link is `used_at` or `revoked_at` now."""
    row = payment_links.update().where(payment_links.c.booking_id == booking_id, is_live)
    await connection.execute(row.values(**changes))


async def revoke_link(connection: AsyncConnection, link_id: UUID, now: datetime) -> LinkRow | None:
    """Ends a link that is live, and answers with it as it is; None when there is no such link."""
    row = payment_links.update().where(payment_links.c.id == link_id, is_live).values(revoked_at=now)
    await connection.execute(row)
    question = sql.select(payment_links).where(payment_links.c.id == link_id)
    return (await connection.execute(question)).first()
