"""What proves customers and staff: the hash of a password, under the name they sign in with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.access_terms import ACCOUNT_KINDS, AccountKind
from identity.store.customer_tables import customer
from identity.store.staff_tables import staff_account

TABLES = {"customer": customer, "staff": staff_account}
NAMES = {"customer": customer.c.email_key, "staff": staff_account.c.username}
OPEN = {"customer": customer.c.erasure_requested_at.is_(None), "staff": staff_account.c.is_active}


@dataclass(frozen=True, slots=True)
class Credential:
    """One account's."""

    account_id: UUID
    name: str
    """What they sign in with: an email key or a username."""
    password_hash: str | None
    """None before invited staff chose their first password."""
    is_open: bool
    """False for deactivated staff, and for customers who asked to be forgotten."""


def select_credential(kind: AccountKind) -> sql.Select[Any]:
    """Credentials of a kind of account."""
    table = TABLES[kind]
    return sql.select(
        table.c.id.label("account_id"),
        NAMES[kind].label("name"),
        table.c.password_hash,
        OPEN[kind].label("is_open"),
    )


BY_NAME = {kind: select_credential(kind).where(NAMES[kind] == sql.bindparam("name")) for kind in ACCOUNT_KINDS}
BY_ID = {
    kind: select_credential(kind).where(TABLES[kind].c.id == sql.bindparam("account_id")) for kind in ACCOUNT_KINDS
}


async def find_credential(connection: AsyncConnection, kind: AccountKind, name: str) -> Credential | None:
    """The credential under a sign-in name (an email key or a username)."""
    row = (await connection.execute(BY_NAME[kind], {"name": name})).mappings().one_or_none()
    return Credential(**row) if row else None


async def find_credential_of(connection: AsyncConnection, kind: AccountKind, account_id: UUID) -> Credential:
    """The credential of an account that there is."""
    row = await connection.execute(BY_ID[kind], {"account_id": account_id})
    return Credential(**row.mappings().one())


async def save_password(connection: AsyncConnection, kind: AccountKind, account_id: UUID, password_hash: str) -> None:
    """Replaces the hash of a locked account."""
    table = TABLES[kind]
    await connection.execute(table.update().where(table.c.id == account_id).values(password_hash=password_hash))
