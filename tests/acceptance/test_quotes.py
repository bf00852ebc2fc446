"""A company asks for a pop-up, accepts the quote on its page, and pays what was written, to the cent."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from browser import STAFF, Browser
from guest import EAST_HAMPTON, MANHATTAN
from waiting import until
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

SLOWLY = 20.0
LINES = [
    {"label": "Van and two movers", "quantity": 2, "unit_amount_cents": 120_000, "reason": "Two days"},
    {"label": "Courtesy", "unit_amount_cents": -15_050},
]
TOTAL = 224_950


@pytest.fixture
async def visitor(stack: WholeStack) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(base_url=stack.url, timeout=20) as opened:
        yield opened


@pytest.fixture
async def staff(stack: WholeStack) -> AsyncIterator[Browser]:
    browser = Browser(stack)
    await browser.sign_in_staff("staff1")
    yield browser
    await browser.client.aclose()


async def asked(visitor: httpx2.AsyncClient) -> dict[str, Any]:
    """Whitfield asks."""
    wish = {
        "company_name": "Whitfield & Co.",
        "first_name": "Wilma",
        "last_name": "Whitfield",
        "email": f"{uuid4().hex[:10]}@whitfield.example",
        "phone": "+12125550177",
        "service_type": "b2b_popup",
        "pickup_date": "2027-07-14",
        "pickup_address": MANHATTAN,
        "delivery_address": EAST_HAMPTON,
        "description": "Forty chairs and a bar",
    }
    answer = await visitor.post("/api/public/quotes/", json=wish, headers={"Idempotency-Key": uuid4().hex})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_a_quote_is_asked_for_written_accepted_and_paid(
    visitor: httpx2.AsyncClient, staff: Browser, stack: WholeStack
) -> None:
    number = (request := await asked(visitor))["quote_number"]
    waiting = (await staff.get(f"{STAFF}/custom-quotes/?status=requested&search={number}")).json()["quotes"]
    assert [each["id"] for each in waiting] == [request["quote_id"]]
    until_when = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    offer = {"lines": LINES, "valid_until": until_when, "note": "Thank you!"}
    sent = await staff.done("POST", f"{STAFF}/custom-quotes/{request['quote_id']}/send/", offer)

    page = await visitor.get(sent["link"])
    assert "Accept for $2,249.50" in page.text
    answered = await visitor.post("/quote/", data={"token": sent["token"], "decision": "accept"})
    [booking_number] = re.findall(r"/booking/(TT-\w{6})/", answered.text)
    quote = (await staff.get(f"{STAFF}/custom-quotes/{request['quote_id']}/")).json()["quote"]
    assert (quote["status"], quote["booking_number"]) == ("accepted", booking_number)

    async def link() -> list[dict[str, Any]]:
        return (await staff.get(f"/api/payments/links/?booking_id={quote['booking_id']}")).json()["links"]

    [made] = await until(link, SLOWLY)
    assert (made["status"], made["amount_cents"]) == ("open", TOTAL)
    await paid(visitor, quote["booking_id"], booking_number)
    assert [each["status"] for each in await link()] == ["used"]


async def paid(visitor: httpx2.AsyncClient, booking_id: str, booking_number: str) -> None:
    """By a good card, until the booking says so."""
    intent = (await visitor.post("/api/payments/create-intent/", json={"booking_id": booking_id})).json()
    assert intent["amount_cents"] == TOTAL
    done = {"payment_intent_id": intent["payment_intent_id"], "status": "succeeded"}
    assert (await visitor.post("/api/payments/mock-confirm/", json=done)).status_code == 200

    async def is_paid() -> bool:
        return (await visitor.get(f"/api/public/booking-status/{booking_number}/")).json()["status"] == "paid"

    await until(is_paid, SLOWLY)
