"""What Stripe's objects say about people: we never read it, so stored webhooks lose it when they are processed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

PERSONAL: Final = frozenset(
    {
        "address",
        "billing_details",
        "client_secret",
        "customer_address",
        "customer_details",
        "customer_email",
        "customer_name",
        "customer_phone",
        "customer_shipping",
        "email",
        "name",
        "owner",
        "phone",
        "receipt_email",
        "receipt_url",
        "shipping",
    }
)
"""Members that name somebody, or open a payment page (docs.stripe.com/api: Charge, PaymentIntent, Customer, …)."""


def without_personal_data(value: Any) -> Any:
    """The same JSON value, however deep, without members that identify somebody."""
    if isinstance(value, Mapping):
        return {name: without_personal_data(member) for name, member in value.items() if name not in PERSONAL}
    if isinstance(value, list):
        return [without_personal_data(member) for member in value]
    return value
