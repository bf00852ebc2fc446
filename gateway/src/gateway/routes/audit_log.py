"""The audit log: for those who may view it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Annotated

from chassis.clock import Clock, new_york_date
from chassis.refusal import UnknownCaller
from chassis.remote import acting_for
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from totetaxi.identity.v1 import audit_service_pb2 as messages

from gateway.acting import act_as_staff
from gateway.dependencies import Around, Surroundings, limited
from gateway.patience import EXPORT_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import audit_log as schema
from gateway.session_cookie import session_token_of
from gateway.views import audit_log as view

EXPORT_PAGE = 1000

router = APIRouter(prefix="/api/staff/audit-log", tags=["audit log"], dependencies=[Depends(act_as_staff)])

REFUSALS = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN)


@router.get("/", summary="Search the audit log", responses=REFUSALS)
async def search_audit_log(search: Annotated[schema.AuditSearch, Query()], around: Around) -> schema.AuditPage:
    """Newest first."""
    asked = messages.SearchAuditLogRequest(
        filter=view.audit_filter(search), page_size=search.page_size, cursor=search.cursor
    )
    answer = await around.upstreams.audit.SearchAuditLog(asked)
    return schema.AuditPage(entries=[view.entry(each) for each in answer.entries], next_cursor=answer.next_cursor)


@router.get(
    "/export/",
    summary="The audit log as CSV",
    response_class=StreamingResponse,
    dependencies=[Depends(limited("exports"))],
    responses={
        **refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
        200: {"content": {"text/csv": {}}, "description": "Oldest first"},
    },
)
async def export_audit_log(
    wanted: Annotated[schema.AuditFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page. If anything fails on the way, the connection breaks off: no part is taken for all."""
    asked = messages.ExportAuditLogRequest(filter=view.audit_filter(wanted), page_size=EXPORT_PAGE)
    first = await export_page(around, asked)  # a refusal is still an answer of its own
    name = f"audit-log-{new_york_date(Clock().now()).isoformat()}.csv"
    return StreamingResponse(
        pages(request, around, asked, first),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@router.get("/verification/", summary="Check the chain of the audit log", responses=REFUSALS)
async def verify_audit_log(
    around: Around,
    from_position: Annotated[int, Query(ge=0, le=2**62, description="0 means the first entry")] = 0,
    limit: Annotated[int, Query(ge=1, le=10_000)] = 10_000,
) -> schema.AuditVerification:
    """Recomputes a stretch of it; ask again with `next_position` until it is null."""
    asked = messages.VerifyAuditChainRequest(from_position=from_position, limit=limit)
    return view.verification(await patiently(around.upstreams.audit.VerifyAuditChain, asked, EXPORT_SECONDS))


async def export_page(around: Surroundings, asked: messages.ExportAuditLogRequest) -> messages.ExportAuditLogResponse:
    """One page, oldest first."""
    return await patiently(around.upstreams.audit.ExportAuditLog, asked, EXPORT_SECONDS)


async def pages(
    request: Request,
    around: Surroundings,
    asked: messages.ExportAuditLogRequest,
    page: messages.ExportAuditLogResponse,
) -> AsyncIterator[bytes]:
    """The header, then page after page."""
    yield view.csv_of([view.COLUMNS])
    while True:
        yield view.csv_of(view.csv_row(each) for each in page.entries)
        if not page.next_cursor:
            return
        asked.cursor = page.next_cursor
        await act_again(request, around)
        page = await export_page(around, asked)


async def act_again(request: Request, around: Surroundings) -> None:
    """A long download outlives a principal: asks again whose session it is. Raises UnknownCaller once it is over."""
    found = await around.credentials.by_session(session_token_of(request, around.settings))
    if found is None:
        raise UnknownCaller("session_over", "You are not signed in any more; please sign in again.")
    acting_for.set(found.principal)
