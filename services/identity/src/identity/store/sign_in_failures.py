"""Wrong tries, counted by name, whether or not there is such an account."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.access_terms import AccountKind, LockTerms
from identity.domain.sign_in import Failures, name_digest
from identity.store.access_tables import sign_in_failure as table

NONE_YET = Failures(0, None)


LOCKED = (
    sql.select(table.c.failures, table.c.locked_until)
    .where(table.c.account_kind == sql.bindparam("kind"), table.c.name_digest == sql.bindparam("digest"))
    .with_for_update()
)


def under(kind: AccountKind, name: str) -> sql.ColumnElement[bool]:
    """The row of a name."""
    return sql.and_(table.c.account_kind == kind, table.c.name_digest == name_digest(name))


async def lock_failures(connection: AsyncConnection, kind: AccountKind, name: str) -> Failures:
    """The wrong tries so far, locked until the transaction ends if there are any."""
    row = (await connection.execute(LOCKED, {"kind": kind, "digest": name_digest(name)})).one_or_none()
    return Failures(*row) if row else NONE_YET


async def count_failure(
    connection: AsyncConnection, kind: AccountKind, name: str, terms: LockTerms, now: datetime
) -> Failures:
    """Counts one wrong try, and locks at the one that is too many: one statement, so that none is lost.

    Tries are forgotten when the lock is over, or as long after the last of them as a lock lasts.
    """
    row = {"account_kind": kind, "name_digest": name_digest(name), "failures": 1, "last_failed_at": now}
    first = insert(table).values(row)
    are_over = sql.func.coalesce(table.c.locked_until, table.c.last_failed_at + terms.lasting) <= now
    count = sql.case((are_over, 1), else_=table.c.failures + 1)
    lock = sql.case((count >= terms.failures, now + terms.lasting))
    until = sql.case((are_over, None), else_=sql.func.coalesce(table.c.locked_until, lock))
    counted = first.on_conflict_do_update(
        index_elements=["account_kind", "name_digest"],
        set_={"failures": count, "last_failed_at": now, "locked_until": until},
    )
    return Failures(*(await connection.execute(counted.returning(table.c.failures, table.c.locked_until))).one())


async def forget_failures(connection: AsyncConnection, kind: AccountKind, name: str) -> None:
    """Begins anew."""
    await connection.execute(table.delete().where(under(kind, name)))
