"""Looking up what was said about a booking; when staff do, the audit log knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.principal import current_principal
from sqlalchemy.engine import RowMapping
from totetaxi.notifications.v1.events_pb2 import AuditRecorded

from notifications.store import messages


async def messages_about(database: Database, booking_id: UUID, now: datetime) -> Sequence[RowMapping]:
    """Every message about a booking, oldest first."""
    if current_principal().kind != "staff":
        async with database.reading() as connection:
            return await messages.list_about_booking(connection, booking_id)
    async with database.transaction() as connection:
        await record_act(connection, AuditRecorded, "booking.messages_viewed", ("booking", booking_id), now)
        return await messages.list_about_booking(connection, booking_id)
