"""What a van's driver takes along."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.booking.v1.route_plan_service_pb2 import GetDriverSheetRequest

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN
from gateway.routes.booking_papers import as_download, download
from gateway.schemas.members import CalendarDate

router = APIRouter(prefix="/api/staff/logistics/vans", tags=["staff: logistics"], dependencies=[Depends(act_as_staff)])


@router.get(
    "/{van_id}/driver-sheet/",
    summary="A van's day, for its driver",
    response_class=Response,
    responses=download("application/pdf", *SIGNED_IN),
)
async def get_driver_sheet(
    van_id: UUID, around: Around, day: Annotated[CalendarDate, Query(description="A day in New York")]
) -> Response:
    """A PDF: each stop in order with its door, whom to ask for, what is moved and what to bring back; no prices.

    Drivers who have an account get their own stops.
    """
    asked = GetDriverSheetRequest(van_id=str(van_id), day=day.isoformat())
    return as_download((await around.upstreams.route_plans.GetDriverSheet(asked)).paper)
