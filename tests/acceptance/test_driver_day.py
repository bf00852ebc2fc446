"""A driver does their day by the link that staff made, and the customer sees it, on the whole system."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from browser import CUSTOMER, Browser
from chassis.clock import Clock, new_york_date
from driver import LOGISTICS, given_to_a_driver, link_of
from paid_move import paid_move
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

STEPS = {"pickup": ("en_route", "arrived", "loaded"), "delivery": ("en_route", "arrived", "delivered")}
SEEN = {"en_route": "on_the_way"}
"""What a customer is told of a step, where it is another word."""


async def test_a_driver_does_the_day_by_link_and_the_customer_follows(stack: WholeStack) -> None:
    customer, office, phone = Browser(stack), Browser(stack), Browser(stack)
    await customer.register()
    await office.sign_in_staff("staff1")
    day = (new_york_date(Clock().now()) + timedelta(days=16)).isoformat()
    booking_id = await paid_move(customer, pickup_date=day)
    driver = await given_to_a_driver(office, booking_id, day)
    link = await link_of(office, driver, day)
    for kind, steps in STEPS.items():
        for step in steps:
            stop = await stop_of(phone, link, kind)
            sent = {"token": link, "status": step, "expected_version": stop["version"]}
            for _ in range(2):  # as a phone does that got no answer
                await phone.done("POST", f"/api/driver/tasks/{stop['task_id']}/", sent)
            assert await stage_of(customer, booking_id, kind) == SEEN.get(step, step)
    assert (await customer.get(f"{CUSTOMER}/bookings/{booking_id}/")).json()["status"] == "completed"
    assert (await office.send("DELETE", f"{LOGISTICS}/drivers/{driver}/links/{day}/")).status_code == 204
    over = await phone.send("POST", "/api/driver/day/", {"token": link})
    assert (over.status_code, over.json()["code"]) == (404, "driver_link_not_found")


async def stop_of(phone: Browser, link: str, kind: str) -> dict[str, Any]:
    """That stop, as the driver sees it."""
    day = await phone.done("POST", "/api/driver/day/", {"token": link})
    return next(dict(stop) for stop in day["stops"] if stop["kind"] == kind)


async def stage_of(customer: Browser, booking_id: str, kind: str) -> str:
    """How far that end is, as the customer sees it."""
    tracking = (await customer.get(f"{CUSTOMER}/bookings/{booking_id}/tracking/")).json()
    return next(str(leg["stage"]) for leg in tracking["legs"] if leg["kind"] == kind)
