"""Reports and differences on their way out."""

from __future__ import annotations

from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import reconciliation_service_pb2 as reconciliation

from gateway.schemas import staff_reports as schema
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
