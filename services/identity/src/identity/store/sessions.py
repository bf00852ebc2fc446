"""Sessions, and the accounts they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from identity.domain.access_terms import TOUCH_EVERY, AccountKind
from identity.domain.session import Session
from identity.store.access_tables import session as table
from identity.store.rows import columns_of, row_of

COLUMNS = columns_of(table, Session)
REMEMBERED = 200
"""Sessions of an account that are looked at when another begins."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of an account's sessions before the one that begins."""

    alive: int
    kept: int
    """Ended ones too, as long as they are kept."""
    is_known_device: bool


def alive_of(kind: AccountKind, account_id: UUID, now: datetime) -> tuple[sql.ColumnElement[bool], ...]:
    """The sessions of an account that are alive."""
    account = (table.c.account_kind == kind, table.c.account_id == account_id)
    return (*account, table.c.ended_at.is_(None), table.c.idle_expires_at > now)


def insert_beside_the_past() -> ReturningInsert[Any]:
    """Inserts a session, and answers what came before it; of somebody who signs in all day, the newest."""
    newest = (
        sql.select(table.c.ended_at, table.c.idle_expires_at, table.c.user_agent)
        .where(table.c.account_kind == sql.bindparam("past_kind"), table.c.account_id == sql.bindparam("past_account"))
        .order_by(table.c.created_at.desc())
        .limit(REMEMBERED)
        .subquery()
    )
    alive = sql.and_(newest.c.ended_at.is_(None), newest.c.idle_expires_at > sql.bindparam("past_now"))
    is_known = sql.func.bool_or(newest.c.user_agent == sql.bindparam("past_agent"))
    past = sql.select(
        sql.func.count().filter(alive).label("alive"),
        sql.func.count().label("kept"),
        sql.func.coalesce(is_known, sql.false()).label("is_known"),
    ).cte("past")
    return table.insert().returning(*(sql.select(column).scalar_subquery() for column in past.c))


ADD = insert_beside_the_past()


async def add_session(connection: AsyncConnection, record: Session) -> Past:
    """Stores a session; what came before it on the same account."""
    beside = {
        "past_kind": record.account_kind,
        "past_account": record.account_id,
        "past_now": record.created_at,
        "past_agent": record.user_agent,
    }
    return Past(*(await connection.execute(ADD, {**row_of(table, record), **beside})).one())


async def touch_session(connection: AsyncConnection, session_id: UUID, idle: timedelta, now: datetime) -> None:
    """Writes down its use, unless somebody did within the last minute or it has ended."""
    due = (table.c.id == session_id, table.c.ended_at.is_(None), table.c.last_used_at <= now - TOUCH_EVERY)
    used = {"last_used_at": now, "idle_expires_at": sql.func.least(now + idle, table.c.expires_at)}
    await connection.execute(table.update().where(*due).values(used))


async def list_alive(
    connection: AsyncConnection, kind: AccountKind, account_id: UUID, now: datetime, limit: int
) -> Sequence[Session]:
    """Sessions that are alive, newest first."""
    question = sql.select(*COLUMNS).where(*alive_of(kind, account_id, now))
    rows = await connection.execute(question.order_by(table.c.created_at.desc()).limit(limit))
    return [Session(**row) for row in rows.mappings()]


async def end_session_of_token(connection: AsyncConnection, token_digest: bytes, now: datetime) -> Session | None:
    """Ends a session by its token; None when there is none that is alive."""
    alive = (table.c.token_digest == token_digest, table.c.ended_at.is_(None), table.c.idle_expires_at > now)
    ended = table.update().where(*alive).values(ended_at=now).returning(*COLUMNS)
    row = (await connection.execute(ended)).mappings().one_or_none()
    return Session(**row) if row else None


async def end_sessions(
    connection: AsyncConnection,
    kind: AccountKind,
    account_id: UUID,
    now: datetime,
    *conditions: sql.ColumnElement[bool],
) -> list[UUID]:
    """Ends the sessions of an account that meet `conditions`, or all; their ids."""
    ended = table.update().where(*alive_of(kind, account_id, now), *conditions).values(ended_at=now)
    return list((await connection.execute(ended.returning(table.c.id))).scalars())


def all_but(session_id: UUID | None) -> sql.ColumnElement[bool]:
    """A condition: any session but this one."""
    return table.c.id != session_id if session_id else sql.true()


def only(session_id: UUID) -> sql.ColumnElement[bool]:
    """A condition: this session."""
    return table.c.id == session_id


def oldest_beyond(kind: AccountKind, account_id: UUID, kept: int, now: datetime) -> sql.ColumnElement[bool]:
    """A condition: all but the `kept` newest."""
    newest: sql.Select[Any] = sql.select(table.c.id).where(*alive_of(kind, account_id, now))
    return table.c.id.in_(newest.order_by(table.c.created_at.desc(), table.c.id.desc()).offset(kept))
