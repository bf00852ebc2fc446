"""Whom mails about a booking's money go to: kept from what booking says, told in the events that become mails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.booking.v1.booking_service_pb2 import GetAmountDueResponse
from totetaxi.payments.v1.addressee_pb2 import Addressee

from payments.store.addressee_tables import addressees

NOBODY = {"booking_number": "", "name": "", "email": "", "language": ""}


async def note_addressee(connection: AsyncConnection, booking_id: UUID, newest: Addressee) -> None:
    """Remembers who it is now; who asked to be forgotten stays forgotten."""
    row = insert(addressees).values(
        booking_id=booking_id,
        booking_number=newest.booking_number,
        name=newest.name,
        email=newest.email,
        language=newest.language,
    )
    newer = {name: row.excluded[name] for name in NOBODY}
    unless_erased = addressees.c.erased_at.is_(None)
    await connection.execute(row.on_conflict_do_update(index_elements=["booking_id"], set_=newer, where=unless_erased))


async def find_addressee(connection: AsyncConnection, booking_id: UUID) -> Addressee | None:
    """Whom to tell; None when nobody is known, or they are forgotten."""
    question = sql.select(addressees).where(addressees.c.booking_id == booking_id, addressees.c.erased_at.is_(None))
    row = (await connection.execute(question)).first()
    if row is None:
        return None
    return Addressee(booking_number=row.booking_number, name=row.name, email=row.email, language=row.language)


async def list_emails(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Where we write about these bookings, for their customer's export."""
    question = sql.select(addressees.c.booking_id, addressees.c.email).where(addressees.c.booking_id.in_(booking_ids))
    return {row.booking_id: row.email for row in await connection.execute(question)}


async def erase_addressees(connection: AsyncConnection, booking_ids: Sequence[UUID], now: datetime) -> None:
    """Forgets who it was, and remembers that nobody may be told of these bookings again."""
    if not booking_ids:
        return
    row = insert(addressees).values([{"booking_id": each, **NOBODY, "erased_at": now} for each in booking_ids])
    erased = {**NOBODY, "erased_at": now}
    await connection.execute(row.on_conflict_do_update(index_elements=["booking_id"], set_=erased))


def addressee_of_due(due: GetAmountDueResponse) -> Addressee:
    """Who owes what is due."""
    return Addressee(
        booking_number=due.booking_number, name=due.customer_name, email=due.customer_email, language=due.language
    )


def addressee_of_summary(booking: BookingSummary) -> Addressee:
    """Whose booking it is."""
    name = f"{booking.contact.first_name} {booking.contact.last_name}".strip()
    return Addressee(
        booking_number=booking.booking_number, name=name, email=booking.contact.email, language=booking.language
    )
