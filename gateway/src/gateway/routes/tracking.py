"""How far a booking's things are: for its customer, for staff, and for whoever proves to have booked it."""

from __future__ import annotations

from enum import Enum
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from totetaxi.booking.v1.tracking_service_pb2 import GetTrackingRequest

from gateway.acting import act_as_customer, act_as_staff, act_as_whoever
from gateway.dependencies import Around, limited
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.booking_papers import ProofOfEmail, number_and_proof
from gateway.schemas import tracking as schema
from gateway.views import tracking as view

TAGS: list[str | Enum] = ["tracking"]

customer_router = APIRouter(
    prefix="/api/customer/bookings/{booking_id}", tags=TAGS, dependencies=[Depends(act_as_customer)]
)
staff_router = APIRouter(prefix="/api/staff/bookings/{booking_id}", tags=TAGS, dependencies=[Depends(act_as_staff)])
public_router = APIRouter(
    prefix="/api/public/booking-status/{booking_number}",
    tags=TAGS,
    dependencies=[Depends(act_as_whoever), Depends(limited("lookups"))],
)

LOOK = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
PUBLIC_LOOK = refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS)


@staff_router.get("/tracking/", summary="How far a booking is", responses=LOOK)
@customer_router.get("/tracking/", summary="How far my booking is", responses=LOOK)
async def get_tracking(booking_id: UUID, around: Around) -> schema.Tracking:
    """Pickup before delivery, each with its stages and when we will be there; in New York time."""
    asked = GetTrackingRequest(booking_id=str(booking_id))
    return view.tracking(await around.upstreams.tracking.GetTracking(asked))


@public_router.get("/tracking/", summary="How far a booking is, by its number", responses=PUBLIC_LOOK)
async def get_public_tracking(
    booking_number: str, request: Request, around: Around, email: ProofOfEmail = ""
) -> schema.Tracking:
    """For whoever proves it by its email, or by the cookie that made it within the last 24 hours."""
    asked = GetTrackingRequest(**number_and_proof(booking_number, email, request, around))
    return view.tracking(await around.upstreams.tracking.GetTracking(asked))
