"""Reports on their way out: booking's figures beside payments' money, as JSON and as rows of CSV."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel
from totetaxi.booking.v1 import report_service_pb2 as message
from totetaxi.payments.v1.finance_service_pb2 import GetRevenueReportResponse, RevenueRow

from gateway.schemas import booking_reports as schema
from gateway.views.audit_log import csv_of

ALL = 10_000
COUNTS = ("booked", "waiting", "sold", "completed", "cancelled", "expired", "organized")
MONEY = ("revenue_cents", "organizing_cents", "refunds_cents", "net_cents")

Figures = message.BookingFigures


def share(part: int, whole: int) -> int | None:
    """Basis points, rounded down."""
    return part * ALL // whole if whole else None


def day_or_none(text: str) -> date | None:
    """None in totals."""
    return date.fromisoformat(text) if text else None


def report(found: message.GetBookingReportResponse, revenue: GetRevenueReportResponse | None) -> schema.BookingReport:
    """Every row that either of them has."""
    figures = {(each.period_start, each.service_type): each for each in found.rows}
    money = {(each.period_start, each.service_type): each for each in (revenue.rows if revenue else ())}
    rows = [
        row(figures.get(key) or Figures(period_start=key[0], service_type=key[1]), money_of(money.get(key), revenue))
        for key in sorted({*figures, *money})
    ]
    return schema.BookingReport(
        rows=rows,
        total=row(found.total, revenue.total if revenue else None),
        capacity=[capacity(each) for each in found.capacity],
        total_capacity=capacity(found.total_capacity),
    )


def money_of(found: RevenueRow | None, revenue: GetRevenueReportResponse | None) -> RevenueRow | None:
    """Zeros where money was asked for and none moved; None where it was not asked for."""
    return found if found or revenue is None else RevenueRow()


def row(each: Figures, money: RevenueRow | None) -> schema.BookingReportRow:
    """One service in one period."""
    counts: dict[str, Any] = {name: getattr(each, name) for name in COUNTS}
    moved: dict[str, Any] = {name: getattr(money, name) if money else None for name in MONEY}
    return schema.BookingReportRow(
        period_start=day_or_none(each.period_start),
        service_type=each.service_type or None,
        organizing_share=share(each.organized, each.sold),
        cancellation_share=share(each.cancelled, each.cancelled + each.sold),
        average_lead_days=round(each.lead_days / each.sold, 1) if each.sold else None,
        **counts,
        **moved,
    )


def capacity(each: message.CapacityFigures) -> schema.CapacityRow:
    """How full it was."""
    return schema.CapacityRow(
        period_start=day_or_none(each.period_start),
        used=each.used,
        places=each.places,
        used_share=share(each.used, each.places),
        organizers_used=each.organizers_used,
        organizers=each.organizers,
        organizers_used_share=share(each.organizers_used, each.organizers),
    )


def customers(found: message.ListTopCustomersResponse) -> schema.TopCustomers:
    """Most bookings first."""
    rows = [
        schema.TopCustomerRow(customer_id=each.customer_id, name=each.name, sold=each.sold) for each in found.customers
    ]
    return schema.TopCustomers(customers=rows)


def staff(found: message.GetStaffReportResponse) -> schema.StaffReport:
    """Most acts first."""
    rows = [schema.StaffRow(staff_id=each.staff_id, act=each.act, count=each.count) for each in found.rows]
    return schema.StaffReport(rows=rows)


def csv_lines(kind: type[BaseModel], rows: Sequence[BaseModel]) -> bytes:
    """Rows in the order of the members of `kind`; what is null is an empty cell, and no cell is a formula."""
    names = list(kind.model_fields)
    dumped = (each.model_dump(mode="json") for each in rows)
    return csv_of([cell if (cell := each[name]) is not None else "" for name in names] for each in dumped)


def csv_head(kind: type[BaseModel]) -> bytes:
    """The names of the columns."""
    head: list[list[Any]] = [list(kind.model_fields)]
    return csv_of(head)
