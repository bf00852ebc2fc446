"""The kinds of movements of Stripe's balance (https://docs.stripe.com/reports/balance-transaction-types)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FEE_TYPES = ("stripe_fee", "stripe_fx_fee", "tax_fee", "application_fee")
BANK_TYPES = ("payout", "payout_cancel", "payout_failure", "topup", "topup_reversal")

SOURCES = {
    "charge": "charge:{}",
    "payment": "charge:{}",
    "refund": "refund:{}",
    "payment_refund": "refund:{}",
    "refund_failure": "refund-failure:{}",
    "payment_failure_refund": "refund-failure:{}",
}
DISPUTE_SOURCES = {"dispute": "dispute:{}", "dispute_reversal": "dispute-reversal:{}"}


def source_of(movement: Mapping[str, Any]) -> str:
    """The name that the fact behind a movement has in our books; empty for what is booked by the movement itself."""
    if movement["type"] in (*FEE_TYPES, *BANK_TYPES):
        return ""
    names = SOURCES if movement["type"] in SOURCES else DISPUTE_SOURCES
    kind = movement["type"] if movement["type"] in SOURCES else movement["reporting_category"]
    return names.get(kind, f"{kind}:{{}}").format(movement["source"])
