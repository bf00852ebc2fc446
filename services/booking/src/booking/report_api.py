"""The door of reports: no rule lives here."""

from __future__ import annotations

from datetime import date
from typing import Any

import grpc
from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from totetaxi.booking.v1 import report_service_pb2 as messages
from totetaxi.booking.v1.report_service_pb2_grpc import ReportServiceServicer

from booking.actions import report as actions
from booking.domain.availability import Usual
from booking.domain.pickup import parsed_date
from booking.domain.report import BookingFigures, CapacityFigures
from booking.store.figures import Period

Context = grpc.aio.ServicerContext[Any, Any]

PERIODS: dict[int, Period] = {
    messages.FIGURE_PERIOD_UNSPECIFIED: "month",
    messages.FIGURE_PERIOD_DAY: "day",
    messages.FIGURE_PERIOD_WEEK: "week",
    messages.FIGURE_PERIOD_MONTH: "month",
}


class ReportApi(ReportServiceServicer):
    """booking.v1.ReportService."""

    def __init__(self, database: Database, usual: Usual, clock: Clock) -> None:
        self._database = database
        self._usual = usual
        self._clock = clock

    async def GetBookingReport(  # noqa: N802 - named by the contract
        self, request: messages.GetBookingReportRequest, context: Context
    ) -> messages.GetBookingReportResponse:
        """By period and service."""
        first, last = days_of(request)
        period, now = PERIODS[request.period], self._clock.now()
        found = await actions.booking_report(self._database, first, last, period, self._usual, now)
        return messages.GetBookingReportResponse(
            rows=[figures_message(row, start.isoformat(), name) for start, name, row in found.rows],
            total=figures_message(found.total),
            capacity=[capacity_message(row, start.isoformat()) for start, row in found.capacity.items()],
            total_capacity=capacity_message(sum(found.capacity.values(), CapacityFigures())),
        )

    async def ListTopCustomers(  # noqa: N802 - named by the contract
        self, request: messages.ListTopCustomersRequest, context: Context
    ) -> messages.ListTopCustomersResponse:
        """Most bookings first."""
        found = await actions.top_customers(self._database, page_size_of(request.limit), self._clock.now())
        return messages.ListTopCustomersResponse(
            customers=[
                messages.TopCustomer(customer_id=str(each.customer_id), name=each.name, sold=each.sold)
                for each in found
            ]
        )

    async def GetStaffReport(  # noqa: N802 - named by the contract
        self, request: messages.GetStaffReportRequest, context: Context
    ) -> messages.GetStaffReportResponse:
        """Most acts first."""
        found = await actions.staff_report(self._database, *days_of(request), self._clock.now())
        rows = [messages.StaffFigures(staff_id=row.name, act=row.measure, count=row.amount) for row in found]
        return messages.GetStaffReportResponse(rows=rows)


def days_of(request: messages.GetBookingReportRequest | messages.GetStaffReportRequest) -> tuple[date, date]:
    """First and last. Raises Invalid."""
    return parsed_date(request.start_date, "start_date"), parsed_date(request.end_date, "end_date")


def figures_message(row: BookingFigures, period_start: str = "", service_type: str = "") -> messages.BookingFigures:
    """A row."""
    return messages.BookingFigures(
        period_start=period_start,
        service_type=service_type,
        booked=row.booked,
        waiting=row.waiting,
        sold=row.sold,
        completed=row.completed,
        cancelled=row.cancelled,
        expired=row.expired,
        organized=row.organized,
        lead_days=row.lead_days,
    )


def capacity_message(row: CapacityFigures, period_start: str = "") -> messages.CapacityFigures:
    """How full it was."""
    return messages.CapacityFigures(
        period_start=period_start,
        used=row.used,
        places=row.places,
        organizers_used=row.organizers_used,
        organizers=row.organizers,
    )
