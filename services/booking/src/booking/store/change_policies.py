"""The policy of calling off, as staff set it; every one there was is kept."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.change_policy import DEFAULT_POLICY, ChangePolicy
from booking.store.tables import change_policy

MEMBERS = [change_policy.c[name] for name in ChangePolicy.__dataclass_fields__]


async def find_current(connection: AsyncConnection) -> ChangePolicy:
    """The newest one, or the default where none was ever set."""
    newest = sql.select(*MEMBERS).order_by(change_policy.c.id.desc()).limit(1)
    row = (await connection.execute(newest)).mappings().one_or_none()
    return ChangePolicy(**row) if row else DEFAULT_POLICY
