"""Requests to book, from whichever door, as one wish."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from chassis.identifiers import new_id
from chassis.principal import Principal
from google.protobuf.message import Message
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingRequest
from totetaxi.booking.v1.customer_booking_service_pb2 import CreateBookingRequest, RebookRequest
from totetaxi.booking.v1.staff_booking_service_pb2 import CreateBookingForRequest

from booking.actions import GUEST, Wish
from booking.domain.order import Order
from booking.domain.pickup import parsed_date
from booking.messages import WINDOW_OF, address_of, contact_of, service_type_of
from booking.store.bookings import BookingRecord
from booking.store.idempotency import Claim

Request = TypeVar("Request", CreateGuestBookingRequest, CreateBookingRequest, RebookRequest)


def guest_wish(request: CreateGuestBookingRequest, principal: Principal) -> Wish:
    """What somebody wants who books without an account, or in the one they are signed in to."""
    session = request.guest_session
    scope = f"guest:{session}" if session else f"{principal.kind}:{principal.id}"
    body = CreateGuestBookingRequest()
    body.CopyFrom(request)
    body.ClearField("guest_session")
    return Wish(
        booking_id=new_id(),
        order=order_of(request),
        request=request.request,
        quote_id=request.quote_id,
        customer_id=UUID(principal.customer_id) if principal.customer_id else None,
        guest_session=session,
        claim=claim_of(body, request.idempotency_key, scope),
        actor=f"customer:{principal.customer_id}" if principal.customer_id else GUEST,
        waiting_token=request.waiting_token,
    )


def customer_wish(request: CreateBookingRequest, customer_id: UUID | None, actor: str) -> Wish:
    """What a customer wants; a client-made booking id is a key as well."""
    return Wish(
        booking_id=UUID(request.booking_id) if request.booking_id else new_id(),
        order=order_of(request),
        request=request.request,
        quote_id=request.quote_id,
        customer_id=customer_id,
        guest_session="",
        claim=claim_of(request, request.idempotency_key or request.booking_id, actor),
        actor=actor,
        waiting_token=request.waiting_token,
    )


def staff_wish(request: CreateBookingForRequest, customer_id: UUID | None, actor: str) -> Wish:
    """What staff want for somebody: the same key for another customer, or with other hours, is another request."""
    wish = customer_wish(request.booking, customer_id, actor)
    if wish.claim is None:
        return wish
    body = CreateBookingForRequest()
    body.CopyFrom(request)
    body.booking.ClearField("idempotency_key")
    return replace(wish, claim=replace(wish.claim, request_hash=digest(body)))


def rebook_wish(request: RebookRequest, earlier: BookingRecord, customer_id: UUID) -> Wish:
    """The same again on another day: without a held price, a code or credit, which were for then."""
    actor = f"customer:{customer_id}"
    has_words = request.HasField("special_instructions")
    order = Order(
        contact=earlier.contact,
        service_type=earlier.service_type,
        pickup_date=parsed_date(request.pickup_date, "pickup_date"),
        pickup_window=WINDOW_OF[request.pickup_window] if request.pickup_window else earlier.pickup_window,
        pickup_address=earlier.pickup_address,
        delivery_address=earlier.delivery_address,
        special_instructions=request.special_instructions if has_words else earlier.special_instructions,
        language=earlier.language,
    )
    asked = type(earlier.request)()
    asked.CopyFrom(earlier.request)
    asked.pickup_date = request.pickup_date
    asked.ClearField("promotion_code")
    asked.ClearField("use_credit")
    claim = claim_of(request, request.idempotency_key, actor)
    return Wish(new_id(), order, asked, "", customer_id, "", claim, actor)


def order_of(request: CreateGuestBookingRequest | CreateBookingRequest) -> Order:
    """The order in our own words. Raises Invalid for a date that doesn't exist."""
    return Order(
        contact=contact_of(request.contact),
        service_type=service_type_of(request.request.service_type),
        pickup_date=parsed_date(request.request.pickup_date, "pickup_date"),
        pickup_window=WINDOW_OF[request.pickup_window],
        pickup_address=address_of(request.pickup_address, str(new_id())),
        delivery_address=address_of(request.delivery_address, str(new_id())),
        special_instructions=request.special_instructions,
        language=request.language,
    )


def claim_of(request: Request, key: str, scope: str) -> Claim | None:
    """The client's key within `scope`, and what it was sent with; None without a key."""
    if not key:
        return None
    body = type(request)()
    body.CopyFrom(request)
    body.ClearField("idempotency_key")
    return Claim(scope, key, digest(body))


def digest(body: Message) -> bytes:
    """What a request said, in short."""
    return hashlib.sha256(body.SerializeToString(deterministic=True)).digest()
