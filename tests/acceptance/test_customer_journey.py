"""A customer with an account: books at the price they saw, pays, is found and planned by staff, and calls off late."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import pytest
from browser import CUSTOMER, STAFF, Browser
from chassis.clock import Clock, new_york_date
from chassis.money import percentage_down
from guest import EAST_HAMPTON, MANHATTAN
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

WEDNESDAY = date(2027, 6, 23)
PHONE = "+12125550142"
SLOWLY = 20.0
HALF = 5_000

Eventually = Callable[..., Awaitable[object]]


@pytest.fixture
async def customer(stack: WholeStack) -> AsyncIterator[Browser]:
    """Somebody who has just made an account."""
    browser = Browser(stack)
    await browser.register()
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def staff(stack: WholeStack) -> AsyncIterator[Browser]:
    """staff1, at work."""
    browser = Browser(stack)
    await browser.sign_in_staff("staff1")
    yield browser
    await browser.client.aclose()


async def seen(browser: Browser, path: str) -> dict[str, Any]:
    answer = await browser.get(path)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def move_on(browser: Browser, day: date) -> dict[str, Any]:
    """A petite move."""
    packages = (await seen(browser, "/api/public/services/"))["mini_move_packages"]
    petite = next(package["id"] for package in packages if package["package_type"] == "petite")
    return {"service_type": "mini_move", "mini_move_package_id": petite, "pickup_date": day.isoformat()}


async def pay(browser: Browser, made: dict[str, Any], eventually: Eventually) -> None:
    """With a good card, until the booking says that it is paid."""
    paid = {"payment_intent_id": made["payment"]["payment_intent_id"], "status": "succeeded"}
    await browser.done("POST", "/api/payments/mock-confirm/", paid)

    async def is_paid() -> bool:
        return (await seen(browser, f"{CUSTOMER}/bookings/{made['booking']['id']}/"))["status"] == "paid"

    await eventually(is_paid, within_seconds=SLOWLY)


async def booked_at_the_price_seen(customer: Browser) -> dict[str, Any]:
    """From a saved address, at the price that the preview held."""
    home = {**MANHATTAN, "nickname": "Home"}
    saved = (await customer.done("POST", f"{CUSTOMER}/addresses/", home))["id"]
    move = await move_on(customer, WEDNESDAY)
    ends = {"pickup_zip_code": MANHATTAN["zip_code"], "delivery_zip_code": EAST_HAMPTON["zip_code"]}
    preview = await customer.done("POST", "/api/public/pricing-preview/", {**move, **ends})
    addresses = {"pickup_address_id": saved, "new_delivery_address": EAST_HAMPTON, "save_delivery_address": True}
    wish = {**move, **addresses, "phone": PHONE, "quote_id": preview["quote_id"]}
    made = await customer.done("POST", f"{CUSTOMER}/bookings/create/", wish)
    assert made["booking"]["total_price_dollars"] == preview["pricing"]["total_price_dollars"]
    return made


async def test_a_customer_books_and_pays_and_staff_plan_it(
    customer: Browser, staff: Browser, eventually: Eventually
) -> None:
    made = await booked_at_the_price_seen(customer)
    booking = made["booking"]
    page = f"{CUSTOMER}/bookings/{booking['id']}/"
    assert (booking["status"], (await seen(customer, page))["payment_status"]) == ("pending", "pending")
    assert (await seen(customer, f"{CUSTOMER}/addresses/"))["count"] == 2

    await pay(customer, made, eventually)
    shown, listed = await seen(customer, page), await seen(customer, f"{CUSTOMER}/bookings/?status=paid")
    assert (shown["payment_status"], shown["can_cancel"], shown["can_rebook"]) == ("succeeded", True, False)
    assert [(each["booking_number"], each["status"]) for each in listed["bookings"]] == [
        (booking["booking_number"], "Paid")
    ]

    async def dashboard_counts_it() -> bool:
        dashboard = await seen(customer, f"{CUSTOMER}/dashboard/")
        assert [each["status"] for each in dashboard["recent_bookings"]] == ["paid"]
        assert [each["payment_status"] for each in dashboard["recent_bookings"]] == ["succeeded"]
        assert dashboard["saved_addresses_count"] == 2
        return dashboard["customer_profile"]["total_spent_dollars"] == booking["total_price_dollars"]

    await eventually(dashboard_counts_it, within_seconds=SLOWLY)
    await planned_by_staff(staff, booking["id"])
    assert (await seen(customer, page))["status"] == "scheduled"


async def planned_by_staff(staff: Browser, booking_id: str) -> None:
    """Found by phone, looked at, scheduled as it was seen."""
    found = await seen(staff, f"{STAFF}/bookings/?search=%2B12125550142")
    assert [(each["id"], each["payment_status"]) for each in found["bookings"]] == [(booking_id, "succeeded")]
    page = f"{STAFF}/bookings/{booking_id}/"
    looked = await staff.get(page)
    assert "scheduled" in looked.json()["booking"]["allowed_statuses"]
    staff.client.headers["If-Match"] = looked.headers["etag"]
    changed = await staff.done("PATCH", page, {"status": "scheduled", "staff_notes": "van 2"})
    assert changed["booking"]["status"] == "scheduled"
    assert (await staff.send("PATCH", page, {"staff_notes": "van 3"})).status_code == 412
    staff.client.headers.pop("If-Match")
    history = (await seen(staff, page))["booking"]["history"]
    assert [entry["to_status"] for entry in history] == ["pending", "paid", "scheduled"]
    story = await seen(staff, f"{page}timeline/")
    assert {entry["kind"] for entry in story["entries"]} >= {"state", "payment", "message"}
    assert {part["source"] for part in story["missing"]} <= {"audit_log"}  # this role may not read it
    assert [entry["at"] for entry in story["entries"]] == sorted(entry["at"] for entry in story["entries"])


async def test_who_calls_off_late_sees_the_terms_first(customer: Browser, eventually: Eventually) -> None:
    tomorrow = new_york_date(Clock().now()) + timedelta(days=1)
    ends = {"new_pickup_address": MANHATTAN, "new_delivery_address": EAST_HAMPTON, "phone": PHONE}
    wish = {**await move_on(customer, tomorrow), **ends, "pickup_time": "evening"}
    made = await customer.done("POST", f"{CUSTOMER}/bookings/create/", wish)
    await pay(customer, made, eventually)
    total_cents = round(made["booking"]["total_price_dollars"] * 100)

    calling_off = f"{CUSTOMER}/bookings/{made['booking']['id']}/cancel/"
    terms = await seen(customer, calling_off)
    assert terms["refund_cents"] == percentage_down(total_cents, HALF)
    assert terms["kept_cents"] + terms["refund_cents"] == total_cents
    assert terms["reason"].endswith("50 % is paid back.")
    too_much = await customer.send("POST", calling_off, {"expected_refund_cents": total_cents})
    assert (too_much.status_code, too_much.json()["code"]) == (409, "terms_changed")
    done = await customer.done("POST", calling_off, {"expected_refund_cents": terms["refund_cents"]})
    assert (done["booking"]["status"], done["refund_cents"]) == ("cancelled", terms["refund_cents"])
    assert (await seen(customer, f"{CUSTOMER}/bookings/{made['booking']['id']}/"))["can_rebook"]
