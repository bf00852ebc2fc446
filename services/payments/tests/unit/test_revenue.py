"""A revenue report adds up, and counts what went back where people look for it."""

from __future__ import annotations

from datetime import date

from payments.domain.revenue import RevenueRow, Summed, report_of, total_of

JUNE, JULY = date(2027, 6, 1), date(2027, 7, 1)


def test_accounts_become_one_row_a_period_and_service() -> None:
    rows = report_of(
        [
            Summed(JULY, "mini_move", "refunds", 50_000, 0),
            Summed(JUNE, "mini_move", "revenue", -172_500, 2),
            Summed(JUNE, "mini_move", "organizing_revenue", -140_000, 2),
            Summed(JUNE, "", "fees", 9_000, 0),
        ]
    )
    assert rows == [
        RevenueRow("2027-06-01", "", fees_cents=9_000),
        RevenueRow("2027-06-01", "mini_move", bookings=2, revenue_cents=172_500, organizing_cents=140_000),
        RevenueRow("2027-07-01", "mini_move", refunds_cents=50_000),
    ]
    assert total_of(rows).net_cents == 172_500 + 140_000 - 9_000 - 50_000


def test_tax_is_not_ours() -> None:
    (row,) = report_of([Summed(JUNE, "mini_move", "sales_tax", -1_000, 1)])
    assert (row.tax_cents, row.net_cents) == (1_000, 0)


def test_nothing_adds_up_to_nothing() -> None:
    assert total_of([]) == RevenueRow()
