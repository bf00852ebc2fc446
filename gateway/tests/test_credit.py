"""Customers' credit, over REST."""

import pytest
from chassis.refusal import Conflict
from contract_messages import BOOKING_ID, NOON, timestamp
from sessions import SESSION, token_used
from totetaxi.pricing.v1 import promotion_service_pb2 as message

CUSTOMER_ID = "01998f0e-5d1c-7c59-9f43-0000000000b1"
OWN = "/api/customer/credit/"
THEIRS = f"/api/staff/customers/{CUSTOMER_ID}/credit/"
KEY = {"Idempotency-Key": "a-key"}


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    entries = [
        message.CreditEntry(
            id="e1", amount_cents=4_975, cause=message.CREDIT_CAUSE_EARNED, booking_id=BOOKING_ID,
            created_at=timestamp(NOON),
        ),
        message.CreditEntry(
            id="e2", amount_cents=-1_000, cause=message.CREDIT_CAUSE_ADJUSTED, reason="Sorry",
            created_at=timestamp(NOON),
        ),
    ]  # fmt: skip
    network.answers["GetCredit"] = lambda _: message.GetCreditResponse(
        balance_cents=3_975, entries=entries, next_page_token="further"
    )
    network.answers["AdjustCredit"] = lambda _: message.AdjustCreditResponse(balance_cents=8_975)


async def test_a_customer_sees_what_they_can_spend_and_where_it_came_from(customer, network) -> None:
    answer = (await customer.get(OWN, params={"cursor": "here", "page_size": 2})).json()
    assert (answer["balance_cents"], answer["balance_dollars"], answer["next_cursor"]) == (3_975, 39.75, "further")
    earned, taken = answer["entries"]
    assert (earned["cause"], earned["booking_id"], earned["amount_dollars"]) == ("earned", BOOKING_ID, 49.75)
    assert (taken["cause"], taken["booking_id"], taken["reason"]) == ("adjusted", None, "Sorry")
    asked = network.asked("GetCredit")[0].request
    assert (asked.customer_id, asked.page_token, asked.page_size) == ("", "here", 2)
    assert token_used(network, "GetCredit") == f"principal-of-{SESSION}"


async def test_visitors_have_no_credit(client, network) -> None:
    assert (await client.get(OWN)).status_code == 401
    assert network.asked("GetCredit") == []


async def test_staff_name_the_customer(staff, network) -> None:
    assert (await staff.get(THEIRS)).json()["balance_cents"] == 3_975
    assert network.asked("GetCredit")[0].request.customer_id == CUSTOMER_ID


async def test_credit_is_given_once_for_a_key(staff, network) -> None:
    answer = await staff.post(THEIRS, json={"amount_cents": 5_000, "reason": "The van was late"}, headers=KEY)
    assert answer.json() == {"balance_cents": 8_975, "balance_dollars": 89.75}
    asked = network.asked("AdjustCredit")[0].request
    assert (asked.customer_id, asked.amount_cents) == (CUSTOMER_ID, 5_000)
    assert (asked.reason, asked.idempotency_key) == ("The van was late", "a-key")


@pytest.mark.parametrize(
    ("body", "headers", "field"),
    [
        ({"amount_cents": 5_000, "reason": "Late"}, {}, "Idempotency-Key"),
        ({"amount_cents": 5_000, "reason": "Late"}, {"Idempotency-Key": "with space"}, "Idempotency-Key"),
        ({"amount_cents": 5_000}, KEY, "reason"),
        ({"amount_cents": 10**9, "reason": "Late"}, KEY, "amount_cents"),
        ({"amount_cents": 50.5, "reason": "Late"}, KEY, "amount_cents"),
    ],
)
async def test_credit_is_not_given_without_key_reason_and_bounds(staff, network, body, headers, field: str) -> None:
    answer = await staff.post(THEIRS, json=body, headers=headers)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert network.asked("AdjustCredit") == []


@pytest.mark.parametrize(
    ("slug", "status"), [("credit_too_low", 409), ("idempotency_key_reused", 422)]
)  # fmt: skip
async def test_refusals_of_an_adjustment_keep_their_kind(staff, network, slug: str, status: int) -> None:
    def refuse(_: object) -> None:
        raise Conflict(slug, "It can't be done.")

    network.answers["AdjustCredit"] = refuse
    answer = await staff.post(THEIRS, json={"amount_cents": -5_000, "reason": "Back"}, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (status, slug)
