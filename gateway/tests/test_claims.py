"""Claims for damage, over REST."""

from __future__ import annotations

from typing import Any

import pytest
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.booking.v1 import claim_pb2 as contract
from totetaxi.booking.v1 import claim_service_pb2 as service

CLAIM_ID = "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c1a"
LAMP = {"description": "The lamp's foot is broken.", "amount_cents": 18_000}
CLAIMS = f"/api/customer/bookings/{BOOKING_ID}/claims/"


def claim(status: Any = contract.CLAIM_STATUS_OPEN, **changes: Any) -> contract.Claim:
    return contract.Claim(
        id=CLAIM_ID,
        booking_id=BOOKING_ID,
        booking_number="TT-7KQ2MX",
        status=status,
        items=[contract.ClaimItem(**LAMP)],
        wanted_cents=18_000,
        opened_at=timestamp(NOON),
        **changes,
    )


@pytest.fixture(autouse=True)
def claims(network: Any) -> None:
    network.answers |= {
        "OpenClaim": lambda _: service.OpenClaimResponse(claim=claim()),
        "ListClaims": lambda _: service.ListClaimsResponse(claims=[claim()]),
        "SearchClaims": lambda _: service.SearchClaimsResponse(claims=[claim()], next_page_token="more"),
        "AcceptClaim": lambda request: service.AcceptClaimResponse(
            claim=claim(contract.CLAIM_STATUS_ACCEPTED, accepted_cents=request.amount_cents, reason=request.reason)
        ),
        "RejectClaim": lambda request: service.RejectClaimResponse(
            claim=claim(contract.CLAIM_STATUS_REJECTED, reason=request.reason)
        ),
    }


async def test_a_customer_claims_and_sees_it(customer: Any, network: Any) -> None:
    opened = await customer.post(CLAIMS, json={"items": [LAMP]})
    assert (opened.status_code, opened.json()["items"], opened.json()["refund_id"]) == (201, [LAMP], None)
    [item] = network.asked("OpenClaim")[0].request.items
    assert (item.description, item.amount_cents) == (LAMP["description"], 18_000)
    assert (await customer.get(CLAIMS)).json()["claims"][0]["status"] == "open"


@pytest.mark.parametrize("items", [[], [LAMP] * 21, [{**LAMP, "amount_cents": 0}], [{**LAMP, "description": " "}]])
async def test_a_claim_names_what_was_damaged_within_bounds(customer: Any, items: list[Any]) -> None:
    assert (await customer.post(CLAIMS, json={"items": items})).status_code == 400


async def test_staff_list_and_settle(staff: Any, network: Any) -> None:
    listed = (await staff.get("/api/staff/claims/?status=open&page_size=5")).json()
    assert (listed["next_cursor"], len(listed["claims"])) == ("more", 1)
    asked = network.asked("SearchClaims")[0].request
    assert (asked.status, asked.page_size) == (contract.CLAIM_STATUS_OPEN, 5)
    sent = {"amount_cents": 9_000, "reason": "We are sorry."}
    accepted = (await staff.post(f"/api/staff/claims/{CLAIM_ID}/accept/", json=sent)).json()
    assert (accepted["status"], accepted["accepted_cents"], accepted["reason"]) == ("accepted", 9_000, "We are sorry.")
    rejected = (await staff.post(f"/api/staff/claims/{CLAIM_ID}/reject/", json={"reason": "Noted before."})).json()
    assert (rejected["status"], rejected["reason"]) == ("rejected", "Noted before.")
