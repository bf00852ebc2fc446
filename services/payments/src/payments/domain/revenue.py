"""A revenue report: what each service brought in each period, and all of it together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

LONGEST = timedelta(days=1100)

MEMBERS: dict[str, str] = {
    "revenue": "revenue_cents",
    "organizing_revenue": "organizing_cents",
    "sales_tax": "tax_cents",
    "refunds": "refunds_cents",
    "disputes": "disputes_cents",
    "fees": "fees_cents",
}
CREDITED = ("revenue", "organizing_revenue", "sales_tax")
"""Accounts whose credit side is the number that people mean."""


@dataclass(frozen=True)
class RevenueRow:
    """What one service brought in one period; USD cents."""

    period_start: str = ""
    service_type: str = ""
    bookings: int = 0
    revenue_cents: int = 0
    organizing_cents: int = 0
    tax_cents: int = 0
    refunds_cents: int = 0
    disputes_cents: int = 0
    fees_cents: int = 0

    @property
    def net_cents(self) -> int:
        """Sold less what went back, what banks hold, and what Stripe kept."""
        taken = self.refunds_cents + self.disputes_cents + self.fees_cents
        return self.revenue_cents + self.organizing_cents - taken


@dataclass(frozen=True)
class Summed:
    """One account of one service in one period; USD cents, debits positive."""

    period_start: date
    service_type: str
    account: str
    cents: int
    bookings: int


def report_of(sums: Iterable[Summed]) -> list[RevenueRow]:
    """One row a period and service, in order."""
    rows: dict[tuple[str, str], RevenueRow] = {}
    for one in sums:
        key = (one.period_start.isoformat(), one.service_type)
        row = rows.get(key, RevenueRow(*key))
        cents = -one.cents if one.account in CREDITED else one.cents
        changes: dict[str, Any] = {MEMBERS[one.account]: cents, "bookings": max(row.bookings, one.bookings)}
        rows[key] = replace(row, **changes)
    return [rows[key] for key in sorted(rows)]


def total_of(rows: Iterable[RevenueRow]) -> RevenueRow:
    """All rows together."""
    every = list(rows)
    return RevenueRow("", "", *(sum(getattr(row, name) for row in every) for name in ("bookings", *MEMBERS.values())))
