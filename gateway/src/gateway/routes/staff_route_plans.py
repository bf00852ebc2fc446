"""Route plans, as staff have them made and accept them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from totetaxi.booking.v1 import route_plan_service_pb2 as service

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.paging import Cursor, PageSize
from gateway.patience import PLANNING_SECONDS, patiently
from gateway.refusal_docs import staff_refusals
from gateway.schemas import route_plans as schema
from gateway.schemas.members import CalendarDate
from gateway.views import route_plans as view

router = APIRouter(
    prefix="/api/staff/logistics/route-plans", tags=["staff: logistics"], dependencies=[Depends(act_as_staff)]
)

CHANGE = staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.post("/", status_code=HTTPStatus.CREATED, summary="Propose a day's routes", responses=CHANGE)
async def plan_routes(sent: schema.PlanWanted, around: Around) -> schema.Plan:
    """Who goes to which door when. Nothing changes until the plan is accepted."""
    made = await patiently(around.upstreams.route_plans.PlanRoutes, view.plan_request(sent), PLANNING_SECONDS)
    return view.plan(made.plan)


@router.get("/", summary="A day's plans", responses=staff_refusals())
async def list_route_plans(
    around: Around,
    day: Annotated[CalendarDate, Query(description="A day in New York")],
    page_size: PageSize = 20,
    cursor: Cursor = "",
) -> schema.Plans:
    """The newest first."""
    asked = service.ListRoutePlansRequest(day=day.isoformat(), page_size=page_size, page_token=cursor)
    return view.plans(await around.upstreams.route_plans.ListRoutePlans(asked))


@router.get("/{plan_id}/", summary="One plan", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def get_route_plan(plan_id: UUID, around: Around) -> schema.Plan:
    """With its tasks as they are now."""
    asked = service.GetRoutePlanRequest(plan_id=str(plan_id))
    return view.plan((await around.upstreams.route_plans.GetRoutePlan(asked)).plan)


@router.post("/{plan_id}/accept/", summary="Accept a plan", responses=CHANGE)
async def accept_route_plan(plan_id: UUID, around: Around) -> schema.Plan:
    """Gives every task of it to its crew, or none; a conflict names what has changed since it was made."""
    asked = service.AcceptRoutePlanRequest(plan_id=str(plan_id))
    return view.plan((await around.upstreams.route_plans.AcceptRoutePlan(asked)).plan)
