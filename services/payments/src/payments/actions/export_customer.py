"""Export a customer's data: everything that payments keeps about them, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from chassis.cursors import cursor_of, id_of, page_of
from chassis.database import Database

from payments.store import customer_bookings
from payments.store.addressees import list_emails

PAGE = 200
PAYMENT_MEMBERS = (
    "booking_number",
    "customer_name",
    "amount_cents",
    "refunded_cents",
    "status",
    "failure_reason",
    "stripe_payment_intent_id",
    "stripe_charge_id",
    "created_at",
    "processed_at",
)
REFUND_MEMBERS = ("amount_cents", "reason", "status", "created_at", "completed_at")


async def export_customer(
    database: Database, customer_id: UUID, cursor: str, limit: int = PAGE
) -> tuple[dict[str, Any], str]:
    """Up to `limit` payments of the customer with their refunds, newest first, and the next page's cursor."""
    async with database.reading() as connection:
        found = await customer_bookings.list_payments(connection, customer_id, id_of(cursor, "cursor"), limit + 1)
        payments, more = page_of(found, limit)
        emails = await list_emails(connection, [payment.booking_id for payment in payments])
        refunds = await customer_bookings.list_refunds(connection, [payment.id for payment in payments])
    by_payment = defaultdict(list)
    for refund in refunds:
        by_payment[refund.payment_id].append(refund)
    page = {"payments": [exported(payment, emails, by_payment[payment.id]) for payment in payments]}
    return page, cursor_of(str(payments[-1].id)) if more else ""


def exported(payment: Any, emails: Mapping[UUID, str], refunds: Sequence[Any]) -> dict[str, Any]:
    """One payment as its customer may keep it; amounts in USD cents."""
    members = {name: getattr(payment, name) for name in PAYMENT_MEMBERS}
    members["customer_email"] = emails.get(payment.booking_id, "")
    return members | {"refunds": [{name: getattr(refund, name) for name in REFUND_MEMBERS} for refund in refunds]}
