"""Logistics over REST: crews are entered and changed, tasks listed, given and reported."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from chassis.refusal import Conflict
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.booking.v1 import booking_pb2
from totetaxi.booking.v1 import logistics_pb2 as contract
from totetaxi.booking.v1 import logistics_service_pb2 as service

ROOT = "/api/staff/logistics/"
TASK = f"{ROOT}tasks/{BOOKING_ID}/"
CREW = {"driver_id": BOOKING_ID, "van_id": BOOKING_ID}


def task() -> contract.DeliveryTask:
    return contract.DeliveryTask(
        id=BOOKING_ID,
        booking_id=BOOKING_ID,
        booking_number="TT-7QK2MB",
        customer_name="Ada Byron",
        kind=contract.DELIVERY_TASK_KIND_AIRPORT_DELIVERY,
        status=contract.DELIVERY_TASK_STATUS_EN_ROUTE,
        day="2027-06-02",
        window_from=timestamp(NOON),
        window_until=timestamp(NOON),
        planned_from=timestamp(NOON),
        planned_until=timestamp(NOON),
        address=booking_pb2.Address(address_line_1="1 Main St", city="East Hampton", state="NY", zip_code="11937"),
        airport="JFK",
        updated_at=timestamp(NOON),
        version=3,
        next_statuses=[contract.DELIVERY_TASK_STATUS_ARRIVED, contract.DELIVERY_TASK_STATUS_FAILED],
    )


@pytest.fixture(autouse=True)
def booking(network: Any) -> None:
    driver = contract.Driver(id=BOOKING_ID, name="Dan Driver", phone="+12125550111", is_active=True, version=1)
    van = contract.Van(id=BOOKING_ID, name="Van 1", capacity=60, is_active=False, version=2)
    network.answers |= {
        "ListDrivers": lambda _: service.ListDriversResponse(drivers=[driver]),
        "SaveDriver": lambda _: service.SaveDriverResponse(driver=driver),
        "ListVans": lambda _: service.ListVansResponse(vans=[van]),
        "SaveVan": lambda _: service.SaveVanResponse(van=van),
        "ListDayTasks": lambda _: service.ListDayTasksResponse(tasks=[task()]),
        "ListUrgentTasks": lambda _: service.ListUrgentTasksResponse(tasks=[task()]),
        "AssignTask": lambda _: service.AssignTaskResponse(task=task()),
        "ReportTask": lambda _: service.ReportTaskResponse(task=task()),
    }


async def test_crews_are_entered_and_listed(staff: Any, network: Any) -> None:
    driver = {"name": "Dan Driver", "phone": "+12125550111", "expected_version": 4}
    saved = await staff.put(f"{ROOT}drivers/{BOOKING_ID}/", json=driver)
    assert (saved.status_code, saved.json()["name"]) == (200, "Dan Driver")
    asked = network.asked("SaveDriver")[0].request
    assert (asked.driver_id, asked.is_active, asked.expected_version) == (BOOKING_ID, True, 4)
    van = await staff.put(f"{ROOT}vans/{BOOKING_ID}/", json={"name": "Van 1", "capacity": 60, "is_active": False})
    assert (van.status_code, network.asked("SaveVan")[0].request.capacity) == (200, 60)
    assert [each["phone"] for each in (await staff.get(f"{ROOT}drivers/")).json()["drivers"]] == ["+12125550111"]
    assert [each["is_active"] for each in (await staff.get(f"{ROOT}vans/")).json()["vans"]] == [False]


async def test_a_day_is_listed_with_door_and_crew_in_words(staff: Any, network: Any) -> None:
    [shown] = (await staff.get(f"{ROOT}tasks/", params={"day": "2027-06-02"})).json()["tasks"]
    assert (shown["kind"], shown["status"], shown["airport"]) == ("airport_delivery", "en_route", "JFK")
    assert (shown["address"]["city"], shown["next_statuses"]) == ("East Hampton", ["arrived", "failed"])
    assert network.asked("ListDayTasks")[0].request.day == "2027-06-02"
    urgent = await staff.get(f"{ROOT}tasks/urgent/", params={"within_hours": 48})
    assert (urgent.status_code, network.asked("ListUrgentTasks")[0].request.within_hours) == (200, 48)


async def test_a_task_is_given_for_a_part_of_its_window(staff: Any, network: Any) -> None:
    sent = CREW | {"planned_from": "2027-06-02T08:30:00-04:00", "expected_version": 3}
    assert (await staff.post(f"{TASK}assign/", json=sent)).status_code == 200
    asked = network.asked("AssignTask")[0].request
    assert (asked.planned_from.ToDatetime(UTC), asked.expected_version) == (
        datetime(2027, 6, 2, 12, 30, tzinfo=UTC),
        3,
    )
    assert not asked.HasField("planned_until")


async def test_who_is_busy_is_a_conflict_in_words(staff: Any, network: Any) -> None:
    def busy(_: object) -> None:
        raise Conflict("driver_busy", "Dan Driver is with booking TT-7QK2MB.", "driver_id")

    network.answers["AssignTask"] = busy
    answer = await staff.post(f"{TASK}assign/", json=CREW)
    assert (answer.status_code, answer.json()["code"]) == (409, "driver_busy")
    assert answer.json()["errors"][0]["field"] == "driver_id"


async def test_how_far_it_is_is_reported_and_planning_is_no_report(staff: Any, network: Any) -> None:
    failed = {"status": "failed", "reason": "nobody opened"}
    assert (await staff.post(f"{TASK}report/", json=failed)).status_code == 200
    asked = network.asked("ReportTask")[0].request
    assert (asked.status, asked.reason) == (contract.DELIVERY_TASK_STATUS_FAILED, "nobody opened")
    for wrong in ("assigned", "cancelled"):
        answer = await staff.post(f"{TASK}report/", json={"status": wrong})
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "status")
