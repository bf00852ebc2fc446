"""Lists for staff: newest first, any filter, one page at a time; what each shows and what it is sorted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.ledger_tables import disputes, ledger_movements
from payments.store.reconciliation_tables import differences, reconciliations
from payments.store.refunds import SHOWN
from payments.store.storage_tables import invoices, storage_plans
from payments.store.tables import payments, refunds

COUNTED_AT_MOST = 10_000


@dataclass(frozen=True)
class Listed:
    """One kind of thing that staff list."""

    name: str
    question: sql.Select[Any]
    since: sql.Column[datetime]
    """What it is sorted by."""
    id: sql.Column[UUID]


REFUNDS = Listed("refunds", sql.select(*SHOWN).join_from(refunds, payments), refunds.c.created_at, refunds.c.id)


PAYMENTS = Listed("payments", sql.select(payments), payments.c.created_at, payments.c.id)
DISPUTES = Listed(
    "disputes",
    sql.select(disputes, payments.c.booking_number, payments.c.customer_name).select_from(disputes.outerjoin(payments)),
    disputes.c.created_at,
    disputes.c.id,
)
LEDGER = Listed("ledger", sql.select(ledger_movements), ledger_movements.c.occurred_at, ledger_movements.c.id)
RECONCILIATIONS = Listed(
    "reconciliations", sql.select(reconciliations), reconciliations.c.finished_at, reconciliations.c.id
)
INVOICES = Listed(
    "invoices",
    sql.select(invoices, storage_plans.c.booking_number).select_from(
        invoices.join(storage_plans, invoices.c.booking_id == storage_plans.c.booking_id)
    ),
    invoices.c.created_at,
    invoices.c.id,
)
DIFFERENCES = Listed("differences", sql.select(differences), differences.c.first_seen_at, differences.c.id)


async def list_rows(
    connection: AsyncConnection,
    listed: Listed,
    conditions: Sequence[Any],
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Any]:
    """Up to `limit` rows that meet `conditions`, older than the row `after`."""
    key = sql.tuple_(listed.since, listed.id)
    older = [key < sql.tuple_(*map(sql.literal, after))] if after else []
    question = listed.question.where(*conditions, *older)
    ordered = question.order_by(listed.since.desc(), listed.id.desc()).limit(limit)
    rows: Sequence[Any] = (await connection.execute(ordered)).all()
    return rows


async def count_rows(connection: AsyncConnection, listed: Listed, conditions: Sequence[Any]) -> int:
    """How many meet `conditions`; counting ends at 10 000."""
    found = (
        listed.question.with_only_columns(listed.id, maintain_column_froms=True)
        .where(*conditions)
        .limit(COUNTED_AT_MOST)
        .subquery()
    )
    return int((await connection.execute(sql.select(sql.func.count()).select_from(found))).scalar_one())
