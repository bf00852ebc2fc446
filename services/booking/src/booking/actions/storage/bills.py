"""Hearing how a storage's bills stand: paid, failed, given up; in any order, and more than once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import InvoiceFailed, InvoicePaid, StorageSuspended

from booking.actions.storage.say import note
from booking.domain.storage import InvoiceState, is_further, standing_of
from booking.store import storage_contents, storages

PAYMENTS = "payments"

Bill = InvoicePaid | InvoiceFailed | StorageSuspended


async def hear_paid(connection: AsyncConnection, event: InvoicePaid, now: datetime) -> None:
    """A month is paid. Raises NotFound for a storage that we don't know: staff must see that."""
    await hear(connection, event, InvoiceState.PAID, now)


async def hear_failed(connection: AsyncConnection, event: InvoiceFailed, now: datetime) -> None:
    """A month could not be charged, and is tried again. Raises NotFound."""
    await hear(connection, event, InvoiceState.FAILED, now)


async def hear_suspended(connection: AsyncConnection, event: StorageSuspended, now: datetime) -> None:
    """The last try failed. Raises NotFound."""
    await hear(connection, event, InvoiceState.GIVEN_UP, now)


async def hear(connection: AsyncConnection, event: Bill, said: InvoiceState, now: datetime) -> None:
    """Keeps what is news, and how all bills together stand then."""
    record = await storages.lock_storage(connection, UUID(event.booking_id))
    bills = await storage_contents.find_invoices(connection, record.id)
    invoice_id = UUID(event.invoice_id)
    if not is_further(bills.get(invoice_id), said):
        return
    await storage_contents.save_invoice(connection, record.id, invoice_id, said, event.amount_cents)
    standing = standing_of({**bills, invoice_id: said}.values())
    if standing is not record.standing:
        changed = await storages.save(connection, replace(record, standing=standing), now)
        await note(connection, changed, PAYMENTS, f"bills are {standing}", now)
