"""Links that we mail, and requests for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.access_terms import AccountKind
from identity.store.access_tables import mailed_link as table
from identity.store.access_tables import reset_request
from identity.store.rows import columns_of, row_of

Purpose = Literal["verify_email", "reset_password"]

RESETS_CHANNEL = "identity_password_resets"


@dataclass(frozen=True, slots=True)
class Link:
    """One link."""

    token_digest: bytes
    purpose: Purpose
    account_kind: AccountKind
    account_id: UUID
    email: str
    """Where it was mailed to: it proves this address and no later one."""
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None


COLUMNS = columns_of(table, Link)


async def add_link(connection: AsyncConnection, link: Link) -> None:
    """Stores a link; it is the only one of its account and purpose that is good."""
    account = (table.c.account_kind == link.account_kind, table.c.account_id == link.account_id)
    await connection.execute(table.delete().where(*account, table.c.purpose == link.purpose))
    await connection.execute(table.insert().values(row_of(table, link)))


async def lock_link(connection: AsyncConnection, token_digest: bytes, purpose: Purpose, now: datetime) -> Link | None:
    """The link of a token, locked until the transaction ends; None when it is unknown or over."""
    good = (table.c.token_digest == token_digest, table.c.purpose == purpose, table.c.expires_at > now)
    row = (await connection.execute(sql.select(*COLUMNS).where(*good).with_for_update())).mappings().one_or_none()
    return Link(**row) if row else None


async def find_latest(
    connection: AsyncConnection, kind: AccountKind, account_id: UUID, purpose: Purpose
) -> datetime | None:
    """When the account's link for this purpose was made; None without one."""
    account = (table.c.account_kind == kind, table.c.account_id == account_id)
    question = sql.select(sql.func.max(table.c.created_at)).where(*account, table.c.purpose == purpose)
    latest: datetime | None = (await connection.execute(question)).scalar_one()
    return latest


async def mark_used(connection: AsyncConnection, link: Link, now: datetime) -> None:
    """It has done its work."""
    await connection.execute(table.update().where(table.c.token_digest == link.token_digest).values(used_at=now))


async def add_reset_request(connection: AsyncConnection, email_key: str, now: datetime) -> None:
    """Somebody forgot a password; asked again before it is worked on, it is one request. Wakes a replica at commit."""
    asked = insert(reset_request).values(email_key=email_key, requested_at=now)
    await connection.execute(asked.on_conflict_do_nothing(index_elements=["email_key"]))
    await connection.execute(sql.select(sql.func.pg_notify(RESETS_CHANNEL, "")))


async def take_reset_requests(connection: AsyncConnection, limit: int) -> Sequence[str]:
    """Up to `limit` email keys, oldest first, gone with the transaction; what another replica holds is passed over."""
    oldest = sql.select(reset_request.c.email_key).order_by(reset_request.c.requested_at).limit(limit)
    chosen = oldest.with_for_update(skip_locked=True).scalar_subquery()
    taken = reset_request.delete().where(reset_request.c.email_key.in_(chosen)).returning(reset_request.c.email_key)
    return list((await connection.execute(taken)).scalars())
