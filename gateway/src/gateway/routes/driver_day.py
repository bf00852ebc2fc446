"""A driver's day by link: staff make it, and whoever has it sees and reports that driver's stops."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Depends
from totetaxi.booking.v1 import driver_day_service_pb2 as service

from gateway.acting import act_as_staff
from gateway.dependencies import Around, act_as_visitor, limited
from gateway.refusal_docs import refusals, staff_refusals
from gateway.schemas import driver_day as schema
from gateway.views import driver_day as view

router = APIRouter(prefix="/api/driver", tags=["drivers"], dependencies=[Depends(act_as_visitor)])
staff_router = APIRouter(
    prefix="/api/staff/logistics/drivers", tags=["staff: logistics"], dependencies=[Depends(act_as_staff)]
)

MAKE = staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)
BY_LINK = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS)
OFTEN = [Depends(limited("lookups"))]


@staff_router.post(
    "/{driver_id}/links/", status_code=HTTPStatus.CREATED, summary="A link to a driver's day", responses=MAKE
)
async def create_driver_link(driver_id: UUID, sent: schema.DriverLinkWanted, around: Around) -> schema.DriverLink:
    """Send it to the driver by whatever you like: who has it sees that day's stops of theirs, and reports them.

    The link before for the same driver and day leads nowhere from now on.
    """
    asked = service.CreateDriverLinkRequest(driver_id=str(driver_id), day=sent.day.isoformat())
    return view.link(await around.upstreams.driver_days.CreateDriverLink(asked))


@staff_router.delete(
    "/{driver_id}/links/{day}/",
    status_code=HTTPStatus.NO_CONTENT,
    summary="End the link to a driver's day",
    responses=staff_refusals(HTTPStatus.NOT_FOUND),
)
async def revoke_driver_link(driver_id: UUID, day: date, around: Around) -> None:
    """It leads nowhere at once. Where there is none, nothing happens."""
    asked = service.RevokeDriverLinkRequest(driver_id=str(driver_id), day=day.isoformat())
    await around.upstreams.driver_days.RevokeDriverLink(asked)


@router.post("/day/", summary="My stops of a day", dependencies=OFTEN, responses=refusals(*BY_LINK))
async def get_driver_day(sent: schema.DriverToken, around: Around) -> schema.DriverDay:
    """For whoever has the link: in planned order, with what the driver's sheet shows; the look is noted."""
    asked = service.GetDriverDayRequest(token=sent.token)
    return view.day((await around.upstreams.driver_days.GetDriverDay(asked)).day)


@router.post(
    "/tasks/{task_id}/",
    summary="Say how far a stop of mine is",
    dependencies=OFTEN,
    responses=refusals(*BY_LINK, HTTPStatus.CONFLICT),
)
async def report_driver_task(task_id: UUID, sent: schema.DriverReport, around: Around) -> schema.DriverDay:
    """Answers the whole day as it is then. The same again changes nothing, so send it again where no answer came."""
    return view.day((await around.upstreams.driver_days.ReportDriverTask(view.report_request(task_id, sent))).day)
