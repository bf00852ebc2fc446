"""Claims for damage: customers claim, staff settle."""

from __future__ import annotations

from enum import Enum
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from totetaxi.booking.v1 import claim_service_pb2 as service

from gateway.acting import act_as_customer, act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import claims as schema
from gateway.schemas.members import Cursor
from gateway.views import claims as view

TAGS: list[str | Enum] = ["claims"]

customer_router = APIRouter(prefix="/api/customer", tags=TAGS, dependencies=[Depends(act_as_customer)])
staff_router = APIRouter(prefix="/api/staff", tags=TAGS, dependencies=[Depends(act_as_staff)])

LOOK = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
CHANGE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@staff_router.get("/bookings/{booking_id}/claims/", summary="The claims of a booking", responses=LOOK)
@customer_router.get("/bookings/{booking_id}/claims/", summary="My claims for a booking", responses=LOOK)
async def list_claims(booking_id: UUID, around: Around) -> schema.Claims:
    """Newest first."""
    asked = service.ListClaimsRequest(booking_id=str(booking_id))
    return view.claims((await around.upstreams.claims.ListClaims(asked)).claims)


@customer_router.post(
    "/bookings/{booking_id}/claims/", status_code=HTTPStatus.CREATED, summary="Claim for damage", responses=CHANGE
)
async def open_claim(booking_id: UUID, sent: schema.NewClaim, around: Around) -> schema.Claim:
    """Within 14 days after the move was completed; the same again while it is open is the same claim."""
    answer = await around.upstreams.claims.OpenClaim(view.new_claim(booking_id, sent))
    return view.claim(answer.claim)


@staff_router.get("/claims/", summary="Claims", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def search_claims(
    around: Around,
    status: schema.ClaimStatusWord | None = None,
    page_size: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Cursor = "",
) -> schema.Claims:
    """Of all bookings, newest first."""
    asked = service.SearchClaimsRequest(status=view.status_of(status), page_size=page_size, page_token=cursor)
    answer = await around.upstreams.claims.SearchClaims(asked)
    return view.claims(answer.claims, answer.next_page_token)


@staff_router.post("/claims/{claim_id}/accept/", summary="Accept a claim", responses=CHANGE)
async def accept_claim(claim_id: UUID, sent: schema.ClaimAcceptance, around: Around) -> schema.Claim:
    """Gives an amount back: its refund then waits for approval among the others."""
    asked = service.AcceptClaimRequest(claim_id=str(claim_id), amount_cents=sent.amount_cents, reason=sent.reason)
    return view.claim((await around.upstreams.claims.AcceptClaim(asked)).claim)


@staff_router.post("/claims/{claim_id}/reject/", summary="Reject a claim", responses=CHANGE)
async def reject_claim(claim_id: UUID, sent: schema.ClaimRejection, around: Around) -> schema.Claim:
    """Gives nothing back; the customer reads the reason."""
    asked = service.RejectClaimRequest(claim_id=str(claim_id), reason=sent.reason)
    return view.claim((await around.upstreams.claims.RejectClaim(asked)).claim)
