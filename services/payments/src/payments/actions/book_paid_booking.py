"""Book a paid booking: its money becomes revenue, by service, as its price says."""

from __future__ import annotations

from datetime import UTC
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.pricing.v1.catalog_pb2 import ServiceType
from totetaxi.pricing.v1.price_pb2 import Price

from payments.actions.keep_books import book_sale
from payments.domain.ledger import Sale
from payments.messages import uuid_or_none, word_of
from payments.store import ledger as store
from payments.store.addressees import addressee_of_summary, note_addressee

LINE_KIND_TAX: Final = 8
LINE_KIND_CREDIT: Final = 10


async def book_paid_booking(connection: AsyncConnection, event: BookingPaid) -> None:
    """Books the sale and remembers the booking for reports."""
    booking = event.booking
    booking_id = UUID(booking.id)
    await note_addressee(connection, booking_id, addressee_of_summary(booking))
    service_type = word_of(ServiceType, booking.request.service_type)
    paid_at = event.paid_at.ToDatetime(tzinfo=UTC)
    sale = sale_of(booking.price, event.amount_cents)
    await store.add_paid_booking(
        connection,
        booking_id,
        booking_number=booking.booking_number,
        customer_id=booking.customer_id,
        service_type=service_type,
        total_cents=event.amount_cents,
        paid_at=paid_at,
    )
    payment_id = uuid_or_none(event.payment_id, "payment_id")
    await book_sale(connection, booking_id, payment_id, service_type, sale, paid_at)


def sale_of(price: Price, amount_cents: int) -> Sale:
    """What was sold for `amount_cents`; tax and the customer's credit are lines of the price."""
    by_kind: dict[int, int] = {}
    for line in price.lines:
        by_kind[line.kind] = by_kind.get(line.kind, 0) + line.amount_cents
    return Sale(
        total_cents=amount_cents,
        organizing_cents=price.organizing_cents,
        tax_cents=by_kind.get(LINE_KIND_TAX, 0),
        credit_cents=-by_kind.get(LINE_KIND_CREDIT, 0),
    )
