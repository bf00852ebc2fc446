"""Money that went back or was taken at Stripe, and everything that moved the balance."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from payments.stripe_account.calls import Plain, StripeCalls, between


class MoneyCalls(StripeCalls):
    """Refunds, disputes, the balance, and the events that told of them."""

    async def refund(self, refund: Any) -> Plain:
        """Sends money back, once: the refund's id is the key. Raises stripe.InvalidRequestError when it can't be."""
        params: Any = {
            "payment_intent": refund.stripe_payment_intent_id,
            "amount": refund.amount_cents,
            "metadata": {"refund_id": str(refund.id)},
        }
        options: Any = {"idempotency_key": f"refund-{refund.id}"}
        return await self._call(lambda: self._client.refunds.create(params, options))

    async def list_refunds_of(self, charge_id: str) -> list[Plain]:
        """Every refund of a charge."""
        return await self._list(self._client.refunds.list, charge=charge_id)

    async def list_refunds(self, after: datetime, before: datetime) -> list[Plain]:
        """Every refund made between two instants."""
        return await self._list(self._client.refunds.list, created=between(after, before))

    async def list_disputes(self, after: datetime, before: datetime) -> list[Plain]:
        """Every dispute opened between two instants."""
        return await self._list(self._client.disputes.list, created=between(after, before))

    async def list_movements(self, after: datetime, before: datetime) -> list[Plain]:
        """Every movement of the account's balance between two instants."""
        return await self._list(self._client.balance_transactions.list, created=between(after, before))

    async def list_events(self, after: datetime, before: datetime) -> list[Plain]:
        """Every event between two instants; Stripe keeps them for 30 days."""
        return await self._list(self._client.events.list, created=between(after, before))
