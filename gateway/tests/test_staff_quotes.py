"""Prices that staff write, and old prices computed again, over REST."""

import pytest
from chassis.refusal import NotFound
from contract_messages import BOOKING_ID, NOON, saturday_price, timestamp
from totetaxi.pricing.v1 import catalog_pb2, price_pb2
from totetaxi.pricing.v1 import pricing_service_pb2 as message

QUOTES = "/api/staff/quotes/"
REPLAY = f"{QUOTES}replay/"
POPUP = {
    "service_type": "b2b_popup",
    "pickup_date": "2027-06-02",
    "valid_until": "2027-05-20T12:00:00-04:00",
    "lines": [
        {"label": "Van and two movers", "unit_amount_cents": 240_000},
        {"label": "Courtesy", "quantity": 2, "unit_amount_cents": -1_000, "reason": "Second season"},
    ],
    "note": "Thank you!",
}


def quote(**members: object) -> price_pb2.Quote:
    request = price_pb2.PriceRequest(service_type=catalog_pb2.SERVICE_TYPE_B2B_POPUP, pickup_date="2027-06-02")
    return price_pb2.Quote(
        quote_id=BOOKING_ID,
        request=request,
        price=saturday_price(),
        expires_at=timestamp(NOON),
        is_custom=True,
        note="Thank you!",
    )


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    first, second, third = saturday_price().lines
    dearer = price_pb2.PriceLine()
    dearer.CopyFrom(second)
    dearer.amount_cents += 1
    network.answers["CreateCustomQuote"] = lambda _: message.CreateCustomQuoteResponse(quote=quote())
    network.answers["ReplayQuote"] = lambda _: message.ReplayQuoteResponse(
        quote=quote(),
        conditions=price_pb2.PriceConditions(booked_count=4),
        lines=[
            message.ReplayedLine(quoted=first, recomputed=first, is_same=True),
            message.ReplayedLine(quoted=second, recomputed=dearer),
            message.ReplayedLine(quoted=third),
        ],
        recomputed_total_cents=114_426,
    )


async def test_staff_write_a_price_line_by_line(staff, network) -> None:
    answer = await staff.post(QUOTES, json=POPUP, headers={"Idempotency-Key": "a-key"})
    assert answer.status_code == 201
    shown = answer.json()["quote"]
    assert (shown["quote_id"], shown["service_type"], shown["is_custom"]) == (BOOKING_ID, "b2b_popup", True)
    asked = network.asked("CreateCustomQuote")[0].request
    assert asked.service_type == catalog_pb2.SERVICE_TYPE_B2B_POPUP
    assert (asked.pickup_date, asked.note, asked.idempotency_key) == ("2027-06-02", "Thank you!", "a-key")
    assert [(line.label, line.quantity, line.unit_amount_cents) for line in asked.lines] == [
        ("Van and two movers", 1, 240_000),
        ("Courtesy", 2, -1_000),
    ]
    assert asked.valid_until.ToJsonString() == "2027-05-20T16:00:00Z"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"service_type": "mini_move"}, "service_type"),
        ({"lines": []}, "lines"),
        ({"lines": [{"label": "", "unit_amount_cents": 1}]}, "lines.0.label"),
        ({"lines": [{"label": "Van", "unit_amount_cents": 1, "quantity": 0}]}, "lines.0.quantity"),
        ({"lines": [{"label": "Van", "unit_amount_cents": 10**9}]}, "lines.0.unit_amount_cents"),
        ({"valid_until": "2027-05-20T12:00:00"}, "valid_until"),
        ({"note": "x" * 2001}, "note"),
        ({"total_cents": 1}, "total_cents"),
    ],
)
async def test_a_price_out_of_bounds_names_the_member(staff, network, changes, field: str) -> None:
    answer = await staff.post(QUOTES, json={**POPUP, **changes})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert network.asked("CreateCustomQuote") == []


async def test_a_replay_shows_each_line_then_and_now(staff, network) -> None:
    answer = await staff.post(REPLAY, json={"quote_id": "x" * 2048})
    assert answer.status_code == 200
    shown = answer.json()
    assert [line["is_same"] for line in shown["lines"]] == [True, False, False]
    assert shown["lines"][1]["recomputed"]["amount_cents"] == 14_926
    assert shown["lines"][2]["recomputed"] is None
    assert (shown["is_same"], shown["recomputed_total_cents"], shown["booking_id"]) == (False, 114_426, None)
    assert shown["conditions"] == {"booked_count": 4, "promotion": None, "available_credit_cents": 0}
    assert network.asked("ReplayQuote")[0].request.quote_id == "x" * 2048


@pytest.mark.parametrize("quote_id", ["", "x" * 2049, 7])
async def test_what_cannot_be_a_quote_is_refused(staff, network, quote_id: object) -> None:
    answer = await staff.post(REPLAY, json={"quote_id": quote_id})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "quote_id")
    assert network.asked("ReplayQuote") == []


async def test_an_unknown_quote_is_404(staff, network) -> None:
    def unknown(_: object) -> None:
        raise NotFound("quote_not_found", "There is no such quote.")

    network.answers["ReplayQuote"] = unknown
    assert (await staff.post(REPLAY, json={"quote_id": "gone"})).status_code == 404
