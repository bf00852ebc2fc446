"""Subscriptions and invoices of storage at Stripe."""

from __future__ import annotations

from typing import Any

import stripe
import structlog

from payments.stripe_account.calls import Plain, StripeCalls

PRODUCT = "totetaxi-mini-storage"

logger = structlog.get_logger()


class BillingCalls(StripeCalls):
    """One product, a price for whatever the catalogue says, one subscription a booking."""

    async def create_subscription(self, stripe_customer_id: str, plan: Any) -> Plain:
        """The subscription of a booking's storage: the booking's id is the key. A card that fails leaves it owing."""
        await self.ensure_product()
        params: Any = {
            "customer": stripe_customer_id,
            "items": [{"price_data": price_data(plan.monthly_cents)}],
            "payment_behavior": "allow_incomplete",
            "off_session": True,
            "metadata": {"booking_id": str(plan.booking_id), "booking_number": plan.booking_number},
        }
        options: Any = {"idempotency_key": f"storage-{plan.booking_id}"}
        return await self._call(lambda: self._client.subscriptions.create(params, options))

    async def ensure_product(self) -> None:
        """What is sold; it is there once."""
        params: Any = {"id": PRODUCT, "name": "ToteTaxi mini storage"}
        try:
            await self._call(lambda: self._client.products.create(params))
        except stripe.InvalidRequestError as error:
            if error.code != "resource_already_exists":
                raise

    async def change_subscription_price(self, subscription_id: str, monthly_cents: int) -> None:
        """Another price from now on; Stripe makes up for the rest of the month on the next invoice."""
        subscription = await self._call(lambda: self._client.subscriptions.retrieve(subscription_id))
        item = subscription["items"]["data"][0]
        if item["price"]["unit_amount"] == monthly_cents:
            return
        params: Any = {
            "items": [{"id": item["id"], "price_data": price_data(monthly_cents)}],
            "proration_behavior": "create_prorations",
        }
        await self._call(lambda: self._client.subscriptions.update(subscription_id, params))

    async def end_subscription(self, subscription_id: str) -> None:
        """Ends with the month that was begun; one that is over already stays so."""
        params: Any = {"cancel_at_period_end": True}
        try:
            await self._call(lambda: self._client.subscriptions.update(subscription_id, params))
        except stripe.InvalidRequestError as error:
            logger.info("subscription is over already", subscription_id=subscription_id, code=error.code)

    async def pay_invoice(self, invoice_id: str, attempts: int) -> None:
        """Another try; what comes of it, its webhook says."""
        options: Any = {"idempotency_key": f"invoice-{invoice_id}-after-{attempts}"}
        try:
            await self._call(lambda: self._client.invoices.pay(invoice_id, {}, options))
        except (stripe.CardError, stripe.InvalidRequestError) as error:
            logger.info("invoice not paid", invoice_id=invoice_id, code=error.code)


def price_data(monthly_cents: int) -> Plain:
    """The catalogue's price, as Stripe takes it."""
    return {
        "currency": "usd",
        "product": PRODUCT,
        "recurring": {"interval": "month"},
        "unit_amount": monthly_cents,
    }
