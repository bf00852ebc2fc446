"""Route plans, on their way in and out."""

from __future__ import annotations

from totetaxi.booking.v1 import route_plan_pb2 as contract
from totetaxi.booking.v1 import route_plan_service_pb2 as service

from gateway.schemas import route_plans as schema
from gateway.views.messages import plain


def plan(each: contract.RoutePlan) -> schema.Plan:
    """One plan."""
    return schema.Plan.model_validate(plain(each))


def plans(answer: service.ListRoutePlansResponse) -> schema.Plans:
    """A page of plans."""
    shown = [schema.PlanSummary.model_validate(plain(each)) for each in answer.plans]
    return schema.Plans(plans=shown, next_cursor=answer.next_page_token)


def plan_request(sent: schema.PlanWanted) -> service.PlanRoutesRequest:
    """What booking is asked to plan."""
    crews = [service.VanCrew(van_id=str(crew.van_id), driver_id=str(crew.driver_id)) for crew in sent.crews]
    return service.PlanRoutesRequest(day=sent.day.isoformat(), is_anew=sent.is_anew, crews=crews)
