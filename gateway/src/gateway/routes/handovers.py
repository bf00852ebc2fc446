"""Handing things over: the crew notes and confirms, customers see it, and both fetch the proof pack."""

from __future__ import annotations

from enum import Enum
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from totetaxi.booking.v1 import handover_service_pb2 as service

from gateway.acting import act_as_customer, act_as_staff
from gateway.dependencies import Around
from gateway.patience import EXPORT_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.booking_papers import RECEIPT, as_download
from gateway.schemas import handovers as schema
from gateway.views import handovers as view
from gateway.views.words import instant

TAGS: list[str | Enum] = ["handovers"]
BOOKING = "/bookings/{booking_id}"

customer_router = APIRouter(prefix=f"/api/customer{BOOKING}", tags=TAGS, dependencies=[Depends(act_as_customer)])
staff_router = APIRouter(prefix=f"/api/staff{BOOKING}", tags=TAGS, dependencies=[Depends(act_as_staff)])

LOOK = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
CHANGE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@staff_router.get("/handovers/", summary="How a booking's things were handed over", responses=LOOK)
@customer_router.get("/handovers/", summary="How my things were handed over", responses=LOOK)
async def list_handovers(booking_id: UUID, around: Around) -> schema.Handovers:
    """Pickup before delivery."""
    asked = service.ListHandoversRequest(booking_id=str(booking_id))
    return view.handovers(await around.upstreams.handovers.ListHandovers(asked))


@staff_router.get("/proof-pack/", summary="A booking's proof pack", response_class=Response, responses=RECEIPT)
@customer_router.get("/proof-pack/", summary="My proof pack", response_class=Response, responses=RECEIPT)
async def get_proof_pack(booking_id: UUID, around: Around) -> Response:
    """Everything that was noted, photographed and signed, as one PDF."""
    asked = service.GetProofPackRequest(booking_id=str(booking_id))
    answer = await patiently(around.upstreams.handovers.GetProofPack, asked, EXPORT_SECONDS)
    return as_download(answer.paper)


@customer_router.post("/handovers/{stage}/code/", summary="The code that I tell the crew", responses=CHANGE)
async def issue_code(booking_id: UUID, stage: schema.StageWord, around: Around) -> schema.HandoverCode:
    """It holds for 30 minutes and replaces the one before."""
    asked = service.IssueHandoverCodeRequest(booking_id=str(booking_id), stage=view.stage_of(stage))
    answer = await around.upstreams.handovers.IssueHandoverCode(asked)
    return schema.HandoverCode(code=answer.code, expires_at=instant(answer.expires_at))


@staff_router.put("/handovers/{stage}/", summary="Note the condition of things", responses=CHANGE)
async def record_handover(
    booking_id: UUID, stage: schema.StageWord, sent: schema.HandoverNotes, around: Around
) -> schema.Handover:
    """Until the customer has confirmed it."""
    asked = service.RecordHandoverRequest(
        booking_id=str(booking_id),
        stage=view.stage_of(stage),
        condition_notes=sent.condition_notes,
        signed_by=sent.signed_by,
    )
    return view.handover((await around.upstreams.handovers.RecordHandover(asked)).handover)


@staff_router.post("/handovers/{stage}/confirm/", summary="The customer has confirmed", responses=CHANGE)
async def confirm_handover(
    booking_id: UUID, stage: schema.StageWord, sent: schema.HandoverConfirmation, around: Around
) -> schema.Handover:
    """By the code they told, or by a signature that was sent as a document. What was noted is then fixed."""
    asked = view.confirmation(booking_id, stage, sent)
    return view.handover((await around.upstreams.handovers.ConfirmHandover(asked)).handover)
