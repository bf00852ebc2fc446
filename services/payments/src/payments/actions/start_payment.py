"""Start a payment: one live intent for a booking, for the amount that booking says is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.identifiers import new_id
from chassis.money import format_dollars
from chassis.refusal import Conflict
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1.booking_service_pb2 import GetAmountDueRequest, GetAmountDueResponse

from payments.actions.adjust_intent import Terms, adjust_intent
from payments.actions.ensure_customer import ensure_customer
from payments.audit import record
from payments.desk import Desk
from payments.domain.fact import id_of
from payments.store import customer_bookings
from payments.store import payments as store
from payments.store.addressees import addressee_of_due, note_addressee
from payments.stripe_account.calls import away

LEAST_CHARGE_CENTS = 50
"""The smallest amount that a card can be charged (docs.stripe.com/currencies, minimum charge amounts, USD)."""

PAYABLE = (booking_pb2.BOOKING_STATUS_PENDING, booking_pb2.BOOKING_STATUS_CONFIRMED)
OVER = {
    booking_pb2.BOOKING_STATUS_EXPIRED: (
        "booking_expired",
        "was not paid in time, and its place is free again; book again",
    ),
    booking_pb2.BOOKING_STATUS_CANCELLED: ("booking_cancelled", "is cancelled; book again"),
}


@dataclass(frozen=True)
class Payer:
    """Who pays, as far as it matters to Stripe: a signed-in customer, or nobody in particular."""

    customer_id: UUID | None = None
    save_card: bool = False


@dataclass(frozen=True)
class Started:
    """A payment, and the intent behind it."""

    payment: Any
    client_secret: str
    latest_charge_id: str
    """The last try's; empty before the first."""


async def start_payment(desk: Desk, payment_id: UUID, booking_id: UUID, payer: Payer, now: datetime) -> Started:
    """The live payment of a booking and its intent; asking again, or at the same moment, gives the same one.

    Raises NotFound, Conflict when the booking can't be paid any more, Unavailable when booking or Stripe is away.
    """
    due: GetAmountDueResponse = await desk.booking.GetAmountDue(GetAmountDueRequest(booking_id=str(booking_id)))
    refuse_unpayable(due)
    terms = Terms(due.amount_cents, await customer_at_stripe(desk, due, payer, now), payer.save_card)
    intent = await intent_on(desk, payment_id, due, terms, now)
    if intent is None:
        intent = await intent_on(desk, new_id(), due, terms, now)
    if intent is None:
        raise away()
    async with desk.database.reading() as connection:
        stored = await store.find_by_intent(connection, intent["id"])
    return Started(stored, intent["client_secret"], id_of(intent.get("latest_charge")))


async def intent_on(
    desk: Desk, payment_id: UUID, due: GetAmountDueResponse, terms: Terms, now: datetime
) -> dict[str, Any] | None:
    """The intent of the live payment, on these terms; None when it can't be had on them, and made way for another."""
    payment = await claim_payment(desk, payment_id, due, terms, now)
    return await adjust_intent(desk, payment, await intent_of(desk, payment, now), terms, now)


def refuse_unpayable(due: GetAmountDueResponse) -> None:
    """Raises Conflict unless the booking waits for a payment that a card can be charged."""
    if due.status not in PAYABLE:
        slug, what = OVER.get(due.status, ("already_paid", "is paid already"))
        raise Conflict(slug, f"Booking {due.booking_number} {what}.", "booking_id")
    if due.amount_cents >= LEAST_CHARGE_CENTS:
        return
    owed, least = format_dollars(due.amount_cents), format_dollars(LEAST_CHARGE_CENTS)
    message = f"Booking {due.booking_number} owes {owed}, and no card can be charged less than {least}; please call us."
    raise Conflict("amount_too_small", message, "booking_id")


async def customer_at_stripe(desk: Desk, due: GetAmountDueResponse, payer: Payer, now: datetime) -> str:
    """Stripe's id of the signed-in customer whose booking it is; empty for anybody else."""
    if payer.customer_id is None or due.customer_id != str(payer.customer_id):
        return ""
    return await ensure_customer(desk.database, desk.stripe, payer.customer_id, now)


async def intent_of(desk: Desk, payment: Any, now: datetime) -> dict[str, Any]:
    """The payment's intent, made if there is none."""
    if payment.stripe_payment_intent_id:
        return await desk.stripe.retrieve_intent(payment.stripe_payment_intent_id)
    intent = await desk.stripe.create_intent(payment)
    async with desk.database.transaction() as connection:
        await store.note_intent(connection, payment.id, intent["id"], now)
    return intent


async def claim_payment(desk: Desk, payment_id: UUID, due: GetAmountDueResponse, terms: Terms, now: datetime) -> Any:
    """The booking's live payment, made if there is none. Raises Conflict when its money has come already."""
    booking_id = UUID(due.booking_id)
    paid = Conflict("already_paid", f"Booking {due.booking_number} is paid already.", "booking_id")
    async with desk.database.transaction() as connection:
        if await store.has_money(connection, booking_id):
            raise paid
        if await store.find_closed(connection, booking_id):
            raise Conflict("booking_expired", f"Booking {due.booking_number} can't be paid any more.", "booking_id")
        await note_addressee(connection, booking_id, addressee_of_due(due))
        if due.customer_id:
            await customer_bookings.note_customer(connection, booking_id, UUID(due.customer_id))
        is_new = await store.add_payment(
            connection,
            id=payment_id,
            booking_id=booking_id,
            booking_number=due.booking_number,
            customer_name=due.customer_name,
            customer_id=due.customer_id,
            amount_cents=due.amount_cents,
            stripe_customer_id=terms.stripe_customer_id,
            save_card=terms.save_card,
            status="creating",
            created_at=now,
            updated_at=now,
        )
        live = await store.find_live(connection, booking_id)
        if live is None:
            raise paid
        if is_new:
            after = {"booking_id": booking_id, "amount_cents": due.amount_cents, "status": live.status}
            await record(connection, "payment.started", ("payment", payment_id), now, after=after)
        return live
