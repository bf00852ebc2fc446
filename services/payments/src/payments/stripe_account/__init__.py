"""Stripe over HTTP, by its own SDK: every call has a deadline, a key that makes it happen once, and bounded retries."""

from __future__ import annotations

from typing import Any

import stripe

from payments.settings import PaymentsSettings
from payments.stripe_account.billing import BillingCalls
from payments.stripe_account.customers import CustomerCalls
from payments.stripe_account.intents import IntentCalls
from payments.stripe_account.money import MoneyCalls

__all__ = ["StripeAccount", "open_stripe"]

RETRIES = 2


class StripeAccount(IntentCalls, MoneyCalls, CustomerCalls, BillingCalls):
    """The calls that payments makes."""


def open_stripe(settings: PaymentsSettings) -> StripeAccount:
    """The account of the settings' key, at Stripe or at the base address they name."""
    base: Any = {"api": settings.stripe_api_base} if settings.stripe_api_base else None
    client = stripe.StripeClient(
        settings.stripe_api_key.get_secret_value(),
        base_addresses=base,
        max_network_retries=RETRIES,
        http_client=stripe.RequestsClient(timeout=settings.stripe_seconds),
    )
    return StripeAccount(client, settings.stripe_deadline_seconds)
