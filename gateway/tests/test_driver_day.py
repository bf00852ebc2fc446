"""A driver's day by link, over REST: staff make and end it, whoever has it sees and reports the stops."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Conflict, NotFound
from contract_messages import BOOKING_ID, NOON, timestamp
from sessions import STAFF_SESSION, token_used
from totetaxi.booking.v1 import driver_day_service_pb2 as service
from totetaxi.booking.v1 import logistics_pb2 as contract

LINKS = f"/api/staff/logistics/drivers/{BOOKING_ID}/links/"
DAY, TASK = "/api/driver/day/", f"/api/driver/tasks/{BOOKING_ID}/"
TOKEN = "a-token-of-a-drivers-link"


def shown() -> service.DriverDay:
    stop = service.DriverStop(
        task_id=BOOKING_ID,
        booking_number="TT-7QK2MB",
        title="Pickup",
        kind=contract.DELIVERY_TASK_KIND_PICKUP,
        status=contract.DELIVERY_TASK_STATUS_EN_ROUTE,
        state="En route",
        version=3,
        next_statuses=[contract.DELIVERY_TASK_STATUS_ARRIVED, contract.DELIVERY_TASK_STATUS_FAILED],
        planned_from=timestamp(NOON),
        planned_until=timestamp(NOON),
        window_from=timestamp(NOON),
        window_until=timestamp(NOON),
        place=["350 Fifth Ave, Apt 9, New York, NY 10001"],
        first_name="Ada",
        phone="+12125550100",
        notes="ring twice",
        items=["Petite"],
        to_collect=["Photos of the condition"],
        van_name="Van 1",
    )
    return service.DriverDay(driver_name="Dan Driver", day="2027-06-02", good_until=timestamp(NOON), stops=[stop])


@pytest.fixture(autouse=True)
def booking(network: Any) -> None:
    network.answers |= {
        "CreateDriverLink": lambda _: service.CreateDriverLinkResponse(token=TOKEN, good_until=timestamp(NOON)),
        "RevokeDriverLink": lambda _: service.RevokeDriverLinkResponse(),
        "GetDriverDay": lambda _: service.GetDriverDayResponse(day=shown()),
        "ReportDriverTask": lambda _: service.ReportDriverTaskResponse(day=shown()),
    }


async def test_staff_make_and_end_a_link(staff: Any, network: Any) -> None:
    made = await staff.post(LINKS, json={"day": "2027-06-02"})
    assert (made.status_code, made.json()["token"]) == (201, TOKEN)
    assert made.json()["path"] == f"/driver/#{TOKEN}"
    asked = network.asked("CreateDriverLink")[0].request
    assert (asked.driver_id, asked.day) == (BOOKING_ID, "2027-06-02")
    assert token_used(network, "CreateDriverLink") == f"principal-of-{STAFF_SESSION}"
    assert (await staff.delete(f"{LINKS}2027-06-02/")).status_code == 204
    assert network.asked("RevokeDriverLink")[0].request.day == "2027-06-02"


async def test_visitors_make_no_link(client: Any, network: Any) -> None:
    assert (await client.post(LINKS, json={"day": "2027-06-02"})).status_code == 401
    assert network.asked("CreateDriverLink") == []


async def test_whoever_has_the_link_sees_the_stops_in_words(client: Any, network: Any) -> None:
    day = (await client.post(DAY, json={"token": TOKEN})).json()
    assert (day["driver_name"], day["day"]) == ("Dan Driver", "2027-06-02")
    [stop] = day["stops"]
    assert (stop["kind"], stop["status"], stop["next_statuses"]) == ("pickup", "en_route", ["arrived", "failed"])
    assert (stop["first_name"], stop["phone"], stop["version"]) == ("Ada", "+12125550100", 3)
    assert network.asked("GetDriverDay")[0].request.token == TOKEN


async def test_a_stop_is_reported_and_the_day_answered(client: Any, network: Any) -> None:
    sent = {"token": TOKEN, "status": "failed", "reason": "nobody opened", "expected_version": 3}
    answer = await client.post(TASK, json=sent)
    assert (answer.status_code, len(answer.json()["stops"])) == (200, 1)
    asked = network.asked("ReportDriverTask")[0].request
    assert (asked.token, asked.task_id, asked.expected_version) == (TOKEN, BOOKING_ID, 3)
    assert (asked.status, asked.reason) == (contract.DELIVERY_TASK_STATUS_FAILED, "nobody opened")
    wrong = await client.post(TASK, json=sent | {"status": "assigned"})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "status")


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NotFound("driver_link_not_found", "This link leads nowhere any more.", "token"), 404),
        (Conflict("task_changed", "This task was changed meanwhile.", "expected_version"), 409),
    ],
)
async def test_what_booking_refuses_is_said_in_its_words(
    client: Any, network: Any, refusal: Exception, status: int
) -> None:
    def refuse(_: object) -> None:
        raise refusal

    network.answers["ReportDriverTask"] = refuse
    answer = await client.post(TASK, json={"token": TOKEN, "status": "arrived"})
    assert (answer.status_code, answer.json()["detail"]) == (status, str(refusal))


async def test_the_page_is_the_same_for_everybody_and_asks_nobody_but_us(client: Any, network: Any) -> None:
    page = await client.get("/driver/")
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    policy = page.headers["content-security-policy"]
    assert "script-src 'self'; connect-src 'self'" in policy
    assert "unsafe" not in policy
    for asset in ("driver.js", "driver-stop.js", "driver.css"):
        assert (await client.get(f"/assets/{asset}")).status_code == 200
    assert network.asked("GetDriverDay") == []
