"""Customers at Stripe and the cards they keep; Stripe learns our id of them and nothing else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import stripe
import structlog

from payments.stripe_account.calls import Plain, StripeCalls

logger = structlog.get_logger()


class CustomerCalls(StripeCalls):
    """Customers, set-ups and payment methods."""

    async def create_customer(self, customer_id: UUID) -> Plain:
        """The customer at Stripe: our id is the key."""
        params: Any = {"metadata": {"customer_id": str(customer_id)}}
        options: Any = {"idempotency_key": f"customer-{customer_id}"}
        return await self._call(lambda: self._client.customers.create(params, options))

    async def create_setup(self, stripe_customer_id: str, key: str) -> Plain:
        """The beginning of saving a card."""
        params: Any = {
            "customer": stripe_customer_id,
            "usage": "off_session",
            "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
        }
        options: Any = {"idempotency_key": f"setup-{key}"}
        return await self._call(lambda: self._client.setup_intents.create(params, options))

    async def retrieve_method(self, method: str) -> Plain:
        """A payment method as it is now."""
        return await self._call(lambda: self._client.payment_methods.retrieve(method))

    async def set_default_method(self, stripe_customer_id: str, method: str) -> None:
        """What invoices are paid with; a card that is gone meanwhile is no longer anybody's usual one."""
        params: Any = {"invoice_settings": {"default_payment_method": method}}
        try:
            await self._call(lambda: self._client.customers.update(stripe_customer_id, params))
        except stripe.InvalidRequestError as error:
            logger.info("card can't be the usual one", method=method, code=error.code)

    async def detach_method(self, method: str) -> None:
        """Forgets a card; one that is gone already stays so."""
        try:
            await self._call(lambda: self._client.payment_methods.detach(method))
        except stripe.InvalidRequestError as error:
            logger.info("card is gone already", method=method, code=error.code)
