"""Logistics, as staff plan and report it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from totetaxi.booking.v1 import logistics_service_pb2 as service

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import staff_refusals
from gateway.schemas import logistics as schema
from gateway.schemas.members import CalendarDate
from gateway.views import logistics as view
from gateway.views.messages import message_of

router = APIRouter(prefix="/api/staff/logistics", tags=["staff: logistics"], dependencies=[Depends(act_as_staff)])

SAVE = staff_refusals(HTTPStatus.CONFLICT)
CHANGE = staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.get("/drivers/", summary="Drivers", responses=staff_refusals())
async def list_drivers(around: Around) -> schema.Drivers:
    """All of them, by name."""
    found = await around.upstreams.logistics.ListDrivers(service.ListDriversRequest())
    return schema.Drivers(drivers=[view.driver(each) for each in found.drivers])


@router.put("/drivers/{driver_id}/", summary="Enter a driver, or change one", responses=SAVE)
async def save_driver(driver_id: UUID, sent: schema.DriverWanted, around: Around) -> schema.Driver:
    """Under an id that the client makes; the same again changes nothing."""
    asked = service.SaveDriverRequest(driver_id=str(driver_id), **sent.model_dump())
    return view.driver((await around.upstreams.logistics.SaveDriver(asked)).driver)


@router.get("/vans/", summary="Vans", responses=staff_refusals())
async def list_vans(around: Around) -> schema.Vans:
    """All of them, by name."""
    found = await around.upstreams.logistics.ListVans(service.ListVansRequest())
    return schema.Vans(vans=[view.van(each) for each in found.vans])


@router.put("/vans/{van_id}/", summary="Enter a van, or change one", responses=SAVE)
async def save_van(van_id: UUID, sent: schema.VanWanted, around: Around) -> schema.Van:
    """Under an id that the client makes; the same again changes nothing."""
    asked = service.SaveVanRequest(van_id=str(van_id), **sent.model_dump())
    return view.van((await around.upstreams.logistics.SaveVan(asked)).van)


@router.get("/tasks/", summary="What is to be done on a day", responses=staff_refusals())
async def list_day_tasks(
    around: Around, day: Annotated[CalendarDate, Query(description="A day in New York")]
) -> schema.Tasks:
    """In planned order, each with its door and its crew."""
    asked = service.ListDayTasksRequest(day=day.isoformat())
    return view.tasks((await around.upstreams.logistics.ListDayTasks(asked)).tasks)


@router.get("/tasks/urgent/", summary="What nobody does yet", responses=staff_refusals())
async def list_urgent_tasks(
    around: Around, within_hours: Annotated[int, Query(ge=1, le=336, description="How soon it begins")] = 24
) -> schema.Tasks:
    """Without a crew, or failed, though it begins soon; what is late comes first."""
    asked = service.ListUrgentTasksRequest(within_hours=within_hours)
    return view.tasks((await around.upstreams.logistics.ListUrgentTasks(asked)).tasks)


@router.post("/tasks/{task_id}/assign/", summary="Give a task to a crew", responses=CHANGE)
async def assign_task(task_id: UUID, sent: schema.Assignment, around: Around) -> schema.Task:
    """A driver and a van that are nowhere else then; who is in the way is named."""
    asked = view.assign_request(task_id, sent)
    return view.task((await around.upstreams.logistics.AssignTask(asked)).task)


@router.post("/tasks/{task_id}/report/", summary="Say how far a task is", responses=CHANGE)
async def report_task(task_id: UUID, sent: schema.Report, around: Around) -> schema.Task:
    """The first thing loaded begins the booking; the last handed over completes it."""
    asked = message_of(service.ReportTaskRequest, sent.model_dump() | {"task_id": str(task_id)})
    return view.task((await around.upstreams.logistics.ReportTask(asked)).task)
