"""Reports and differences on their way out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import reconciliation_service_pb2 as reconciliation

from gateway.csv_files import CsvFile
from gateway.schemas import staff_reports as schema
from gateway.views.audit_log import timestamp
from gateway.views.staff_payments import since
from gateway.views.words import dollars, instant, instant_or_none


def revenue_row(each: finance.RevenueRow) -> schema.RevenueRow:
    """A row of a report."""
    return schema.RevenueRow(
        period_start=each.period_start or None,
        service_type=each.service_type or None,
        bookings=each.bookings,
        revenue_cents=each.revenue_cents,
        organizing_cents=each.organizing_cents,
        tax_cents=each.tax_cents,
        refunds_cents=each.refunds_cents,
        disputes_cents=each.disputes_cents,
        fees_cents=each.fees_cents,
        net_cents=each.net_cents,
        net_dollars=dollars(each.net_cents),
    )


def revenue_question(start_date: date, end_date: date, period: schema.Period) -> finance.GetRevenueReportRequest:
    """Which days, and how long a row is."""
    return finance.GetRevenueReportRequest(
        start_date=start_date.isoformat(), end_date=end_date.isoformat(), period=f"REPORT_PERIOD_{period.upper()}"
    )


REVENUE_FILE = CsvFile(
    "revenue",
    tuple(name for name in schema.RevenueRow.model_fields if name != "net_dollars"),
    lambda page: (revenue_row(each).model_dump(mode="json") for each in page.rows),
)


def ledger_question(sent: schema.LedgerFilter, page_size: int, cursor: str = "") -> finance.ListLedgerRequest:
    """Which movements."""
    asked = finance.ListLedgerRequest(
        booking_id=str(sent.booking_id or ""),
        kind=sent.kind,
        until=timestamp(sent.until),
        page_size=page_size,
        page_token=cursor,
    )
    return cast("finance.ListLedgerRequest", since(asked, sent))


def movement(each: finance.LedgerMovement) -> schema.LedgerMovement:
    """What one fact moved."""
    return schema.LedgerMovement(
        id=each.id,
        kind=each.kind,
        source=each.source,
        booking_id=each.booking_id or None,
        service_type=each.service_type or None,
        occurred_at=instant(each.occurred_at),
        entries=[schema.Side(account=side.account, amount_cents=side.balance_cents) for side in each.entries],
    )


def sides(page: finance.ListLedgerResponse) -> Iterator[dict[str, Any]]:
    """A row for each side of each movement of a page."""
    for each in page.movements:
        shown = movement(each).model_dump(mode="json")
        for side in shown["entries"]:
            yield {**shown, **side}


LEDGER_FILE = CsvFile(
    "ledger",
    ("id", "occurred_at", "kind", "source", "booking_id", "service_type", "account", "amount_cents"),
    sides,
)


def comparison(each: reconciliation.Reconciliation) -> schema.Reconciliation:
    """A comparison with Stripe."""
    return schema.Reconciliation(
        id=each.id,
        compared_from=instant(each.compared_from),
        compared_until=instant(each.compared_until),
        finished_at=instant(each.finished_at),
        compared=each.compared,
        lost_webhooks=each.lost_webhooks,
        repaired=each.repaired,
        raised=each.raised,
    )


def difference_question(
    sent: schema.DifferenceFilter, page_size: int, cursor: str = ""
) -> reconciliation.ListDifferencesRequest:
    """Which differences."""
    asked = reconciliation.ListDifferencesRequest(
        include_resolved=sent.include_resolved, page_size=page_size, page_token=cursor
    )
    if sent.kind:
        kind = reconciliation.DifferenceKind.Value(f"DIFFERENCE_KIND_{sent.kind.upper()}")
        asked.kind = cast("reconciliation.DifferenceKind", kind)
    return asked


def difference(each: reconciliation.Difference) -> schema.Difference:
    """A difference."""
    return schema.Difference(
        id=each.id,
        kind=reconciliation.DifferenceKind.Name(each.kind).removeprefix("DIFFERENCE_KIND_").lower(),
        subject=each.subject,
        payment_id=each.payment_id,
        detail=each.detail,
        amount_cents=each.amount_cents,
        first_seen_at=instant(each.first_seen_at),
        last_seen_at=instant(each.last_seen_at),
        resolved_at=instant_or_none(each, "resolved_at"),
        resolved_by=each.resolved_by,
        resolution=each.resolution,
    )


DIFFERENCES_FILE = CsvFile(
    "differences",
    (
        "id",
        "kind",
        "subject",
        "payment_id",
        "detail",
        "amount_cents",
        "first_seen_at",
        "last_seen_at",
        "resolved_at",
        "resolved_by",
        "resolution",
    ),
    lambda page: (difference(each).model_dump(mode="json") for each in page.differences),
)
