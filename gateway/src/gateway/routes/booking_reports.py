"""Reports on bookings, capacity, customers and staff: as JSON, and as CSV for spreadsheets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from http import HTTPStatus
from typing import Annotated, Any

from chassis.clock import Clock, new_york_date
from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel
from totetaxi.booking.v1 import report_service_pb2 as messages
from totetaxi.payments.v1.finance_service_pb2 import GetRevenueReportRequest

from gateway.acting import act_as_staff
from gateway.dependencies import Around, Surroundings, limited
from gateway.refusal_docs import staff_refusals
from gateway.schemas import booking_reports as schema
from gateway.views import booking_reports as view

ROWS_AT_ONCE = 500

router = APIRouter(prefix="/api/staff/reports", tags=["reports"], dependencies=[Depends(act_as_staff)])

Wanted = Annotated[schema.WantedReport, Query()]
Days = Annotated[schema.ReportDays, Query()]
Limit = Annotated[int, Query(ge=1, le=100)]

AS_CSV: dict[str, Any] = {
    "response_class": StreamingResponse,
    "dependencies": [Depends(limited("exports"))],
    "responses": {
        **staff_refusals(HTTPStatus.TOO_MANY_REQUESTS),
        200: {"content": {"text/csv": {}}, "description": "One row for each row of the report"},
    },
}


@router.get("/bookings/", summary="Bookings by period and service", responses=staff_refusals())
async def get_booking_report(wanted: Wanted, around: Around) -> schema.BookingReport:
    """By the New York day on which they were made, and how full the days of pickup were. Money is what payments' books
    say moved in the period, asked for with `include_revenue`; it is not computed from bookings."""
    return await booking_report(around, wanted)


@router.get("/bookings/export/", summary="Bookings by period and service as CSV", **AS_CSV)
async def export_booking_report(wanted: Wanted, around: Around) -> StreamingResponse:
    """The rows of the report."""
    found = await booking_report(around, wanted)
    return as_csv("bookings", schema.BookingReportRow, found.rows)


@router.get("/customers/", summary="Who books most", responses=staff_refusals())
async def list_top_customers(around: Around, limit: Limit = 20) -> schema.TopCustomers:
    """Most bookings of all time first; guests are left out."""
    return await top_customers(around, limit)


@router.get("/customers/export/", summary="Who books most as CSV", **AS_CSV)
async def export_top_customers(around: Around, limit: Limit = 100) -> StreamingResponse:
    """The same."""
    return as_csv("customers", schema.TopCustomerRow, (await top_customers(around, limit)).customers)


@router.get("/staff/", summary="What staff did with bookings", responses=staff_refusals())
async def get_staff_report(wanted: Days, around: Around) -> schema.StaffReport:
    """From the history of bookings, not from the audit log: what was made, moved and brought into another state."""
    return await staff_report(around, wanted)


@router.get("/staff/export/", summary="What staff did with bookings as CSV", **AS_CSV)
async def export_staff_report(wanted: Days, around: Around) -> StreamingResponse:
    """The same."""
    return as_csv("staff", schema.StaffRow, (await staff_report(around, wanted)).rows)


async def booking_report(around: Surroundings, wanted: schema.WantedReport) -> schema.BookingReport:
    """Booking's figures, and payments' money where it is wanted: both asked at once, and both needed."""
    days = {"start_date": wanted.start_date.isoformat(), "end_date": wanted.end_date.isoformat()}
    word = wanted.period.upper()
    figures = around.upstreams.reports.GetBookingReport(
        messages.GetBookingReportRequest(**days, period=f"FIGURE_PERIOD_{word}")
    )
    if not wanted.include_revenue:
        return view.report(await figures, None)
    asked = GetRevenueReportRequest(**days, period=f"REPORT_PERIOD_{word}")
    found, revenue = await asyncio.gather(figures, around.upstreams.finance.GetRevenueReport(asked))
    return view.report(found, revenue)


async def top_customers(around: Surroundings, limit: int) -> schema.TopCustomers:
    """Most bookings first."""
    asked = messages.ListTopCustomersRequest(limit=limit)
    return view.customers(await around.upstreams.reports.ListTopCustomers(asked))


async def staff_report(around: Surroundings, wanted: schema.ReportDays) -> schema.StaffReport:
    """Most acts first."""
    asked = messages.GetStaffReportRequest(
        start_date=wanted.start_date.isoformat(), end_date=wanted.end_date.isoformat()
    )
    return view.staff(await around.upstreams.reports.GetStaffReport(asked))


def as_csv(name: str, kind: type[BaseModel], rows: Sequence[BaseModel]) -> StreamingResponse:
    """Sent some rows at a time."""

    async def lines() -> AsyncIterator[bytes]:
        yield view.csv_head(kind)
        for first in range(0, len(rows), ROWS_AT_ONCE):
            yield view.csv_lines(kind, rows[first : first + ROWS_AT_ONCE])

    file_name = f"{name}-{new_york_date(Clock().now()).isoformat()}.csv"
    return StreamingResponse(
        lines(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name}"'},
    )
