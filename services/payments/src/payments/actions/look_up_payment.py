"""Look up a payment: for whoever asks, and into the audit log when it is staff, because it shows who paid."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.principal import current_principal
from totetaxi.payments.v1.events_pb2 import AuditRecorded

from payments.store import payments as store


async def look_up_payment(database: Database, booking_id: UUID, now: datetime) -> Any | None:
    """The latest payment of a booking."""
    if current_principal().kind != "staff":
        async with database.reading() as connection:
            return await store.find_latest(connection, booking_id)
    async with database.transaction() as connection:
        payment = await store.find_latest(connection, booking_id)
        if payment:
            await record_act(connection, AuditRecorded, "payment.viewed", ("payment", payment.id), now)
        return payment
