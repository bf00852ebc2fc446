"""What is over and may go: old sessions, links, half-done sign-ins and counted failures."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.store.access_tables import mailed_link, session, sign_in_challenge, sign_in_failure

SESSIONS_KEPT = timedelta(days=90)
"""After their end: so long we know a browser again and need not warn of a new one."""
FAILURES_KEPT = timedelta(days=1)


async def erase_leftovers(connection: AsyncConnection, now: datetime, limit: int) -> int:
    """Erases up to `limit` rows of each kind; how many went."""
    over = (
        (session, session.c.expires_at < now - SESSIONS_KEPT),
        (mailed_link, mailed_link.c.expires_at < now),
        (sign_in_challenge, sign_in_challenge.c.expires_at < now),
        (sign_in_failure, sign_in_failure.c.last_failed_at < now - FAILURES_KEPT),
    )
    return sum([await erase(connection, table, is_over, limit) for table, is_over in over])


async def erase(connection: AsyncConnection, table: sql.Table, is_over: sql.ColumnElement[bool], limit: int) -> int:
    """Up to `limit` rows of one table."""
    key = sql.tuple_(*table.primary_key.columns)
    chosen = sql.select(*table.primary_key.columns).where(is_over).limit(limit)
    return (await connection.execute(table.delete().where(key.in_(chosen)))).rowcount
