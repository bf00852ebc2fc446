"""Confirm at the Stripe sandbox, where there is one: it sends the webhook, and only that changes anything here."""

from __future__ import annotations

import asyncio
from typing import Any

import requests
from chassis.database import Database
from chassis.refusal import Conflict, NotFound, Unavailable

from payments.store import payments as store

WAIT_SECONDS = 5.0
LOOK_EVERY_SECONDS = 0.05
CALL_SECONDS = 5.0
PAID = ("succeeded", "refunded")


async def confirm_at_sandbox(
    database: Database, sandbox_url: str, intent_id: str, outcome: str, failure_reason: str
) -> Any:
    """The payment once its webhook was processed, or as it is after 5 s. Raises NotFound, Conflict or Unavailable."""
    if not sandbox_url:
        raise NotFound("no_sandbox", "There is no Stripe sandbox here.")
    before = await find(database, intent_id)
    body = {"outcome": outcome, "failure_reason": failure_reason} if failure_reason else {"outcome": outcome}
    await asyncio.to_thread(post, f"{sandbox_url}/sandbox/payment_intents/{intent_id}/confirm", body)
    return await settled(database, before, outcome)


async def find(database: Database, intent_id: str) -> Any:
    """The payment behind an intent. Raises NotFound."""
    async with database.reading() as connection:
        payment = await store.find_by_intent(connection, intent_id)
    if payment is None:
        raise NotFound("payment_not_found", "There is no payment with this payment_intent_id.", "payment_intent_id")
    return payment


def post(url: str, body: dict[str, str]) -> None:
    """Tells the sandbox what the card does. Raises Conflict when the intent can't be confirmed, Unavailable."""
    try:
        answer = requests.post(url, json=body, timeout=CALL_SECONDS)
    except requests.RequestException as error:
        raise Unavailable("stripe_unavailable", "The Stripe sandbox does not answer.", retry_after_seconds=2) from error
    if answer.status_code in {400, 404, 409}:
        raise Conflict("not_confirmable", "This payment can't be confirmed any more.", "payment_intent_id")
    if answer.status_code >= 500:
        raise Unavailable("stripe_unavailable", "The Stripe sandbox failed.", retry_after_seconds=2)


async def settled(database: Database, before: Any, outcome: str) -> Any:
    """Waits until this try's webhook has changed the payment, 5 s at most."""
    deadline = asyncio.get_running_loop().time() + WAIT_SECONDS
    while True:
        payment = await find(database, before.stripe_payment_intent_id)
        is_told = payment.status in PAID if outcome == "succeeded" else payment.version > before.version
        if is_told or asyncio.get_running_loop().time() > deadline:
            return payment
        await asyncio.sleep(LOOK_EVERY_SECONDS)
