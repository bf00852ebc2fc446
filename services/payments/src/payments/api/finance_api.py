"""Money as staff see it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.cursors import page_size_of
from chassis.identifiers import new_id
from totetaxi.payments.v1 import finance_service_pb2 as rpc
from totetaxi.payments.v1 import finance_service_pb2_grpc

from payments import finance_messages as messages
from payments.actions.list_for_staff import Page, list_page
from payments.actions.report_revenue import report_revenue
from payments.actions.view_booking_money import view_booking_money
from payments.actions.view_payment import view_payment
from payments.audit import record
from payments.desk import Desk
from payments.domain.revenue import total_of
from payments.messages import payment_message
from payments.refund_messages import refund_message
from payments.store import payments, reports
from payments.store.ledger import balances
from payments.store.lists import DISPUTES, LEDGER, PAYMENTS, Listed

PAGE_SIZE = 50
PERIODS: dict[int, reports.Period] = {
    rpc.REPORT_PERIOD_UNSPECIFIED: "month",
    rpc.REPORT_PERIOD_DAY: "day",
    rpc.REPORT_PERIOD_WEEK: "week",
    rpc.REPORT_PERIOD_MONTH: "month",
}


class FinanceApi(finance_service_pb2_grpc.FinanceServiceServicer):
    """Lists, statistics, reports and the books."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def _page(self, listed: Listed, conditions: list[Any], request: Any) -> Page:
        size, now = page_size_of(request.page_size, PAGE_SIZE), self._desk.clock.now()
        return await list_page(self._desk.database, listed, conditions, size, request.page_token, now)

    async def ListPayments(self, request: rpc.ListPaymentsRequest, context: Any) -> rpc.ListPaymentsResponse:  # noqa: N802
        """Newest first."""
        page = await self._page(PAYMENTS, messages.payment_conditions(request.filter), request)
        return rpc.ListPaymentsResponse(
            payments=[payment_message(row) for row in page.rows],
            next_page_token=page.next_page_token,
            total_count=page.total_count,
        )

    async def ListBookingPayments(  # noqa: N802
        self, request: rpc.ListBookingPaymentsRequest, context: Any
    ) -> rpc.ListBookingPaymentsResponse:
        """The latest of each booking."""
        async with self._desk.database.reading() as connection:
            found = await payments.list_latest(connection, [UUID(each) for each in request.booking_ids])
        return rpc.ListBookingPaymentsResponse(payments=[payment_message(row) for row in found])

    async def GetPayment(self, request: rpc.GetPaymentRequest, context: Any) -> rpc.GetPaymentResponse:  # noqa: N802
        """One with everything that became of it."""
        seen = await view_payment(self._desk.database, UUID(request.payment_id), self._desk.clock.now())
        return rpc.GetPaymentResponse(
            payment=payment_message(seen.payment),
            refunds=[refund_message(row) for row in seen.refunds],
            disputes=[messages.dispute_message(row) for row in seen.disputes],
        )

    async def ListDisputes(self, request: rpc.ListDisputesRequest, context: Any) -> rpc.ListDisputesResponse:  # noqa: N802
        """Newest first."""
        page = await self._page(DISPUTES, messages.dispute_conditions(request), request)
        return rpc.ListDisputesResponse(
            disputes=[messages.dispute_message(row) for row in page.rows],
            next_page_token=page.next_page_token,
            total_count=page.total_count,
        )

    async def GetPaymentStatistics(  # noqa: N802
        self, request: rpc.GetPaymentStatisticsRequest, context: Any
    ) -> rpc.GetPaymentStatisticsResponse:
        """The dashboard's numbers."""
        async with self._desk.database.reading() as connection:
            found = await reports.statistics(connection)
        return rpc.GetPaymentStatisticsResponse(
            total_payments=found.total,
            pending_payments=found.pending,
            failed_payments=found.failed,
            revenue_cents=int(found.revenue_cents),
            refunds_to_decide=found.refunds_to_decide,
            open_disputes=found.open_disputes,
        )

    async def GetRevenueReport(  # noqa: N802
        self, request: rpc.GetRevenueReportRequest, context: Any
    ) -> rpc.GetRevenueReportResponse:
        """By period and service."""
        desk, period = self._desk, PERIODS[request.period]
        rows = await report_revenue(desk.database, request.start_date, request.end_date, period, desk.clock.now())
        return rpc.GetRevenueReportResponse(
            rows=[messages.revenue_message(row) for row in rows], total=messages.revenue_message(total_of(rows))
        )

    async def GetBalances(self, request: rpc.GetBalancesRequest, context: Any) -> rpc.GetBalancesResponse:  # noqa: N802
        """Every account."""
        async with self._desk.database.transaction() as connection:
            found = await balances(connection)
            await record(connection, "balances.viewed", ("balances", new_id()), self._desk.clock.now())
        accounts = [rpc.AccountBalance(account=name, balance_cents=cents) for name, cents in sorted(found.items())]
        return rpc.GetBalancesResponse(balances=accounts)

    async def ListLedger(self, request: rpc.ListLedgerRequest, context: Any) -> rpc.ListLedgerResponse:  # noqa: N802
        """Newest first, with their sides."""
        page = await self._page(LEDGER, messages.ledger_conditions(request), request)
        async with self._desk.database.reading() as connection:
            sides = await reports.entries_of(connection, [row.id for row in page.rows])
        return rpc.ListLedgerResponse(
            movements=[messages.movement_message(row, sides[row.id]) for row in page.rows],
            next_page_token=page.next_page_token,
            total_count=page.total_count,
        )

    async def InspectBookingPayments(  # noqa: N802
        self, request: rpc.InspectBookingPaymentsRequest, context: Any
    ) -> rpc.InspectBookingPaymentsResponse:
        """Everything about one booking's money."""
        seen = await view_booking_money(self._desk.database, UUID(request.booking_id), self._desk.clock.now())
        return rpc.InspectBookingPaymentsResponse(
            payments=[payment_message(row) for row in seen.payments],
            refunds=[refund_message(row) for row in seen.refunds],
            disputes=[messages.dispute_message(row) for row in seen.disputes],
        )
