"""Stripe over HTTP, by its own SDK: every call has a deadline, a key that makes it happen once, and bounded retries."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

import stripe
import structlog
from chassis.refusal import Unavailable

from payments.settings import PaymentsSettings

AT_ONCE = 16
RETRIES = 2
PAGE = 100
PAGES = 50

TRANSIENT = (stripe.APIConnectionError, stripe.RateLimitError, stripe.APIError)

Answer = TypeVar("Answer")

logger = structlog.get_logger()


class StripeAccount:
    """The calls that payments makes; objects come back as plain dictionaries."""

    def __init__(self, client: stripe.StripeClient) -> None:
        self._client = client.v1
        self._at_once = asyncio.Semaphore(AT_ONCE)

    async def create_intent(self, payment: Any) -> dict[str, Any]:
        """The intent of `payment`: its id is the key, so that asking again gives the same one."""
        params: Any = {
            "amount": payment.amount_cents,
            "currency": "usd",
            "automatic_payment_methods": {"enabled": True},
            "description": f"ToteTaxi booking {payment.booking_number}",
            "metadata": {
                "payment_id": str(payment.id),
                "booking_id": str(payment.booking_id),
                "booking_number": payment.booking_number,
            },
        }
        options: Any = {"idempotency_key": f"payment-{payment.id}"}
        return await self._call(lambda: self._client.payment_intents.create(params, options))

    async def retrieve_intent(self, intent_id: str) -> dict[str, Any]:
        """An intent as it is now."""
        return await self._call(lambda: self._client.payment_intents.retrieve(intent_id))

    async def cancel_intent(self, intent_id: str) -> dict[str, Any]:
        """Cancels, or answers with the intent as it is when it can't be cancelled any more."""
        try:
            return await self._call(lambda: self._client.payment_intents.cancel(intent_id))
        except stripe.InvalidRequestError as error:
            logger.info("intent can't be cancelled", intent_id=intent_id, code=error.code)
            return await self.retrieve_intent(intent_id)

    async def refund(self, refund: Any) -> dict[str, Any]:
        """Sends money back, once: the refund's id is the key. Raises stripe.InvalidRequestError when it can't be."""
        params: Any = {
            "payment_intent": refund.stripe_payment_intent_id,
            "amount": refund.amount_cents,
            "metadata": {"refund_id": str(refund.id)},
        }
        options: Any = {"idempotency_key": f"refund-{refund.id}"}
        return await self._call(lambda: self._client.refunds.create(params, options))

    async def list_intents(self, after: datetime, before: datetime) -> list[dict[str, Any]]:
        """Every intent made between two instants."""
        created = {"gte": int(after.timestamp()), "lte": int(before.timestamp())}
        return await self._list(self._client.payment_intents.list, created=created)

    async def list_movements(self, after: datetime, before: datetime) -> list[dict[str, Any]]:
        """Every movement of the account's balance between two instants."""
        created = {"gte": int(after.timestamp()), "lte": int(before.timestamp())}
        return await self._list(self._client.balance_transactions.list, created=created)

    async def list_refunds_of(self, charge_id: str) -> list[dict[str, Any]]:
        """Every refund of a charge."""
        return await self._list(self._client.refunds.list, charge=charge_id)

    async def _list(self, ask: Callable[[Any], Any], **wanted: Any) -> list[dict[str, Any]]:
        """All pages of a list, newest first."""
        found: list[dict[str, Any]] = []
        for _ in range(PAGES):
            params = {"limit": PAGE, **wanted} | ({"starting_after": found[-1]["id"]} if found else {})
            page = await self._call(lambda chosen=params: ask(chosen))  # type: ignore[misc]
            found += page["data"]
            if not page["has_more"]:
                break
        return found

    async def _call(self, ask: Callable[[], Any]) -> dict[str, Any]:
        """One call in a thread. Raises Unavailable when Stripe is away, slow or busy; nothing is half-made then."""
        async with self._at_once:
            try:
                answer = await asyncio.to_thread(ask)
            except TRANSIENT as error:
                logger.warning("stripe does not answer", error=type(error).__name__, status=error.http_status)
                message = "Our payment provider does not answer right now; please try again in a moment."
                raise Unavailable("stripe_unavailable", message, retry_after_seconds=2) from error
        plain: dict[str, Any] = answer.to_dict()
        return plain


def open_stripe(settings: PaymentsSettings) -> StripeAccount:
    """The account of the settings' key, at Stripe or at the base address they name."""
    base: Any = {"api": settings.stripe_api_base} if settings.stripe_api_base else None
    client = stripe.StripeClient(
        settings.stripe_api_key.get_secret_value(),
        base_addresses=base,
        max_network_retries=RETRIES,
        http_client=stripe.RequestsClient(timeout=settings.stripe_seconds),
    )
    return StripeAccount(client)


def is_signed(payload: bytes, signature: str, secrets: Sequence[str], tolerance_seconds: int) -> bool:
    """Whether `signature` (the Stripe-Signature header) was made over `payload` with one of our secrets, lately."""
    return any(was_signed_with(payload, signature, secret, tolerance_seconds) for secret in secrets)


def was_signed_with(payload: bytes, signature: str, secret: str, tolerance_seconds: int) -> bool:
    """The check for one secret."""
    try:
        stripe.WebhookSignature.verify_header(payload.decode(), signature, secret, tolerance_seconds)
    except (stripe.SignatureVerificationError, UnicodeDecodeError, ValueError):
        return False
    return True
