"""When we can come."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from totetaxi.booking.v1.booking_service_pb2 import ListAvailabilityRequest

from gateway.dependencies import Around, act_as_visitor, limited
from gateway.refusal_docs import refusals
from gateway.schemas.availability import Availability
from gateway.schemas.members import CalendarDate
from gateway.views.availability import availability

router = APIRouter(prefix="/api/public", tags=["availability"], dependencies=[Depends(act_as_visitor)])


@router.get(
    "/availability/",
    summary="Free places and surcharges by day",
    dependencies=[Depends(limited("previews"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.TOO_MANY_REQUESTS),
)
async def list_availability(
    around: Around,
    start_date: Annotated[CalendarDate | None, Query(description="Default: today in New York")] = None,
    end_date: Annotated[CalendarDate | None, Query(description="Inclusive; default: 60 days after the first")] = None,
) -> Availability:
    """Every day of the range; at most 366 days."""
    asked = ListAvailabilityRequest(
        start_date=start_date.isoformat() if start_date else "", end_date=end_date.isoformat() if end_date else ""
    )
    answer = await around.upstreams.booking.ListAvailability(asked)
    return availability(answer.days)
