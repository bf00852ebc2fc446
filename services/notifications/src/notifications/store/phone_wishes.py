"""Which phones want texts, kept as digests: no number can be read from them, and they outlive an erasure."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.phone_wish import PhoneWish
from notifications.store.tables import phone_wish
from notifications.store.troubles import digest


async def save_wish(connection: AsyncConnection, wish: PhoneWish) -> None:
    """Keeps the newest: texts come late, and twice."""
    row = insert(phone_wish).values(
        digest=digest(sql.literal(wish.number)), wants_texts=wish.wants_texts, said_at=wish.said_at
    )
    newer = row.on_conflict_do_update(
        index_elements=["digest"],
        set_={"wants_texts": row.excluded.wants_texts, "said_at": row.excluded.said_at},
        where=phone_wish.c.said_at < row.excluded.said_at,
    )
    await connection.execute(newer)


def said_stop(recipient: sql.ColumnElement[str]) -> sql.ScalarSelect[Any]:
    """Whether the owner of a number wants no texts, as a column; null while they said nothing."""
    is_its_own = phone_wish.c.digest == digest(recipient)
    return sql.select(sql.not_(phone_wish.c.wants_texts)).where(is_its_own).scalar_subquery()
