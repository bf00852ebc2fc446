"""Financial reports and reconciliation, for those who may view them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import reconciliation_service_pb2 as reconciliation

from gateway import csv_files
from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import staff_reports as schema
from gateway.schemas.members import CalendarDate
from gateway.schemas.staff_reports import Period
from gateway.views import staff_reports as view
from gateway.views.staff_payments import following

LEDGER_PATH = "/api/staff/reports/ledger/"
RECONCILIATIONS_PATH = "/api/staff/reports/reconciliations/"
DIFFERENCES_PATH = "/api/staff/reports/differences/"

router = APIRouter(prefix="/api/staff/reports", tags=["reports"], dependencies=[Depends(act_as_staff)])

LIST = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN)


@router.get("/revenue/", summary="Revenue by period and service", responses=LIST)
async def get_revenue_report(
    start_date: CalendarDate,
    end_date: CalendarDate,
    around: Around,
    period: Period = "month",
) -> schema.RevenueReport:
    """From the books, in New York's days; cancelled bookings and what went back included."""
    answer = await around.upstreams.finance.GetRevenueReport(view.revenue_question(start_date, end_date, period))
    rows = [view.revenue_row(each) for each in answer.rows]
    return schema.RevenueReport(rows=rows, total=view.revenue_row(answer.total))


@router.get("/revenue/export/", summary="Revenue as CSV", **csv_files.ROUTE | {"response_class": Response})
async def export_revenue_report(
    start_date: CalendarDate, end_date: CalendarDate, around: Around, period: Period = "month"
) -> Response:
    """The same rows, without the total."""
    answer = await around.upstreams.finance.GetRevenueReport(view.revenue_question(start_date, end_date, period))
    return csv_files.whole(view.REVENUE_FILE, answer)


@router.get("/balances/", summary="What every account stands at", responses=refusals(*SIGNED_IN))
async def get_balances(around: Around) -> schema.Balances:
    """Their sum is zero."""
    answer = await around.upstreams.finance.GetBalances(finance.GetBalancesRequest())
    return schema.Balances(balances={each.account: each.balance_cents for each in answer.balances})


@router.get("/ledger/", summary="The books", responses=LIST)
async def list_ledger(search: Annotated[schema.LedgerSearch, Query()], around: Around) -> schema.LedgerPage:
    """Newest first; each movement with its sides, which add up to zero."""
    answer = await around.upstreams.finance.ListLedger(view.ledger_question(search, search.page_size, search.cursor))
    return schema.LedgerPage(
        count=answer.total_count,
        next=following(LEDGER_PATH, search, answer),
        results=[view.movement(each) for each in answer.movements],
    )


@router.get("/ledger/export/", summary="The books as CSV", **csv_files.ROUTE)
async def export_ledger(
    wanted: Annotated[schema.LedgerFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page; one row for each side of a movement, debits positive."""
    asked = view.ledger_question(wanted, csv_files.PAGE)
    return await csv_files.stream(view.LEDGER_FILE, request, around, around.upstreams.finance.ListLedger, asked)


@router.get("/reconciliations/", summary="Comparisons with Stripe", responses=LIST)
async def list_reconciliations(
    search: Annotated[schema.ReconciliationSearch, Query()], around: Around
) -> schema.ReconciliationPage:
    """Newest first."""
    asked = reconciliation.ListReconciliationsRequest(
        only_differing=search.only_differing, page_size=search.page_size, page_token=search.cursor
    )
    answer = await around.upstreams.reconciliation.ListReconciliations(asked)
    return schema.ReconciliationPage(
        count=answer.total_count,
        next=following(RECONCILIATIONS_PATH, search, answer),
        results=[view.comparison(each) for each in answer.reconciliations],
    )


@router.get("/differences/", summary="Where Stripe and we differ", responses=LIST)
async def list_differences(
    search: Annotated[schema.DifferenceSearch, Query()], around: Around
) -> schema.DifferencePage:
    """Newest first."""
    asked = view.difference_question(search, search.page_size, search.cursor)
    answer = await around.upstreams.reconciliation.ListDifferences(asked)
    return schema.DifferencePage(
        count=answer.total_count,
        next=following(DIFFERENCES_PATH, search, answer),
        results=[view.difference(each) for each in answer.differences],
    )


@router.get("/differences/export/", summary="Differences as CSV", **csv_files.ROUTE)
async def export_differences(
    wanted: Annotated[schema.DifferenceFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page."""
    asked = view.difference_question(wanted, csv_files.PAGE)
    ask = around.upstreams.reconciliation.ListDifferences
    return await csv_files.stream(view.DIFFERENCES_FILE, request, around, ask, asked)


@router.post(
    "/differences/{difference_id}/resolve/",
    summary="Say what became of a difference",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def resolve_difference(difference_id: UUID, sent: schema.Resolution, around: Around) -> schema.Difference:
    """It is raised again if it is still there."""
    asked = reconciliation.ResolveDifferenceRequest(difference_id=str(difference_id), resolution=sent.resolution)
    return view.difference((await around.upstreams.reconciliation.ResolveDifference(asked)).difference)
