"""View a payment: all that became of it, and the note in the audit log that somebody looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.refusal import NotFound

from payments.audit import record
from payments.store.ledger_tables import disputes
from payments.store.lists import DISPUTES, PAYMENTS, REFUNDS, list_rows
from payments.store.tables import payments, refunds

MOST = 100


@dataclass(frozen=True)
class Seen:
    """A payment with its refunds and disputes, newest first."""

    payment: Any
    refunds: Sequence[Any]
    disputes: Sequence[Any]


async def view_payment(database: Database, payment_id: UUID, now: datetime) -> Seen:
    """One payment. Raises NotFound."""
    async with database.transaction() as connection:
        found = await list_rows(connection, PAYMENTS, [payments.c.id == payment_id], None, 1)
        if not found:
            raise NotFound("payment_not_found", "There is no such payment.", "payment_id")
        went_back = await list_rows(connection, REFUNDS, [refunds.c.payment_id == payment_id], None, MOST)
        disputed = await list_rows(connection, DISPUTES, [disputes.c.payment_id == payment_id], None, MOST)
        await record(connection, "payment.viewed", ("payment", payment_id), now)
    return Seen(found[0], went_back, disputed)
