"""The books: what each fact moves between which accounts, in cents that always add up to zero.

Debits are positive, credits negative. Cash moves only by what Stripe says of money; revenue only by what the business
says was paid for. Both meet in `receivable`, which is zero when every dollar that came was for something.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

Account = Literal[
    "receivable",
    "cash_at_stripe",
    "bank",
    "revenue",
    "organizing_revenue",
    "refunds",
    "fees",
    "customer_credit",
    "disputes",
    "sales_tax",
]
MovementKind = Literal[
    "capture", "refund", "refund_failure", "dispute", "dispute_reversal", "fee", "payout", "booking", "invoice"
]


@dataclass(frozen=True)
class Entry:
    """One side of a movement; USD cents, debits positive."""

    account: Account
    amount_cents: int


@dataclass(frozen=True)
class Movement:
    """What one fact moved; `source` names the fact, so that it counts once."""

    kind: MovementKind
    source: str
    occurred_at: datetime
    entries: tuple[Entry, ...]
    payment_id: UUID | None = None
    booking_id: UUID | None = None
    service_type: str = ""


@dataclass(frozen=True)
class Sale:
    """What a paid booking sold; USD cents. `credit_cents` is what the customer's credit paid of it."""

    total_cents: int
    organizing_cents: int = 0
    tax_cents: int = 0
    credit_cents: int = 0


def entries(amounts: Iterable[tuple[Account, int]]) -> tuple[Entry, ...]:
    """The sides that move anything. Raises ValueError when they don't add up to zero."""
    sides = tuple(Entry(account, cents) for account, cents in amounts if cents)
    if sum(side.amount_cents for side in sides):
        raise ValueError("a movement must add up to zero")
    return sides


def transfer(debit: Account, credit: Account, amount_cents: int) -> tuple[Entry, ...]:
    """`amount_cents` from one account to another."""
    return entries([(debit, amount_cents), (credit, -amount_cents)])


def captured(amount_cents: int) -> tuple[Entry, ...]:
    """A card was charged: the money is at Stripe, and nobody has said yet what for."""
    return transfer("cash_at_stripe", "receivable", amount_cents)


def refunded(amount_cents: int, *, was_for_something: bool) -> tuple[Entry, ...]:
    """Money goes back: of a sale, or of what never was one."""
    return transfer("refunds" if was_for_something else "receivable", "cash_at_stripe", amount_cents)


def disputed(amount_cents: int) -> tuple[Entry, ...]:
    """A bank takes the money."""
    return transfer("disputes", "cash_at_stripe", amount_cents)


def charged_a_fee(amount_cents: int) -> tuple[Entry, ...]:
    """Stripe keeps its part; negative when it gives some back."""
    return transfer("fees", "cash_at_stripe", amount_cents)


def paid_out(amount_cents: int) -> tuple[Entry, ...]:
    """Stripe sends its balance to our bank; negative when that comes back."""
    return transfer("bank", "cash_at_stripe", amount_cents)


def sold(sale: Sale) -> tuple[Entry, ...]:
    """A booking or an invoice was paid for."""
    earned = sale.total_cents + sale.credit_cents - sale.organizing_cents - sale.tax_cents
    return entries(
        [
            ("receivable", sale.total_cents),
            ("customer_credit", sale.credit_cents),
            ("organizing_revenue", -sale.organizing_cents),
            ("sales_tax", -sale.tax_cents),
            ("revenue", -earned),
        ]
    )


def reverse(sides: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The same movement back."""
    return tuple(Entry(side.account, -side.amount_cents) for side in sides)
