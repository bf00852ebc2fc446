"""Following an erasure: every service reports, in any order and as often as it likes; the last report completes it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.announcements import say_erasure_completed
from identity.domain.erasure import Erasure, erasure_in, no_such_erasure
from identity.store import erasures


async def note_report(
    connection: AsyncConnection,
    event: tuple[UUID, UUID],
    service: str,
    completed_at: datetime,
    kept: str,
    now: datetime,
) -> None:
    """A service has done its part of an erasure (`event` is its id and the customer's); the last one completes it.

    On the listener's transaction. Raises NotFound for an erasure that there is not: somebody must look.
    """
    erasure_id, customer_id = event
    recipient = await erasures.lock_recipient(connection, erasure_id)
    await erasures.save_report(connection, erasure_id, service, completed_at, kept)
    if recipient is None or await erasures.count_open_reports(connection, erasure_id):
        return
    await say_erasure_completed(connection, erasure_id, customer_id, recipient, now)
    await erasures.save_completed(connection, erasure_id, now)


async def note_waiting(connection: AsyncConnection, erasure_id: UUID, service: str, until: date) -> None:
    """A service must wait until a day. On the listener's transaction. Raises NotFound."""
    await erasures.lock_recipient(connection, erasure_id)
    await erasures.save_waiting(connection, erasure_id, service, until)


async def erasure_of_token(database: Database, encryption_key: bytes, token: str) -> Erasure:
    """How far the erasure of a token has come. Raises NotFound."""
    erasure_id = erasure_in(encryption_key, token)
    async with database.reading() as connection:
        found = await erasures.find_erasure(connection, erasures.with_id(erasure_id))
    if found is None:
        raise no_such_erasure()
    return found
