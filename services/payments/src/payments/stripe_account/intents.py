"""Payment intents at Stripe."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import stripe
import structlog

from payments.stripe_account.calls import Plain, StripeCalls, between

logger = structlog.get_logger()


class IntentCalls(StripeCalls):
    """Made, changed, confirmed and cancelled; the payment's id is the key, so that asking again gives the same one."""

    async def create_intent(self, payment: Any) -> Plain:
        """The intent of `payment`, by what is stored of it alone: the same key must always mean the same request."""
        params: Any = {
            "amount": payment.amount_cents,
            "currency": "usd",
            "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
            "description": f"ToteTaxi booking {payment.booking_number}",
            "metadata": {
                "payment_id": str(payment.id),
                "booking_id": str(payment.booking_id),
                "booking_number": payment.booking_number,
            },
        }
        if payment.stripe_customer_id:
            params["customer"] = payment.stripe_customer_id
        if payment.stripe_customer_id and payment.save_card:
            params["setup_future_usage"] = "off_session"
        options: Any = {"idempotency_key": f"payment-{payment.id}"}
        return await self._call(lambda: self._client.payment_intents.create(params, options))

    async def retrieve_intent(self, intent_id: str) -> Plain:
        """An intent as it is now."""
        return await self._call(lambda: self._client.payment_intents.retrieve(intent_id))

    async def change_intent(self, intent_id: str, changes: Plain) -> Plain:
        """An intent with other members; twice does no harm. Raises stripe.InvalidRequestError when it is too late."""
        params: Any = changes
        return await self._call(lambda: self._client.payment_intents.update(intent_id, params))

    async def confirm_intent(self, intent_id: str, method: str, key: str) -> Plain:
        """Charges a saved card; a declined one is no error here, the intent says so. Raises InvalidRequestError."""
        params: Any = {"payment_method": method, "use_stripe_sdk": True}
        options: Any = {"idempotency_key": key}
        try:
            return await self._call(lambda: self._client.payment_intents.confirm(intent_id, params, options))
        except stripe.CardError:
            return await self.retrieve_intent(intent_id)

    async def cancel_intent(self, intent_id: str) -> Plain:
        """Cancels, or answers with the intent as it is when it can't be cancelled any more."""
        try:
            return await self._call(lambda: self._client.payment_intents.cancel(intent_id))
        except stripe.InvalidRequestError as error:
            logger.info("intent can't be cancelled", intent_id=intent_id, code=error.code)
            return await self.retrieve_intent(intent_id)

    async def list_intents(self, after: datetime, before: datetime) -> list[Plain]:
        """Every intent made between two instants."""
        return await self._list(self._client.payment_intents.list, created=between(after, before))
