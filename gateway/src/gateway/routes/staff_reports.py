"""Financial reports and reconciliation, for those who may view them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1 import reconciliation_service_pb2 as reconciliation

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import staff_reports as schema
from gateway.schemas.members import CalendarDate, Cursor
from gateway.views import staff_reports as view

DIFFERENCES_PATH = "/api/staff/reports/differences/"

router = APIRouter(prefix="/api/staff/reports", tags=["reports"], dependencies=[Depends(act_as_staff)])

LIST = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN)


@router.get("/revenue/", summary="Revenue by period and service", responses=LIST)
async def get_revenue_report(
    start_date: CalendarDate,
    end_date: CalendarDate,
    around: Around,
    period: Literal["day", "week", "month"] = "month",
) -> schema.RevenueReport:
    """From the books, in New York's days; cancelled bookings and what went back included."""
    asked = finance.GetRevenueReportRequest(
        start_date=start_date.isoformat(),
        end_date=end_date.isoformat(),
        period=f"REPORT_PERIOD_{period.upper()}",
    )
    answer = await around.upstreams.finance.GetRevenueReport(asked)
    rows = [view.revenue_row(each) for each in answer.rows]
    return schema.RevenueReport(rows=rows, total=view.revenue_row(answer.total))


@router.get("/balances/", summary="What every account stands at", responses=refusals(*SIGNED_IN))
async def get_balances(around: Around) -> schema.Balances:
    """Their sum is zero."""
    answer = await around.upstreams.finance.GetBalances(finance.GetBalancesRequest())
    return schema.Balances(balances={each.account: each.balance_cents for each in answer.balances})


@router.get("/differences/", summary="Where Stripe and we differ", responses=LIST)
async def list_differences(
    around: Around,
    include_resolved: bool = False,
    page_size: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Cursor = "",
) -> schema.DifferencePage:
    """Newest first."""
    asked = reconciliation.ListDifferencesRequest(
        include_resolved=include_resolved, page_size=page_size, page_token=cursor
    )
    answer = await around.upstreams.reconciliation.ListDifferences(asked)
    wanted = {"include_resolved": str(include_resolved).lower(), "page_size": page_size}
    following = urlencode({**wanted, "cursor": answer.next_page_token})
    return schema.DifferencePage(
        count=answer.total_count,
        next=f"{DIFFERENCES_PATH}?{following}" if answer.next_page_token else None,
        results=[view.difference(each) for each in answer.differences],
    )


@router.post(
    "/differences/{difference_id}/resolve/",
    summary="Say what became of a difference",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def resolve_difference(difference_id: UUID, sent: schema.Resolution, around: Around) -> schema.Difference:
    """It is raised again if it is still there."""
    asked = reconciliation.ResolveDifferenceRequest(difference_id=str(difference_id), resolution=sent.resolution)
    return view.difference((await around.upstreams.reconciliation.ResolveDifference(asked)).difference)
