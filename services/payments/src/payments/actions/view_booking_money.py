"""View a booking's money: all its payments and what became of them, and the note that somebody looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database

from payments.actions.view_payment import MOST
from payments.audit import record
from payments.store.ledger_tables import disputes
from payments.store.lists import DISPUTES, PAYMENTS, REFUNDS, list_rows
from payments.store.tables import payments, refunds


@dataclass(frozen=True)
class BookingMoney:
    """What was paid, given back and disputed, newest first."""

    payments: Sequence[Any]
    refunds: Sequence[Any]
    disputes: Sequence[Any]


async def view_booking_money(database: Database, booking_id: UUID, now: datetime) -> BookingMoney:
    """All of one booking; empty for one that nobody ever tried to pay."""
    async with database.transaction() as connection:
        paid = await list_rows(connection, PAYMENTS, [payments.c.booking_id == booking_id], None, MOST)
        ids = [payment.id for payment in paid]
        went_back = await list_rows(connection, REFUNDS, [refunds.c.payment_id.in_(ids)], None, MOST)
        disputed = await list_rows(connection, DISPUTES, [disputes.c.payment_id.in_(ids)], None, MOST)
        await record(connection, "booking_payments.viewed", ("booking", booking_id), now)
    return BookingMoney(paid, went_back, disputed)
