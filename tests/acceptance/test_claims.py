"""Something broke on the way: handed over with a code, claimed for, accepted, and asked of payments as a refund."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from browser import CUSTOMER, STAFF, Browser
from paid_move import SLOWLY, paid_move
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]


@pytest.fixture
async def customer(stack: WholeStack) -> AsyncIterator[Browser]:
    browser = Browser(stack)
    await browser.register()
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def staff(stack: WholeStack) -> AsyncIterator[Browser]:
    browser = Browser(stack)
    await browser.sign_in_staff("staff1")
    yield browser
    await browser.client.aclose()


async def delivered(customer: Browser, staff: Browser) -> str:
    """A move that is done, its delivery confirmed by the code that the customer was shown."""
    booking_id = await paid_move(customer)
    page = f"{STAFF}/bookings/{booking_id}/"
    for status in ("scheduled", "in_progress"):
        await staff.done("PATCH", page, {"status": status})
    ends = f"/bookings/{booking_id}/handovers/delivery/"
    await staff.done("PUT", f"{STAFF}{ends}", {"condition_notes": "The lamp's foot is broken."})
    code = (await customer.done("POST", f"{CUSTOMER}{ends}code/", {}))["code"]
    confirmed = await staff.done("POST", f"{STAFF}{ends}confirm/", {"code": code})
    assert confirmed["confirmed_by"] == "code"
    await staff.done("PATCH", page, {"status": "completed"})
    return booking_id


async def test_an_accepted_claim_waits_among_the_refunds_for_approval(customer: Browser, staff: Browser) -> None:
    booking_id = await delivered(customer, staff)
    pack = await customer.get(f"{CUSTOMER}/bookings/{booking_id}/proof-pack/")
    assert (pack.headers["content-type"], pack.content[:5]) == ("application/pdf", b"%PDF-")
    claims = f"{CUSTOMER}/bookings/{booking_id}/claims/"
    lamp = {"items": [{"description": "The lamp's foot is broken.", "amount_cents": 18_000}]}
    opened = await customer.done("POST", claims, lamp)
    sent = {"amount_cents": 9_000, "reason": "We are sorry for the lamp."}
    await staff.done("POST", f"{STAFF}/claims/{opened['id']}/accept/", sent)

    async def is_asked_of_payments() -> Any:
        [claim] = (await customer.get(claims)).json()["claims"]
        return claim["refund_id"]

    refund_id = await until(is_asked_of_payments, SLOWLY)
    refunds = (await staff.get("/api/payments/refunds/")).json()
    [refund] = [each for each in refunds["results"] if each["id"] == refund_id]
    assert (refund["status"], refund["amount_cents"]) == ("requested", 9_000)
    itself = await staff.get("/api/staff/auth/user/")
    assert refund["requested_by"] == itself.json()["user"]["id"]
