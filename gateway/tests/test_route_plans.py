"""Route plans over REST: proposed, listed, looked at and accepted."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Conflict, Unavailable
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.booking.v1 import logistics_pb2
from totetaxi.booking.v1 import route_plan_pb2 as contract
from totetaxi.booking.v1 import route_plan_service_pb2 as service
from totetaxi.booking.v1.booking_paper_service_pb2 import Paper

ROOT = "/api/staff/logistics/route-plans/"
ONE = f"{ROOT}{BOOKING_ID}/"


def task() -> logistics_pb2.DeliveryTask:
    moments = dict.fromkeys(
        ("window_from", "window_until", "planned_from", "planned_until", "updated_at"), timestamp(NOON)
    )
    return logistics_pb2.DeliveryTask(
        id=BOOKING_ID,
        booking_id=BOOKING_ID,
        booking_number="TT-7QK2MB",
        kind=logistics_pb2.DELIVERY_TASK_KIND_PICKUP,
        status=logistics_pb2.DELIVERY_TASK_STATUS_UNASSIGNED,
        address={"address_line_1": "1 Main St", "city": "East Hampton", "state": "NY", "zip_code": "11937"},
        **moments,
    )


def summary() -> contract.RoutePlanSummary:
    return contract.RoutePlanSummary(
        id=BOOKING_ID, day="2027-06-02", version=2, made_at=timestamp(NOON), stop_count=1, left_out_count=1
    )


def plan() -> contract.RoutePlan:
    moments = dict.fromkeys(("arrives_at", "begins_at", "departs_at"), timestamp(NOON))
    stop = contract.RouteStop(task=task(), drive_seconds=9_960, drive_meters=175_000, **moments)
    route = contract.VanRoute(
        van_id=BOOKING_ID, van_name="Van 1", stops=[stop], starts_at=timestamp(NOON), ends_at=timestamp(NOON)
    )
    return contract.RoutePlan(
        summary=summary(),
        routes=[route],
        left_out=[contract.LeftOutTask(task=task(), reason="It takes 61 totes.")],
        idle_vans=[contract.IdleVan(van_id=BOOKING_ID, van_name="Van 2", reason="Nobody is free to drive it.")],
        before=contract.RouteTotals(),
        after=contract.RouteTotals(stop_count=1, van_count=1, drive_seconds=19_920, drive_meters=350_000),
    )


@pytest.fixture(autouse=True)
def booking(network: Any) -> None:
    network.answers |= {
        "PlanRoutes": lambda _: service.PlanRoutesResponse(plan=plan()),
        "GetRoutePlan": lambda _: service.GetRoutePlanResponse(plan=plan()),
        "ListRoutePlans": lambda _: service.ListRoutePlansResponse(plans=[summary()], next_page_token="more"),
        "AcceptRoutePlan": lambda _: service.AcceptRoutePlanResponse(plan=plan()),
    }


async def test_a_plan_is_proposed_with_its_routes_and_what_is_left_out(staff: Any, network: Any) -> None:
    crews = [{"van_id": BOOKING_ID, "driver_id": BOOKING_ID}]
    answer = await staff.post(ROOT, json={"day": "2027-06-02", "is_anew": True, "crews": crews})
    assert answer.status_code == 201
    made = answer.json()
    [stop] = made["routes"][0]["stops"]
    assert (stop["task"]["kind"], stop["drive_seconds"], stop["is_fixed"]) == ("pickup", 9_960, False)
    assert (made["left_out"][0]["reason"], made["idle_vans"][0]["van_name"]) == ("It takes 61 totes.", "Van 2")
    assert (made["summary"]["accepted_at"], made["before"]["stop_count"], made["after"]["stop_count"]) == (None, 0, 1)
    asked = network.asked("PlanRoutes")[0].request
    assert (asked.day, asked.is_anew, asked.crews[0].van_id) == ("2027-06-02", True, BOOKING_ID)


async def test_plans_of_a_day_are_listed_and_looked_at(staff: Any, network: Any) -> None:
    listed = (await staff.get(ROOT, params={"day": "2027-06-02", "page_size": 5})).json()
    assert ([each["version"] for each in listed["plans"]], listed["next_cursor"]) == ([2], "more")
    assert network.asked("ListRoutePlans")[0].request.page_size == 5
    assert (await staff.get(ONE)).json()["summary"]["id"] == BOOKING_ID


async def test_accepting_says_what_has_changed_since(staff: Any, network: Any) -> None:
    assert (await staff.post(f"{ONE}accept/")).status_code == 200

    def outdated(_: object) -> None:
        message = "This changed since the plan was made: the pickup of TT-7QK2MB is assigned now. Plan the day again."
        raise Conflict("plan_outdated", message, "plan_id")

    network.answers["AcceptRoutePlan"] = outdated
    answer = await staff.post(f"{ONE}accept/")
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_outdated")
    assert "TT-7QK2MB is assigned now" in answer.json()["detail"]


async def test_a_plan_that_takes_too_long_may_be_asked_for_again(staff: Any, network: Any) -> None:
    def slow(_: object) -> None:
        raise Unavailable("planning_too_slow", "Planning this day takes too long right now.")

    network.answers["PlanRoutes"] = slow
    answer = await staff.post(ROOT, json={"day": "2027-06-02"})
    assert (answer.status_code, answer.json()["code"]) == (503, "planning_too_slow")


@pytest.mark.parametrize(
    "wrong", [{"day": "tomorrow"}, {}, {"day": "2027-06-02", "crews": [{"van_id": BOOKING_ID}]}, {"days": 1}]
)
async def test_what_is_no_wish_is_refused(staff: Any, network: Any, wrong: dict[str, Any]) -> None:
    assert (await staff.post(ROOT, json=wrong)).status_code == 400
    assert network.asked("PlanRoutes") == []


async def test_a_drivers_sheet_is_a_pdf_that_nobody_on_the_way_keeps(staff: Any, network: Any) -> None:
    paper = Paper(content=b"%PDF-1.7", content_type="application/pdf", file_name="ToteTaxi-driver-2027-06-02.pdf")
    network.answers["GetDriverSheet"] = lambda _: service.GetDriverSheetResponse(paper=paper)
    address = f"/api/staff/logistics/vans/{BOOKING_ID}/driver-sheet/"
    answer = await staff.get(address, params={"day": "2027-06-02"})
    assert (answer.status_code, answer.content) == (200, b"%PDF-1.7")
    assert answer.headers["content-type"] == "application/pdf"
    assert (answer.headers["cache-control"], paper.file_name in answer.headers["content-disposition"]) == (
        "no-store",
        True,
    )
    asked = network.asked("GetDriverSheet")[0].request
    assert (asked.van_id, asked.day) == (BOOKING_ID, "2027-06-02")
    assert (await staff.get(address, params={"day": "tomorrow"})).status_code == 400
