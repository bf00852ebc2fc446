"""Booking: validate, redeem the price, then take the place and write the booking in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Refusal
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from totetaxi.pricing.v1.price_pb2 import PriceRequest, Quote

from booking.actions.place_booking import Terms, place_booking, replayed
from booking.domain.checkout import payment_deadline
from booking.domain.lifecycle import Status
from booking.domain.order import Order, checked_order
from booking.domain.quote import key_of_booking, key_of_claim
from booking.prices import Redemption, give_back, redeem
from booking.store import idempotency
from booking.store.bookings import BookingRecord
from booking.store.idempotency import IN_FLIGHT, Claim

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing


@dataclass(frozen=True, slots=True)
class Wish:
    """One request to book, as it came through the door."""

    booking_id: UUID
    order: Order
    request: PriceRequest
    quote_id: str
    """Empty without a held price."""
    customer_id: UUID | None
    """None for guests."""
    guest_session: str
    claim: Claim | None
    """The client's idempotency key, if it sent one."""
    actor: str
    """Who books, as the history names them."""
    waiting_token: str = ""
    """Of an offer of the waiting list, which keeps the place; empty without one."""


async def create_booking(
    database: Database, pricing: Pricing, wish: Wish, terms: Terms, now: datetime
) -> CreateGuestBookingResponse:
    """Validates, redeems and books; or answers as it did before when the client's key is known.

    Raises Invalid for a wrong request, Conflict when there is no place, the quote is over or used, or the same key is
    still being worked on, Unavailable while pricing is away.
    """
    earlier = await earlier_answer(database, wish.claim)
    if earlier:
        return earlier
    order = checked_order(wish.order, now)
    redemption = redemption_of(wish, order)
    quote = await redeem(pricing, redemption)
    record = new_record(wish, order, redemption.request, quote, terms, now)
    try:
        return await place_booking(
            database, record, wish.claim, terms, now, actor=wish.actor, waiting_token=wish.waiting_token
        )
    except Refusal as refusal:
        if refusal.slug != IN_FLIGHT:  # whoever works on it has redeemed the same price
            await give_back(pricing, quote.quote_id, redemption.key)
        raise


async def earlier_answer(database: Database, claim: Claim | None) -> CreateGuestBookingResponse | None:
    """What was answered under this key before. Raises the refusal it was answered with."""
    if claim is None:
        return None
    async with database.reading() as connection:
        return replayed(await idempotency.find_answer(connection, claim))


def redemption_of(wish: Wish, order: Order) -> Redemption:
    """The price that the booking shall have."""
    claim = wish.claim
    key = key_of_claim(claim.scope, claim.key, claim.request_hash) if claim else key_of_booking(wish.booking_id)
    request = with_zip_codes(wish.request, order)
    return Redemption(key, wish.quote_id, request, str(wish.customer_id or ""), order.contact.email)


def with_zip_codes(request: PriceRequest, order: Order) -> PriceRequest:
    """The request for a price, with geography taken from the addresses."""
    asked = PriceRequest()
    asked.CopyFrom(request)
    asked.pickup_zip_code = order.pickup_address.zip_code
    asked.delivery_zip_code = order.delivery_address.zip_code
    return asked


def new_record(
    wish: Wish, order: Order, request: PriceRequest, quote: Quote, terms: Terms, now: datetime
) -> BookingRecord:
    """The booking to be, still without a number."""
    return BookingRecord(
        id=wish.booking_id,
        number="",
        status=Status.PENDING,
        contact=order.contact,
        language=order.language,
        request=request,
        price=quote.price,
        pickup_date=order.pickup_date,
        pickup_window=order.pickup_window,
        pickup_address=order.pickup_address,
        delivery_address=order.delivery_address,
        special_instructions=order.special_instructions,
        service_type=order.service_type,
        quote_id=quote.quote_id,
        customer_id=wish.customer_id,
        guest_session=wish.guest_session,
        created_at=now,
        updated_at=now,
        expires_at=payment_deadline(now, terms.payment_minutes),
        version=1,
    )
