"""Requests for quotes, from whichever door, as our own values."""

from __future__ import annotations

from uuid import UUID

from chassis.identifiers import new_id
from chassis.principal import Principal
from totetaxi.booking.v1.custom_quote_pb2 import QuoteWish as WishMessage
from totetaxi.booking.v1.quote_service_pb2 import RequestQuoteRequest
from totetaxi.booking.v1.staff_quote_service_pb2 import OpenQuoteForRequest

from booking.actions.custom_quote import Asking
from booking.custom_quote_messages import wish_of
from booking.domain.storage import Direction
from booking.list_messages import optional_id
from booking.storage_messages import DIRECTION_OF
from booking.store.idempotency import Claim
from booking.wishes import digest


def asking_of(request: RequestQuoteRequest, principal: Principal) -> Asking:
    """What anybody asks for; a customer's key is theirs, a visitor's is that email's. Raises Invalid."""
    email = request.wish.contact.email.strip().casefold()
    customer = principal.customer_id
    scope = f"quote:customer:{customer}" if customer else f"quote:visitor:{email}"
    actor = f"customer:{customer}" if customer else "visitor"
    return asking(request.wish, UUID(customer) if customer else None, request.idempotency_key, scope, actor)


def staff_asking_of(request: OpenQuoteForRequest, actor: str) -> Asking:
    """What staff ask for somebody. Raises Invalid."""
    customer_id = optional_id(request.customer_id, "customer_id")
    scope = f"quote:{actor}:{customer_id or ''}"
    return asking(request.wish, customer_id, request.idempotency_key, scope, actor)


def asking(wish: WishMessage, customer_id: UUID | None, key: str, scope: str, actor: str) -> Asking:
    """The request, under ids of ours."""
    return Asking(
        quote_id=new_id(),
        wish=wish_of(wish, (str(new_id()), str(new_id()))),
        customer_id=customer_id,
        storage_id=optional_id(wish.storage_id, "storage_id"),
        storage_direction=DIRECTION_OF.get(wish.storage_direction, Direction.PICKUP),
        claim=Claim(scope, key, digest(wish)) if key else None,
        actor=actor,
    )
