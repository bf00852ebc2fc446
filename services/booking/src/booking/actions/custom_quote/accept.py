"""Accepting a quote by its link: it becomes a booking that keeps its lines for ever and waits for payment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Refusal
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import QuoteAccepted
from totetaxi.pricing.v1.price_pb2 import PriceRequest
from totetaxi.pricing.v1.price_pb2 import Quote as HeldPrice

from booking.actions.create_booking import Wish, new_record, with_zip_codes
from booking.actions.custom_quote.look import QuoteView, open_by_link, view_of
from booking.actions.place_booking import Placing, Terms, book
from booking.custom_quote_messages import quote_summary, service_type_name
from booking.domain.booking_number import new_booking_number
from booking.domain.custom_quote import QuoteStatus, hash_of, minutes_to_pay, must_be_open, status_at
from booking.domain.pickup import must_be_bookable
from booking.messages import timestamp
from booking.prices import Redemption, give_back, redeem
from booking.store import company_things, custom_quotes, storage_contents
from booking.store.bookings import BookingRecord
from booking.store.custom_quotes import CustomQuoteRecord, VersionRecord

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

LINK_HOLDER = "quote-link"
"""Who books, as the history names whoever had the link."""


async def accept_quote(
    database: Database, pricing: Pricing, token: str, booking_id: UUID, terms: Terms, now: datetime
) -> QuoteView:
    """The quote with its booking; accepting twice is accepting once.

    Raises NotFound for a link that leads nowhere, Conflict when its time is over, it was declined or the day is full.
    """
    seen = await open_by_link(database, token, now)
    if seen.record.status is QuoteStatus.ACCEPTED:
        return seen
    must_be_open(seen.record.status)
    must_be_bookable(seen.record.order.pickup_date, seen.record.order.pickup_window, now)
    version, wish = seen.versions[-1], wish_of(seen.record, seen.versions[-1], booking_id)
    redemption = redemption_of(seen.record, version, wish)
    held = await redeem(pricing, redemption)
    try:
        async with database.transaction() as connection:
            return await accept(connection, token, wish, held, terms, now)
    except Refusal:
        await give_back(pricing, held.quote_id, redemption.key)
        raise


def wish_of(record: CustomQuoteRecord, version: VersionRecord, booking_id: UUID) -> Wish:
    """The quote as a wish to book it."""
    order = record.order
    request = PriceRequest(
        service_type=service_type_name(order.service_type), pickup_date=order.pickup_date.isoformat()
    )
    return Wish(
        booking_id=booking_id,
        order=order,
        request=with_zip_codes(request, order),
        quote_id=version.pricing_quote_id,
        customer_id=record.customer_id,
        guest_session="",
        claim=None,
        actor=LINK_HOLDER,
    )


def redemption_of(record: CustomQuoteRecord, version: VersionRecord, wish: Wish) -> Redemption:
    """The price that the booking shall have: the same for every try to accept this version."""
    key = f"custom-quote:{record.id}:{version.number}"
    return Redemption(key, wish.quote_id, wish.request, str(record.customer_id or ""), record.order.contact.email)


async def accept(
    connection: AsyncConnection, token: str, wish: Wish, held: HeldPrice, terms: Terms, now: datetime
) -> QuoteView:
    """Books it and says so; does nothing where somebody was faster. Raises NotFound, Conflict."""
    found = await custom_quotes.find_by_hash(connection, hash_of(token))
    record = await custom_quotes.lock_quote(connection, found.id)
    if record.status is QuoteStatus.ACCEPTED:
        return await view_of(connection, record)
    must_be_open(status_at(record.status, record.valid_until, now))
    payable = replace(terms, payment_minutes=minutes_to_pay(wish.order, terms.payment_minutes, now))
    planned = new_record(wish, wish.order, wish.request, held, payable, now)
    booked = await book(connection, planned, Placing(payable, now, new_booking_number, wish.actor))
    if record.storage_id:
        await storage_contents.add_leg(connection, record.storage_id, booked.id, record.storage_direction)
    company_id = await company_things.company_of_quote(connection, record.id)
    if company_id:
        await company_things.link_booking(connection, company_id, booked)
    accepted = await custom_quotes.save(connection, accepted_as(record, booked, now), now)
    view = await view_of(connection, accepted)
    event = QuoteAccepted(
        quote=quote_summary(accepted, view.versions[-1]),
        booking_id=str(booked.id),
        booking_number=booked.number,
        accepted_at=timestamp(now),
    )
    await say(connection, event, accepted.id, accepted.version)
    return view


def accepted_as(record: CustomQuoteRecord, booked: BookingRecord, now: datetime) -> CustomQuoteRecord:
    """The quote once it is a booking, which owes its customer a payment link."""
    return replace(record, status=QuoteStatus.ACCEPTED, booking_id=booked.id, link_due_at=now)
