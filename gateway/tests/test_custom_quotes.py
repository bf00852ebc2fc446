"""Quotes over REST: asked by anybody, written by staff, answered by their link."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Fault, Invalid
from contract_messages import BOOKING_ID
from quote_messages import TOKEN, quote
from sessions import SESSION, token_used
from totetaxi.booking.v1 import custom_quote_pb2 as contract
from totetaxi.booking.v1 import quote_service_pb2 as service
from totetaxi.booking.v1 import staff_quote_service_pb2 as staff_service
from totetaxi.booking.v1.storage_pb2 import STORAGE_LEG_DIRECTION_DELIVERY

ASK, OWN, ALL = "/api/public/quotes/", "/api/customer/quotes/", "/api/staff/custom-quotes/"
ONE = f"{BOOKING_ID}/"
POP_UP = {
    "company_name": "Whitfield & Co.",
    "first_name": "Wilma",
    "last_name": "Whitfield",
    "email": "wilma@whitfield.example",
    "phone": "+12125550177",
    "service_type": "b2b_popup",
    "pickup_date": "2027-06-02",
    "pickup_time": "evening",
    "pickup_address": {"address_line_1": "350 Fifth Ave", "city": "New York", "state": "NY", "zip_code": "10001"},
    "delivery_address": {"address_line_1": "1 Main St", "city": "East Hampton", "state": "NY", "zip_code": "11937"},
    "description": "Forty chairs and a bar",
}
OFFER = {
    "lines": [
        {"label": "Van", "quantity": 2, "unit_amount_cents": 120_000},
        {"label": "Less", "unit_amount_cents": -1},
    ],
    "valid_until": "2027-05-20T12:00:00-04:00",
    "note": "Thank you!",
}


@pytest.fixture(autouse=True)
def booking(network: Any) -> None:
    accepted = quote(contract.CUSTOM_QUOTE_STATUS_ACCEPTED)
    network.answers |= {
        "RequestQuote": lambda _: service.RequestQuoteResponse(
            quote_id=BOOKING_ID, quote_number="TQ-7QK2MB", is_replayed=True
        ),
        "OpenQuote": lambda _: service.OpenQuoteResponse(quote=quote()),
        "AcceptQuote": lambda _: service.AcceptQuoteResponse(quote=accepted),
        "DeclineQuote": lambda _: service.DeclineQuoteResponse(quote=quote(contract.CUSTOM_QUOTE_STATUS_DECLINED)),
        "ListOwnQuotes": lambda _: service.ListOwnQuotesResponse(quotes=[quote(versions=0)], next_page_token="further"),
        "SearchQuotes": lambda _: staff_service.SearchQuotesResponse(quotes=[quote()]),
        "InspectQuote": lambda _: staff_service.InspectQuoteResponse(quote=quote(versions=2)),
        "OpenQuoteFor": lambda _: staff_service.OpenQuoteForResponse(quote=quote(versions=0)),
        "SendQuote": lambda _: staff_service.SendQuoteResponse(quote=quote(), token=TOKEN),
        "DeclineQuoteFor": lambda _: staff_service.DeclineQuoteForResponse(quote=quote()),
    }


async def test_anybody_asks_and_is_told_a_number(client: Any, network: Any) -> None:
    headers = {"Idempotency-Key": "a-key", "Accept-Language": "es-MX,es;q=0.9"}
    answer = await client.post(ASK, json=POP_UP, headers=headers)
    assert (answer.status_code, answer.json()["quote_number"]) == (201, "TQ-7QK2MB")
    assert answer.headers["idempotent-replayed"] == "true"
    asked = network.asked("RequestQuote")[0].request
    assert (asked.wish.company_name, asked.wish.contact.email) == ("Whitfield & Co.", "wilma@whitfield.example")
    assert (asked.wish.pickup_window, asked.wish.language, asked.idempotency_key) == (3, "es-MX", "a-key")
    assert asked.wish.delivery_address.zip_code == "11937"


async def test_a_customer_asks_for_a_leg_of_their_storage(customer: Any, network: Any) -> None:
    leg = {**POP_UP, "service_type": "mini_storage", "storage_id": BOOKING_ID, "storage_direction": "delivery"}
    assert (await customer.post(ASK, json=leg)).status_code == 201
    wish = network.asked("RequestQuote")[0].request.wish
    assert (wish.storage_id, wish.storage_direction) == (BOOKING_ID, STORAGE_LEG_DIRECTION_DELIVERY)
    assert token_used(network, "RequestQuote") == f"principal-of-{SESSION}"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"service_type": "mini_move"}, "service_type"),
        ({"description": ""}, "description"),
        ({"pickup_address": {**POP_UP["pickup_address"], "state": "MA"}}, "pickup_address.state"),
        ({"total_cents": 1}, "total_cents"),
        ({"company_name": "x" * 121}, "company_name"),
    ],
)
async def test_what_is_wrong_with_a_request_is_named(client: Any, network: Any, changes: Any, field: str) -> None:
    answer = await client.post(ASK, json={**POP_UP, **changes})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert network.asked("RequestQuote") == []


async def test_what_booking_finds_wrong_has_the_names_of_the_form(client: Any, network: Any) -> None:
    def refuse(_: object) -> None:
        raise Invalid(
            "invalid", "wish.description is bad.", faults=[Fault("wish.description", "wish.description is bad.")]
        )

    network.answers["RequestQuote"] = refuse
    answer = (await client.post(ASK, json=POP_UP)).json()
    assert (answer["errors"][0]["field"], answer["detail"]) == ("description", "description is bad.")


async def test_asking_is_limited_by_client_and_by_email(gateway_with: Any, network: Any) -> None:
    async with gateway_with(account_bookings_per_minute=2) as client:
        codes = [(await client.post(ASK, json=POP_UP)).status_code for _ in range(3)]
    assert codes == [201, 201, 429]


async def test_whoever_has_the_link_opens_accepts_and_declines(client: Any, network: Any) -> None:
    opened = (await client.post(f"{ASK}open/", json={"token": TOKEN})).json()
    assert (opened["status"], opened["offer"]["total_cents"], opened["booking_number"]) == ("sent", 224_950, None)
    assert [line["amount_cents"] for line in opened["offer"]["lines"]] == [240_000, -15_050]
    assert "written_by" not in opened["offer"]
    accepted = (await client.post(f"{ASK}accept/", json={"token": TOKEN})).json()
    assert (accepted["status"], accepted["booking_number"]) == ("accepted", "TT-7QK2MB")
    declined = await client.post(f"{ASK}decline/", json={"token": TOKEN, "reason": "Too dear"})
    assert declined.json()["status"] == "declined"
    assert network.asked("DeclineQuote")[0].request.reason == "Too dear"


@pytest.mark.parametrize("token", ["", "short", "x" * 129, 7])
async def test_what_cannot_be_a_token_is_refused(client: Any, network: Any, token: object) -> None:
    assert (await client.post(f"{ASK}accept/", json={"token": token})).status_code == 400
    assert network.asked("AcceptQuote") == []


async def test_a_customer_lists_their_own(customer: Any) -> None:
    listed = (await customer.get(OWN)).json()
    assert (listed["next_cursor"], listed["quotes"][0]["offer"]) == ("further", None)


async def test_staff_search_write_and_get_the_link_once(staff: Any, network: Any) -> None:
    found = await staff.get(ALL, params={"status": "requested", "search": "whit"})
    assert found.json()["quotes"][0]["offer"]["written_by"] == "staff:1"
    asked = network.asked("SearchQuotes")[0].request
    assert (list(asked.statuses), asked.search, asked.page_size) == ([1], "whit", 50)
    page = await staff.get(ALL + ONE)
    assert [offer["number"] for offer in page.json()["offers"]] == [1, 2]
    sent = await staff.post(f"{ALL}{ONE}send/", json=OFFER, headers={"If-Match": page.headers["etag"]})
    assert (sent.json()["token"], sent.json()["link"]) == (TOKEN, f"/quote/?token={TOKEN}")
    offered = network.asked("SendQuote")[0].request
    assert [(line.label, line.quantity, line.unit_amount_cents) for line in offered.lines] == [
        ("Van", 2, 120_000),
        ("Less", 1, -1),
    ]
    assert (offered.expected_version, offered.valid_until.ToJsonString()) == (3, "2027-05-20T16:00:00Z")


async def test_staff_open_one_for_who_called_and_say_no(staff: Any, network: Any) -> None:
    opened = await staff.post(ALL, json={**POP_UP, "customer_id": BOOKING_ID})
    assert (opened.status_code, network.asked("OpenQuoteFor")[0].request.customer_id) == (201, BOOKING_ID)
    assert (await staff.post(f"{ALL}{ONE}decline/", json={"reason": "No van"})).status_code == 200
    assert (await staff.post(f"{ALL}{ONE}decline/", json={"reason": ""})).status_code == 400
