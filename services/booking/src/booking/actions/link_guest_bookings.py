"""Hearing that an email is a customer's own: what was booked with it before, without an account, joins the account."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from chassis.outbox import Saying, say_all
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingLinked

from booking.messages import summary, timestamp
from booking.store import bookings, privacy
from booking.store.bookings import BookingRecord, HistoryEntry

IDENTITY = "identity"


async def link_guest_bookings(
    connection: AsyncConnection, customer_id: UUID, email: str, verified_at: datetime, now: datetime
) -> int:
    """Puts past guest bookings with `email` into the account, on the listener's transaction; returns how many.

    What is booked with it later joins by itself. Does nothing for a customer who has asked to be forgotten since.
    """
    await privacy.lock_customer(connection, customer_id)
    if await privacy.find_erasure(connection, customer_id):
        return 0
    await privacy.save_verified(connection, customer_id, email, verified_at)
    found = await privacy.lock_guest_bookings(connection, email)
    await privacy.link(connection, [record.id for record in found], customer_id, now)
    await bookings.add_histories(connection, [entry_of(record, now) for record in found])
    await say_all(connection, [saying_of(record, customer_id, now) for record in found])
    return len(found)


def entry_of(record: BookingRecord, now: datetime) -> HistoryEntry:
    """A booking has an account now, in its history."""
    return HistoryEntry(record.id, record.status, record.status, IDENTITY, now, "joined the account of its email")


def saying_of(record: BookingRecord, customer_id: UUID, now: datetime) -> Saying:
    """The same as an event."""
    linked = replace(record, customer_id=customer_id, version=record.version + 1)
    event = BookingLinked(booking=summary(linked), linked_at=timestamp(now))
    return Saying(event, linked.id, linked.version)
