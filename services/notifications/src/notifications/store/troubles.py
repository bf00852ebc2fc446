"""Addresses that are not written to, kept as digests: nobody can be read from them, and they outlive an erasure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.feedback import BOUNCE_COUNTS_FOR, Trouble
from notifications.store.tables import address_trouble, message


async def note_bounce(
    connection: AsyncConnection, provider_message_id: str, trouble: Trouble, now: datetime
) -> RowMapping | None:
    """Notes it with its message; None when that is not ours, or had been noted."""
    noted = (
        message.update()
        .where(message.c.provider_message_id == provider_message_id, message.c.bounced_at.is_(None))
        .values(bounced_at=now, trouble=trouble.value)
        .returning(message)
    )
    row: RowMapping | None = (await connection.execute(noted)).mappings().one_or_none()
    return row


async def note_opened(connection: AsyncConnection, provider_message_id: str, now: datetime) -> None:
    """Notes the first time."""
    is_it = sql.and_(message.c.provider_message_id == provider_message_id, message.c.opened_at.is_(None))
    await connection.execute(message.update().where(is_it).values(opened_at=now))


async def note_address(connection: AsyncConnection, address: str, trouble: Trouble, now: datetime) -> None:
    """Notes the newest trouble with an address."""
    row = insert(address_trouble).values(digest=digest(sql.literal(address)), trouble=trouble.value, since=now)
    newest = {"since": row.excluded.since}
    await connection.execute(row.on_conflict_do_update(index_elements=["digest", "trouble"], set_=newest))


async def find_reader(connection: AsyncConnection, opt_out_token: str) -> str | None:
    """The address that a courtesy with this token went to; None when there is none."""
    question = sql.select(message.c.recipient).where(
        message.c.opt_out_token == opt_out_token, message.c.opt_out_token != ""
    )
    recipient: str | None = (await connection.execute(question)).scalar_one_or_none()
    return recipient


def trouble_with(recipient: sql.ColumnElement[str], now: datetime) -> sql.ScalarSelect[Any]:
    """The worst trouble with an address as a column; a bounce is forgotten after a while."""
    still_counts = sql.or_(
        address_trouble.c.trouble != Trouble.BOUNCED.value, address_trouble.c.since > now - BOUNCE_COUNTS_FOR
    )
    is_its_own = address_trouble.c.digest == digest(recipient)
    found = sql.select(address_trouble.c.trouble).where(is_its_own, still_counts)
    worst_first = (address_trouble.c.trouble == Trouble.BOUNCED.value).desc()
    return found.order_by(worst_first).limit(1).scalar_subquery()


def digest(address: sql.ColumnElement[str]) -> sql.ColumnElement[bytes]:
    """SHA-256 of an address without its case."""
    return sql.func.sha256(sql.func.convert_to(sql.func.lower(address), "UTF8"))
