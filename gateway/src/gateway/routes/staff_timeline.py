"""The time machine of staff: everything about one booking in the order in which it happened."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import staff_refusals
from gateway.schemas.members import Cursor
from gateway.schemas.staff_timeline import Timeline
from gateway.timeline import timeline_of

router = APIRouter(prefix="/api/staff/bookings", tags=["staff: bookings"], dependencies=[Depends(act_as_staff)])


@router.get(
    "/{booking_id}/timeline/",
    summary="Everything about a booking, in order",
    responses=staff_refusals(HTTPStatus.NOT_FOUND),
)
async def get_timeline(
    booking_id: UUID, around: Around, page_size: Annotated[int, Query(ge=1, le=200)] = 100, cursor: Cursor = ""
) -> Timeline:
    """States, documents, handovers, claims, tasks, payments, refunds, disputes, messages and acts, oldest first.

    A service that is away, or that you may not ask, is named in `missing` with the reason; the rest is told.
    """
    return await timeline_of(around.upstreams, str(booking_id), page_size, cursor)
