"""What it costs, over REST."""

import json

import pytest
from chassis.refusal import Fault, Invalid
from contract_messages import PETITE, held_price, saturday_price
from sessions import DEVICE_KEY, SESSION, token_used
from totetaxi.pricing.v1 import catalog_pb2, price_pb2, pricing_service_pb2

PREVIEW = "/api/public/pricing-preview/"
SATURDAY = {
    "service_type": "mini_move",
    "mini_move_package_id": PETITE,
    "include_packing": True,
    "pickup_date": "2027-06-05",
}


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    network.answers["PreviewPrice"] = held_price


async def refused(client, **changes: object) -> dict[str, object]:
    answer = await client.post(PREVIEW, json={**SATURDAY, **changes})
    assert answer.status_code == 400
    return answer.json()


async def test_a_preview_shows_the_price_line_by_line_and_holds_it(client) -> None:
    answer = (await client.post(PREVIEW, json=SATURDAY)).json()
    assert answer["pricing"]["surcharge_dollars"] == 149.25
    assert answer["pricing"]["total_price_dollars"] == 2544.25
    assert sum(line["amount_cents"] for line in answer["lines"]) == 254_425
    assert answer["details"]["surcharges"] == [{"name": "Weekend", "amount_dollars": 149.25, "reason": "Saturday"}]
    assert answer["details"]["organizing_services"][0]["service"] == "packing"
    assert (answer["quote_id"], answer["catalog_version"]) == ("quote-1", 1)
    assert answer["expires_at"] == "2027-06-01T12:00:00Z"


async def test_a_visitors_preview_acts_for_nobody(client, network) -> None:
    await client.post(PREVIEW, json=SATURDAY)
    assert token_used(network, "PreviewPrice") == "visitor-token"


async def test_a_signed_in_customers_preview_acts_for_them_and_needs_no_csrf_token(customer, network) -> None:
    del customer.headers["X-CSRFToken"]
    answer = await customer.post(PREVIEW, json={**SATURDAY, "use_credit": True})
    assert answer.status_code == 200
    assert token_used(network, "PreviewPrice") == f"principal-of-{SESSION}"


async def test_a_devices_preview_acts_for_its_customer(client, network, identity) -> None:
    headers = {"Authorization": f"Bearer {DEVICE_KEY}"}
    assert (await client.post(PREVIEW, json=SATURDAY, headers=headers)).status_code == 200
    assert token_used(network, "PreviewPrice") == f"principal-of-{DEVICE_KEY}"


async def test_a_bad_key_is_401_and_prices_nothing(client, network, identity) -> None:
    answer = await client.post(PREVIEW, json=SATURDAY, headers={"Authorization": "Bearer ttx_NOBODY"})
    assert answer.status_code == 401
    assert network.asked("PreviewPrice") == []


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_what_is_not_said_to_be_json_is_refused(client, network, content_type: str) -> None:
    answer = await client.post(PREVIEW, content=json.dumps(SATURDAY), headers={"Content-Type": content_type})
    assert (answer.status_code, answer.json()["detail"]) == (400, "The body must be a JSON object.")
    assert network.asked("PreviewPrice") == []


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "application/merge-patch+json"])
async def test_json_by_any_of_its_names_is_taken(client, content_type: str) -> None:
    answer = await client.post(PREVIEW, content=json.dumps(SATURDAY), headers={"Content-Type": content_type})
    assert answer.status_code == 200


async def test_previews_are_limited_per_client(gateway_with, network) -> None:
    async with gateway_with(previews_per_minute=1) as client:
        answers = [await client.post(PREVIEW, json=SATURDAY) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"previews";q=1;w=60'


async def test_details_hold_only_what_belongs_to_the_service(client) -> None:
    answer = (await client.post(PREVIEW, json=SATURDAY)).json()
    assert "item_count" not in answer["details"]
    assert "coi_required" not in answer["details"]


@pytest.mark.parametrize(
    ("members", "service_type"),
    [
        ({"service_type": "standard_delivery", "standard_delivery_item_count": 0}, "STANDARD_DELIVERY"),
        ({"service_type": "specialty_item", "specialty_item_ids": ["a", "a"]}, "SPECIALTY_ITEM"),
        ({"service_type": "blade_luggage", "bag_count": 3, "airport": "JFK", "is_expedited": True}, "BLADE_LUGGAGE"),
        ({"service_type": "mini_storage", "months": 2}, "MINI_STORAGE"),
    ],
)
async def test_every_service_type_reaches_pricing_as_it_was_sent(client, network, members, service_type: str) -> None:
    answer = await client.post(PREVIEW, json={"pickup_date": "2027-06-02", **members})
    assert answer.status_code == 200
    [call] = network.asked("PreviewPrice")
    asked = call.request.request
    assert asked.service_type == catalog_pb2.ServiceType.Value(f"SERVICE_TYPE_{service_type}")
    for name, value in members.items():
        if name != "service_type":
            sent = getattr(asked, name)
            assert (list(sent) if isinstance(value, list) else sent) == value
            assert name not in {"bag_count", "months", "standard_delivery_item_count"} or asked.HasField(name)


async def test_every_roll_up_and_every_line_is_shown(client, network) -> None:
    full = saturday_price()
    full.MergeFrom(
        price_pb2.Price(
            lines=[price_pb2.PriceLine(code="discount", amount_cents=-1_000, kind=price_pb2.LINE_KIND_DISCOUNT)],
            demand_cents=100,
            option_cents=17_500,
            tax_cents=11_550,
            discount_cents=-1_000,
            credit_cents=-2_550,
        )
    )
    network.answers["PreviewPrice"] = lambda _: pricing_service_pb2.PreviewPriceResponse(price=full)
    answer = (await client.post(PREVIEW, json=SATURDAY)).json()
    shown = {name: value for name, value in answer["pricing"].items() if not name.startswith(("base", "organizing"))}
    assert shown == {
        "surcharge_dollars": 149.25,
        "geographic_surcharge_dollars": 0.0,
        "demand_dollars": 1.0,
        "coi_fee_dollars": 0.0,
        "option_dollars": 175.0,
        "tax_dollars": 115.5,
        "discount_dollars": -10.0,
        "credit_dollars": -25.5,
        "total_price_dollars": 2544.25,
    }
    assert [line["kind"] for line in answer["lines"]] == ["base", "date_surcharge", "organizing", "discount"]


async def test_codes_credit_and_options_reach_pricing_and_nothing_is_stored(client, network) -> None:
    wishes = {"promotion_code": "SUMMER-15", "use_credit": True, "one_hour_window": True}
    answer = await client.post(PREVIEW, json={**SATURDAY, **wishes})
    [call] = network.asked("PreviewPrice")
    asked = call.request.request
    assert (asked.promotion_code, asked.use_credit, asked.one_hour_window) == ("SUMMER-15", True, True)
    assert call.request.hold
    assert answer.json()["details"]["promotion_code"] == "SUMMER-15"
    assert answer.json()["details"]["one_hour_window"] is True


async def test_a_terminal_goes_with_its_airport(client, network) -> None:
    flight = {"service_type": "blade_luggage", "pickup_date": "2027-06-02", "bag_count": 2, "airport": "JFK"}
    answer = await client.post(PREVIEW, json={**flight, "airport_terminal": "4"})
    assert network.asked("PreviewPrice")[0].request.request.airport_terminal == "4"
    assert answer.json()["details"]["airport_terminal"] == "4"


async def test_half_hours_arrive_as_minutes(client, network) -> None:
    await client.post(PREVIEW, json={**SATURDAY, "estimated_hours": 2.5})
    assert network.asked("PreviewPrice")[0].request.request.estimated_minutes == 150


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"service_type": "teleport"}, "service_type"),
        ({"pickup_date": "02/06/2027"}, "pickup_date"),
        ({"pickup_date": 1_800_000_000}, "pickup_date"),
        ({"pickup_date": "2027-02-30"}, "pickup_date"),
        ({"pickup_date": "2027-06-02T00:00:00"}, "pickup_date"),
        ({"standard_delivery_item_count": 1.5}, "standard_delivery_item_count"),
        ({"standard_delivery_item_count": 10**12}, "standard_delivery_item_count"),
        ({"bag_count": -1}, "bag_count"),
        ({"pickup_zip_code": "1000"}, "pickup_zip_code"),
        ({"mini_move_package_id": "a\x00b"}, "mini_move_package_id"),
        ({"specialty_item_ids": ["x"] * 51}, "specialty_item_ids"),
        ({"total_price_dollars": 1}, "total_price_dollars"),
        ({"promotion_code": "X" * 41}, "promotion_code"),
        ({"use_credit": "perhaps"}, "use_credit"),
        ({"airport_terminal": "TERMINAL 4"}, "airport_terminal"),
    ],
)
async def test_bad_input_names_the_member_and_asks_nobody(client, network, changes, field: str) -> None:
    problem = await refused(client, **changes)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert problem["errors"][0]["pointer"] == f"#/{field}"
    assert field in problem["detail"]
    assert network.asked("PreviewPrice") == []


async def test_a_lone_surrogate_is_refused(client) -> None:
    body = b'{"service_type": "mini_move", "pickup_date": "2027-06-05", "mini_move_package_id": "\\ud800"}'
    answer = await client.post(PREVIEW, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400


async def test_a_rule_of_pricing_reads_in_the_clients_words(client, network) -> None:
    def refuse(_: object) -> None:
        raise Invalid.of([Fault("estimated_minutes", "estimated_minutes must be at most 1440.")], slug="too_long")

    network.answers["PreviewPrice"] = refuse
    problem = await refused(client)
    assert problem["code"] == "too_long"
    assert problem["detail"] == problem["error"] == "estimated_hours must be at most 1440."
    assert problem["errors"][0]["field"] == "estimated_hours"
