"""Pay with a saved card: the customer is here, so that their bank may still want to see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import stripe as stripe_sdk
from chassis.refusal import Conflict

from payments.actions.apply_fact import apply_fact
from payments.actions.keep_card import find_own
from payments.actions.start_payment import Payer, Started, start_payment
from payments.desk import Desk
from payments.domain.fact import fact_of_intent
from payments.store import payments as store


async def pay_with_saved_card(
    desk: Desk, payment_id: UUID, booking_id: UUID, customer_id: UUID, method_id: UUID, now: datetime
) -> Started:
    """The payment after the try: succeeded, failed with words for the customer, or requires_action.

    Raises NotFound for a card that isn't theirs, Conflict when the booking can't be paid, Unavailable.
    """
    async with desk.database.reading() as connection:
        method = await find_own(connection, customer_id, method_id)
    started = await start_payment(desk, payment_id, booking_id, Payer(customer_id), now)
    intent = await charge(desk, started, method.stripe_payment_method_id)
    fact = fact_of_intent(intent)
    async with desk.database.transaction() as connection:
        if fact:
            await apply_fact(connection, fact, now)
        stored = await store.find_by_intent(connection, intent["id"])
    return replace(started, payment=stored)


async def charge(desk: Desk, started: Started, method: str) -> dict[str, Any]:
    """One try; the same try sent twice, by a double click, charges once, and one after a decline is another."""
    key = f"payment-{started.payment.id}-confirm-{method}-{started.latest_charge_id or 'first'}"
    try:
        return await desk.stripe.confirm_intent(started.payment.stripe_payment_intent_id, method, key)
    except stripe_sdk.InvalidRequestError as error:
        message = "This card can't be used for this booking any more; choose another or pay at the payment page."
        raise Conflict("not_confirmable", message, "payment_method_id") from error
