"""Whose session it is: the account behind a token, by one question."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.account import Account
from identity.domain.session import Session
from identity.store.access_tables import session
from identity.store.customer_tables import customer
from identity.store.rows import columns_of
from identity.store.staff_tables import role_permission, staff_account

SESSION = columns_of(session, Session)
PERMISSIONS = sql.func.array(
    sql.select(role_permission.c.permission)
    .where(role_permission.c.role == staff_account.c.role)
    .order_by(role_permission.c.permission)
    .scalar_subquery()
)
IS_CUSTOMER = session.c.account_kind == "customer"
IS_OPEN_CUSTOMER = sql.and_(customer.c.id.is_not(None), customer.c.erasure_requested_at.is_(None))


def first_of(a: sql.ColumnElement[Any], b: sql.ColumnElement[Any]) -> sql.ColumnElement[Any]:
    """The customer's where there is a customer, else the staff's."""
    return sql.func.coalesce(a, b)


QUESTION = (
    sql.select(
        *SESSION,
        first_of(customer.c.email, staff_account.c.username).label("sign_in_name"),
        first_of(customer.c.first_name, staff_account.c.first_name).label("first_name"),
        first_of(customer.c.last_name, staff_account.c.last_name).label("last_name"),
        sql.func.coalesce(staff_account.c.role, "customer").label("role"),
        sql.case((IS_CUSTOMER, IS_OPEN_CUSTOMER), else_=staff_account.c.is_active).label("is_open"),
        PERMISSIONS.label("permissions"),
    )
    .select_from(
        session.outerjoin(customer, sql.and_(IS_CUSTOMER, customer.c.id == session.c.account_id)).outerjoin(
            staff_account, sql.and_(sql.not_(IS_CUSTOMER), staff_account.c.id == session.c.account_id)
        )
    )
    .where(session.c.token_digest == sql.bindparam("token_digest"))
)


async def find_session_with_account(connection: AsyncConnection, token_digest: bytes) -> tuple[Session, Account] | None:
    """The session of a token and its account; None when there is none."""
    row = (await connection.execute(QUESTION, {"token_digest": token_digest})).mappings().one_or_none()
    if row is None:
        return None
    held = Session(**{column.name: row[column.name] for column in SESSION})
    name = f"{row['first_name']} {row['last_name']}".strip() or row["sign_in_name"]
    permissions = () if held.account_kind == "customer" else tuple(row["permissions"])
    account = Account(
        kind=held.account_kind,
        id=held.account_id,
        sign_in_name=row["sign_in_name"],
        display_name=name,
        role=row["role"],
        permissions=permissions,
        is_open=bool(row["is_open"]),
    )
    return held, account
