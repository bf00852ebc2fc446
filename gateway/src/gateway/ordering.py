"""Booking in one's account: what several services do for it, in an order that loses nothing.

The booking comes first and is whole by itself. What follows can be asked for again under the same key: the payment,
which a client needs to go on, and the addresses to keep, whose loss would spoil nobody's move.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

import grpc
import structlog
from chassis.refusal import Conflict, NotFound, Refusal, Unavailable
from totetaxi.booking.v1.booking_pb2 import Booking
from totetaxi.booking.v1.customer_booking_service_pb2 import CreateBookingRequest, CreateBookingResponse, RebookResponse
from totetaxi.identity.v1.account_pb2 import CustomerProfile, SavedAddress
from totetaxi.identity.v1.address_service_pb2 import (
    ADDRESS_PURPOSE_DELIVERY,
    ADDRESS_PURPOSE_PICKUP,
    AddressPurpose,
    AddressUse,
    BatchGetAddressesRequest,
    CreateAddressRequest,
    NoteAddressUseRequest,
)
from totetaxi.identity.v1.customer_service_pb2 import GetProfileRequest
from totetaxi.payments.v1.payments_service_pb2 import CreatePaymentIntentRequest

from gateway.dependencies import Surroundings
from gateway.routes.payments import STRIPE_DEADLINE_SECONDS
from gateway.schemas.customer_bookings import NewBooking, StartedPayment
from gateway.views import customer_bookings as view
from gateway.views.prices import price_request
from gateway.views.words import pickup_window_of

logger = structlog.get_logger()

Made: TypeAlias = CreateBookingResponse | RebookResponse

PURPOSES: tuple[tuple[str, AddressPurpose], ...] = (
    ("pickup", ADDRESS_PURPOSE_PICKUP),
    ("delivery", ADDRESS_PURPOSE_DELIVERY),
)


@dataclass(frozen=True)
class Account:
    """What identity knows of who books."""

    customer: CustomerProfile
    saved: dict[str, SavedAddress]
    """By id, of those that the booking names."""


async def account_of(sent: NewBooking, around: Surroundings) -> Account:
    """The profile and the saved addresses, asked at once. Raises NotFound, naming the address that is not kept."""
    wanted = {end: getattr(sent, f"{end}_address_id") for end, _ in PURPOSES}
    profile, saved = await asyncio.gather(
        around.upstreams.customers.GetProfile(GetProfileRequest()), saved_addresses(wanted, around)
    )
    return Account(profile.customer, saved)


async def saved_addresses(wanted: dict[str, UUID | None], around: Surroundings) -> dict[str, SavedAddress]:
    """The saved addresses that are named, by id. Raises NotFound."""
    ids = sorted({str(address_id) for address_id in wanted.values() if address_id})
    if not ids:
        return {}
    try:
        answer = await around.upstreams.addresses.BatchGetAddresses(BatchGetAddressesRequest(address_ids=ids))
    except NotFound as refusal:
        fields = [f"{end}_address_id" for end, address_id in wanted.items() if address_id]
        message = f"There is no such saved address: {' and '.join(fields)} must be of your own addresses."
        raise NotFound("address_not_found", message, fields[0]) from refusal
    return {each.id: each for each in answer.addresses}


def booking_request(sent: NewBooking, account: Account, key: str, language: str) -> CreateBookingRequest:
    """What booking is asked."""
    ends = {end: getattr(sent, f"{end}_address_id") for end, _ in PURPOSES}
    chosen = {
        end: view.chosen_address(account.saved.get(str(ends[end])), getattr(sent, f"new_{end}_address"))
        for end, _ in PURPOSES
    }
    window = (
        pickup_window_of(sent.pickup_time) if sent.pickup_time else account.customer.preferences.preferred_pickup_window
    )
    return CreateBookingRequest(
        contact=view.contact(account.customer, sent.phone),
        request=price_request(sent),
        pickup_window=window,
        pickup_address=chosen["pickup"],
        delivery_address=chosen["delivery"],
        special_instructions=sent.special_instructions,
        quote_id=sent.quote_id or "",
        waiting_token=sent.waiting_token or "",
        idempotency_key=key,
        language=language,
        booking_id=str(sent.booking_id) if sent.booking_id else "",
    )


async def book(sent: NewBooking, key: str, language: str, around: Surroundings) -> CreateBookingResponse:
    """Makes the booking, and keeps the addresses that shall be kept."""
    account = await account_of(sent, around)
    made = await around.upstreams.customer_bookings.CreateBooking(booking_request(sent, account, key, language))
    await keep_addresses(sent, made.booking, around)
    return made


async def start_payment(made: Made, around: Surroundings) -> StartedPayment | None:
    """The payment of a booking that has something to pay; None for one that has not, or was made before and is paid.

    Raises Unavailable, naming the booking: it is made, and its payment can be started by itself.
    """
    booking = made.booking
    if booking.price.total_cents == 0:
        return None
    asked = CreatePaymentIntentRequest(booking_id=booking.id, customer_email=booking.contact.email)
    try:
        answer = await around.upstreams.payments.CreatePaymentIntent(asked, deadline_seconds=STRIPE_DEADLINE_SECONDS)
    except Unavailable as refusal:
        done = f"Your booking {booking.booking_number} is made"
        message = f"{done}, but its payment can't be started right now; please try again in a moment."
        raise Unavailable("payment_not_started", message, retry_after_seconds=5) from refusal
    except Conflict:
        if made.is_replayed:  # a retry whose booking has been paid since, or is over: the first answer stands
            return None
        raise
    return view.started_payment(answer)


async def keep_addresses(sent: NewBooking, booking: Booking, around: Surroundings) -> None:
    """Keeps new addresses and counts the use of kept ones; what fails is logged, for the booking is made."""
    uses, keeping = [], []
    for end, purpose in PURPOSES:
        address_id = getattr(sent, f"{end}_address_id")
        if address_id is None and getattr(sent, f"save_{end}_address"):
            address_id = getattr(booking, f"{end}_address").id
            keeping.append(around.upstreams.addresses.CreateAddress(new_address(sent, booking, end)))
        if address_id is not None:
            uses.append(AddressUse(address_id=str(address_id), purpose=purpose))
    if keeping:
        await tolerant(keeping)
    if uses:
        await tolerant(
            [around.upstreams.addresses.NoteAddressUse(NoteAddressUseRequest(booking_id=booking.id, uses=uses))]
        )


def new_address(sent: NewBooking, booking: Booking, end: str) -> CreateAddressRequest:
    """An address to keep, under the booking's own id for it: asked twice, it is kept once."""
    address = getattr(booking, f"{end}_address")
    return CreateAddressRequest(
        address_id=address.id,
        nickname=getattr(sent, f"{end}_address_nickname"),
        address_line_1=address.address_line_1,
        address_line_2=address.address_line_2,
        city=address.city,
        state=address.state,
        zip_code=address.zip_code,
    )


async def tolerant(calls: Sequence[Awaitable[object]]) -> None:
    """Waits for calls that may fail without spoiling the booking."""
    for outcome in await asyncio.gather(*calls, return_exceptions=True):
        if isinstance(outcome, (Refusal, grpc.aio.AioRpcError)):
            logger.warning("an address was not kept", error=type(outcome).__name__)
        elif isinstance(outcome, BaseException):
            raise outcome
