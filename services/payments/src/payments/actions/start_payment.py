"""Start a payment: one live intent for a booking, for the amount that booking says is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Conflict
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1.booking_service_pb2 import GetAmountDueRequest, GetAmountDueResponse

from payments.store import customers
from payments.store import payments as store
from payments.stripe_client import StripeAccount

if TYPE_CHECKING:
    from totetaxi.booking.v1.booking_service_pb2_grpc import BookingServiceAsyncStub

PAYABLE = (booking_pb2.BOOKING_STATUS_PENDING, booking_pb2.BOOKING_STATUS_CONFIRMED)
OVER = {
    booking_pb2.BOOKING_STATUS_EXPIRED: (
        "booking_expired",
        "was not paid in time, and its place is free again; book again",
    ),
    booking_pb2.BOOKING_STATUS_CANCELLED: ("booking_cancelled", "is cancelled; book again"),
}


@dataclass(frozen=True)
class Started:
    """A payment, and the intent behind it."""

    payment: Any
    client_secret: str


async def start_payment(
    database: Database,
    booking: BookingServiceAsyncStub,
    stripe: StripeAccount,
    payment_id: UUID,
    booking_id: UUID,
    now: datetime,
) -> Started:
    """The live payment of a booking and its intent; asking again, or at the same moment, gives the same one.

    Raises NotFound, Conflict when the booking can't be paid any more, Unavailable when booking or Stripe is away.
    """
    due: GetAmountDueResponse = await booking.GetAmountDue(GetAmountDueRequest(booking_id=str(booking_id)))
    refuse_unpayable(due)
    payment = await claim_payment(database, payment_id, due, now)
    if payment.stripe_payment_intent_id:
        intent = await stripe.retrieve_intent(payment.stripe_payment_intent_id)
    else:
        intent = await stripe.create_intent(payment)
        async with database.transaction() as connection:
            await store.note_intent(connection, payment.id, intent["id"], now)
    async with database.reading() as connection:
        stored = await store.find_by_intent(connection, intent["id"])
    return Started(stored, intent["client_secret"])


def refuse_unpayable(due: GetAmountDueResponse) -> None:
    """Raises Conflict unless the booking waits for payment."""
    if due.status in PAYABLE:
        return
    slug, what = OVER.get(due.status, ("already_paid", "is paid already"))
    raise Conflict(slug, f"Booking {due.booking_number} {what}.", "booking_id")


async def claim_payment(database: Database, payment_id: UUID, due: GetAmountDueResponse, now: datetime) -> Any:
    """The booking's live payment, made if there is none. Raises Conflict when its money has come already."""
    booking_id = UUID(due.booking_id)
    async with database.transaction() as connection:
        latest = await store.find_latest(connection, booking_id)
        if latest and latest.status in {"succeeded", "refunded"}:
            raise Conflict("already_paid", f"Booking {due.booking_number} is paid already.", "booking_id")
        if await store.find_closed(connection, booking_id):
            raise Conflict("booking_expired", f"Booking {due.booking_number} can't be paid any more.", "booking_id")
        if due.customer_id:
            await customers.note_customer(connection, booking_id, UUID(due.customer_id))
        await store.add_payment(
            connection,
            id=payment_id,
            booking_id=booking_id,
            booking_number=due.booking_number,
            customer_name=due.customer_name,
            amount_cents=due.amount_cents,
            status="creating",
            created_at=now,
            updated_at=now,
        )
        live = await store.find_live(connection, booking_id)
        if live is None:
            raise Conflict("already_paid", f"Booking {due.booking_number} is paid already.", "booking_id")
        return live
