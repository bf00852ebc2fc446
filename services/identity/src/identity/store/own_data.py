"""Everything that identity keeps about one customer, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.store.access_tables import api_key, session
from identity.store.customer_tables import customer, saved_address

LONGEST_LIST = 1000

PROFILE = (
    customer.c.email,
    customer.c.email_verified_at,
    customer.c.first_name,
    customer.c.last_name,
    customer.c.phone,
    customer.c.is_vip,
    customer.c.created_at,
    customer.c.updated_at,
)
PREFERENCES = (
    customer.c.preferred_pickup_window,
    customer.c.email_notifications,
    customer.c.sms_notifications,
    customer.c.marketing_emails,
    customer.c.language,
)
ADDRESS = tuple(column for column in saved_address.c if column.name not in {"id", "customer_id", "version"})
SIGN_IN = (
    session.c.created_at,
    session.c.last_used_at,
    session.c.ended_at,
    session.c.client_address,
    session.c.user_agent,
)
DEVICE = (api_key.c.name, api_key.c.created_at, api_key.c.last_used_at, api_key.c.revoked_at)


async def find_own_data(connection: AsyncConnection, customer_id: UUID) -> dict[str, Any]:
    """Profile, preferences, addresses, sign-ins and devices of a customer that there is."""
    their_sessions = sql.and_(session.c.account_kind == "customer", session.c.account_id == customer_id)
    [profile] = await told(connection, PROFILE, customer.c.id == customer_id)
    [preferences] = await told(connection, PREFERENCES, customer.c.id == customer_id)
    return {
        "profile": profile,
        "preferences": preferences,
        "addresses": await told(connection, ADDRESS, saved_address.c.customer_id == customer_id),
        "sign_ins": await told(connection, SIGN_IN, their_sessions),
        "devices": await told(connection, DEVICE, api_key.c.customer_id == customer_id),
    }


async def told(
    connection: AsyncConnection, columns: Sequence[sql.Column[Any]], condition: sql.ColumnElement[bool]
) -> list[dict[str, Any]]:
    """Rows as plain values, newest first; 1,000 at most."""
    newest = columns[0].table.c.created_at.desc()
    rows = await connection.execute(sql.select(*columns).where(condition).order_by(newest).limit(LONGEST_LIST))
    return [dict(row) for row in rows.mappings()]
