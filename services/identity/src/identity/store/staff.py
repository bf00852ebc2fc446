"""Staff accounts with what their roles grant, and the roles themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import Invalid
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.customer import search_text_of
from identity.domain.staff import StaffAccount, no_such_staff
from identity.store.access_tables import sign_in_failure
from identity.store.accounts import PERMISSIONS
from identity.store.rows import columns_of, containing
from identity.store.staff_tables import permission, role
from identity.store.staff_tables import staff_account as table

STORED = columns_of(table, StaffAccount)
IS_THEIRS = sql.and_(
    sign_in_failure.c.account_kind == "staff",
    sign_in_failure.c.name_digest == sql.func.sha256(sql.func.convert_to(table.c.username, "UTF8")),
)


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions."""

    name: str
    description: str
    permissions: tuple[str, ...]


def select_staff() -> sql.Select[Any]:
    """Accounts with permissions, second factor and lock, by one question however many."""
    return sql.select(
        *STORED,
        table.c.sealed_totp_secret.is_not(None).label("has_second_factor"),
        PERMISSIONS.label("permissions"),
        role.c.requires_second_factor,
        sign_in_failure.c.locked_until,
    ).select_from(table.join(role, role.c.name == table.c.role).outerjoin(sign_in_failure, IS_THEIRS))


def staff_of(row: sql.RowMapping) -> StaffAccount:
    """One such row."""
    members = {member.name: row[member.name] for member in fields(StaffAccount)}
    return StaffAccount(**{**members, "permissions": tuple(row["permissions"])})


async def find_staff(connection: AsyncConnection, staff_id: UUID) -> StaffAccount:
    """The account. Raises NotFound."""
    row = (await connection.execute(select_staff().where(table.c.id == staff_id))).mappings().one_or_none()
    if row is None:
        raise no_such_staff()
    return staff_of(row)


async def lock_staff(connection: AsyncConnection, staff_id: UUID) -> StaffAccount:
    """The account, locked until the transaction ends. Raises NotFound."""
    question = sql.select(table.c.id).where(table.c.id == staff_id).with_for_update(key_share=True)
    await connection.execute(question)
    return await find_staff(connection, staff_id)


async def list_staff(
    connection: AsyncConnection, words: str, role_name: str, is_active: bool | None, after: str, limit: int
) -> Sequence[StaffAccount]:
    """Accounts by username, those after `after` that contain `words` and are of the role and state asked for."""
    conditions = [containing(table.c.search_text, words), table.c.username > after]
    if role_name:
        conditions.append(table.c.role == role_name)
    if is_active is not None:
        conditions.append(table.c.is_active.is_(is_active))
    rows = await connection.execute(select_staff().where(*conditions).order_by(table.c.username).limit(limit))
    return [staff_of(row) for row in rows.mappings()]


async def add_staff(connection: AsyncConnection, account: StaffAccount, password_hash: str | None) -> bool:
    """Stores an account; False when the username is taken."""
    row = {**stored(account), "password_hash": password_hash}
    added = insert(table).values(row).on_conflict_do_nothing(index_elements=["username"])
    return (await connection.execute(added.returning(table.c.id))).one_or_none() is not None


async def save_staff(connection: AsyncConnection, account: StaffAccount) -> None:
    """Stores a locked account as it is now."""
    await connection.execute(table.update().where(table.c.id == account.id).values(stored(account)))


async def save_signed_in(connection: AsyncConnection, staff_id: UUID, now: datetime) -> None:
    """They were here."""
    await connection.execute(table.update().where(table.c.id == staff_id).values(last_signed_in_at=now))


def stored(account: StaffAccount) -> dict[str, Any]:
    """An account as the table's columns."""
    row = {column.name: getattr(account, column.name) for column in STORED}
    found_by = search_text_of(account.username, account.first_name, account.last_name, account.email)
    return {**row, "search_text": found_by}


async def count_other_admins(connection: AsyncConnection, staff_id: UUID) -> int:
    """Active admins but this one, each locked until the transaction ends, so that two can't leave at once."""
    admins = sql.select(table.c.id).where(table.c.role == "admin", table.c.is_active).order_by(table.c.id)
    locked = (await connection.execute(admins.with_for_update(key_share=True))).scalars().all()
    return sum(admin != staff_id for admin in locked)


async def must_be_a_role(connection: AsyncConnection, name: str) -> None:
    """Raises Invalid when there is no such role."""
    names = (await connection.execute(sql.select(role.c.name).order_by(role.c.rank))).scalars().all()
    if name not in names:
        raise Invalid("role_unknown", f"role must be one of {', '.join(names)}.", "role")


async def list_roles(connection: AsyncConnection) -> Sequence[Role]:
    """Every role, the smallest first."""
    granted = sql.func.array(
        sql.select(permission.c.name)
        .where(permission.c.name.in_(granted_to_role()))
        .order_by(permission.c.name)
        .scalar_subquery()
    )
    rows = await connection.execute(sql.select(role.c.name, role.c.description, granted).order_by(role.c.rank))
    return [Role(name, description, tuple(names)) for name, description, names in rows]


def granted_to_role() -> sql.Select[tuple[str]]:
    """The permissions of the role being read."""
    granted = table.metadata.tables["role_permission"]
    return sql.select(granted.c.permission).where(granted.c.role == role.c.name).correlate(role)


async def list_permissions(connection: AsyncConnection) -> Sequence[tuple[str, str]]:
    """Every permission with its description, sorted."""
    question = sql.select(permission.c.name, permission.c.description).order_by(permission.c.name)
    return [(name, description) for name, description in await connection.execute(question)]
