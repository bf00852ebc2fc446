"""Requests to store, as our own values."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from chassis.identifiers import new_id
from totetaxi.booking.v1.staff_storage_service_pb2 import NewStorageItem, StartStorageRequest

from booking.actions.storage import Beginning, NewItem
from booking.domain.pickup import parsed_date
from booking.list_messages import optional_id
from booking.messages import contact_of
from booking.storage_messages import KIND_OF
from booking.store.idempotency import Claim
from booking.wishes import digest


def beginning_of(request: StartStorageRequest, actor: str) -> Beginning:
    """What staff want to start. Raises Invalid for a date that doesn't exist."""
    return Beginning(
        storage_id=new_id(),
        customer_id=optional_id(request.customer_id, "customer_id"),
        contact=contact_of(request.contact) if request.HasField("contact") else None,
        booking_id=optional_id(request.booking_id, "booking_id"),
        start_date=parsed_date(request.start_date, "start_date"),
        items=new_items(request.items),
        language=request.language,
        claim=claim_of(request, actor),
        actor=actor,
    )


def claim_of(request: StartStorageRequest, actor: str) -> Claim | None:
    """The client's key for a storage, and what it was sent with; None without a key."""
    if not request.idempotency_key:
        return None
    body = StartStorageRequest()
    body.CopyFrom(request)
    body.ClearField("idempotency_key")
    return Claim(f"storage:{actor}", request.idempotency_key, digest(body))


def new_items(items: Iterable[NewStorageItem]) -> list[NewItem]:
    """Things, under ids of the caller's or of ours."""
    return [NewItem(UUID(item.id) if item.id else new_id(), KIND_OF[item.kind], item.label.strip()) for item in items]
