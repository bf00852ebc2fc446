"""What bookings mean to prices: days fill up, quotes are used for good, codes and credit come back, credit is earned.

Each event may come late, twice and in any order: every function notes what the event tells and then makes things be
as they are by then. The order of locks is booking, quote, credit, promotion.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import structlog
from chassis.identifiers import new_id
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.booking.v1.events_pb2 import BookingCreated, BookingPaid

from pricing.actions.quote_ids import stored_id
from pricing.actions.spend import give_back, take
from pricing.domain.credit import earned_cents
from pricing.domain.document import catalog_of
from pricing.store import booked, credit, quotes, versions
from pricing.store.booked import Booked
from pricing.store.credit import Movement
from pricing.store.customers import Customer, digest_of

logger = structlog.get_logger()


async def confirm_quote(connection: AsyncConnection, event: BookingCreated, now: datetime) -> None:
    """The booking is there: its quote is used for good, and what it takes is taken, were it over a limit."""
    is_over = await note(connection, event.booking)
    booking_id, quote_id = UUID(event.booking.id), stored_id(event.quote_id)
    if quote_id is None:
        return
    record = await quotes.lock_quote(connection, quote_id)
    if record is None or record.booking_id not in {None, booking_id}:
        logger.error("a booking names a quote that it can't have", booking_id=str(booking_id), quote_id=str(quote_id))
        return
    used = replace(record, booking_id=booking_id, used_at=record.used_at or now)
    await quotes.save_use(connection, used)
    if is_over:
        await give_back(connection, used, now)
    else:
        await take(connection, used, now, is_owed=True)


async def return_what_it_took(connection: AsyncConnection, booking: BookingSummary, now: datetime) -> None:
    """The booking is over: its code and credit come back, and what it earned goes. Its quote stays used."""
    await note(connection, booking, is_over=True)
    record = await quotes.lock_quote_of(connection, UUID(booking.id))
    await revoke(connection, booking, now)
    if record is not None:
        await give_back(connection, record, now)


async def note(connection: AsyncConnection, booking: BookingSummary, *, is_over: bool = False) -> bool:
    """Notes what an event tells of a booking, and locks it; whether it is over by now."""
    customer = Customer(booking.customer_id, digest_of(booking.contact.email))
    day = date.fromisoformat(booking.request.pickup_date)
    return await booked.note(connection, Booked(UUID(booking.id), day, booking.version, is_over, customer))


async def earn(connection: AsyncConnection, event: BookingPaid, now: datetime) -> None:
    """A customer's booking was paid: it earns credit, once, at the rate of the catalogue that priced it."""
    booking = event.booking
    is_over = await note(connection, booking)
    if is_over or not booking.customer_id:
        return
    rate = await credit_rate(connection, booking.price.catalog_version)
    cents = earned_cents(booking.price.base_cents, event.amount_cents, rate)
    if not cents:
        return
    await credit.lock_balance(connection, booking.customer_id)
    if await credit.list_of_booking(connection, UUID(booking.id)):
        return
    movement = Movement(new_id(), booking.customer_id, cents, "earned", now, booking_id=UUID(booking.id))
    await credit.move(connection, movement)


async def revoke(connection: AsyncConnection, booking: BookingSummary, now: datetime) -> None:
    """Takes back what a booking earned, as far as it isn't spent; once, and 0 cents where all of it is."""
    movements = {movement.cause: movement for movement in await credit.list_of_booking(connection, UUID(booking.id))}
    earned = movements.get("earned")
    if earned is None or "revoked" in movements:
        return
    left = await credit.lock_balance(connection, earned.customer_id)
    cents = min(earned.amount_cents, left)
    movement = Movement(new_id(), earned.customer_id, -cents, "revoked", now, booking_id=UUID(booking.id))
    await credit.move(connection, movement)


async def credit_rate(connection: AsyncConnection, catalog_number: int) -> int:
    """Basis points of a paid base that a catalogue version gives as credit; 0 for a version that never was."""
    content = await versions.find_content(connection, catalog_number)
    return catalog_of(content).credit_earned_basis_points if content else 0
